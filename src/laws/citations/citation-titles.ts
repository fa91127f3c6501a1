import type { CitationCursor } from './citation-cursor.js';

/** What the titles of laws end in; longer words first, because 办法 ends in 法. */
const TYPES = [
  '修正案',
  '通则',
  '总则',
  '法典',
  '条例',
  '细则',
  '规定',
  '办法',
  '解释',
  '决定',
  '意见',
  '规则',
  '标准',
  '法',
];
/** Types whose words do not stand in plain sentences with another meaning: a short name without 《》 is enough. */
const UNMISTAKABLE = new Set(['法', '条例']);

/** Words that end like a law and are none: 《孙子兵法》, 方法第一条; and pointers to a law that are no name of one. */
const NO_LAW = /(?:[方想看说做兵魔书算句依合违非守执普何]法|(?<!公)司法|^[本该同此其这那新旧]部?法|^立法|^[总通]则)$/u;
/** 符合本规定, 依照该法: a pointer ends the words, not a title (but 基本法). */
const ENDS_IN_POINTER = /(?:该|(?<!基)本|此)(?:法|条例|细则|规定|办法|解释|决定|意见|规则|标准)$/u;
/** Longest untitled name before an article that is looked back over. */
const LONGEST_BARE_TITLE = 30;
/** Shortest name without 《》 that ends in a word which also stands in plain sentences (规定, 意见). */
const SHORTEST_BARE_RULE = 6;
const SHORTEST_BARE_STATUTE = 2;

/** Where a name without 《》 cannot reach back over: marks, and the words that lead to a law. */
const LEADING_WORDS =
  /^.*(?:根据|依据|依照|按照|违反|适用|参照|触犯|援引|引用|符合|结合|关于|以及|认定为|作为|视为|属于|修改|修订|查阅|参见|和|与|及|或|的|了|是|见|在|将|把|即)/u;
const TITLE_BREAK = /[\s,。;:、!?()《》"…—\-·.]/u;

/**
 * What may stand right before a reference that begins a phrase of its own (第三条, 该法, 前款, a defined short name): a
 * mark, a conjunction, or a word that leads to a rule; not another noun (合同第三条, 合同法, 基本法).
 */
const LEADS_TO_REFERENCE =
  /(?:^|[\s,。;:、!?()"…—.]|根据|依据|依照|按照|违反|适用|参照|援引|引用|符合|结合|其中|以及|或者|[和与及或按依见即在由其而但则是对])$/u;
const LONGEST_LEAD = 2;

/** Is this, in 《》, the title of a law? */
export function isLawTitle(title: string): boolean {
  return typeOfTitle(title) !== null && !NO_LAW.test(title);
}

/** What kind of rule a title calls itself: its last word (法, 条例, 办法 …), marks behind it left out; null for none. */
export function typeOfTitle(title: string): string | null {
  const bare = title.replace(/\([^()]*\)$/u, '');
  const type = TYPES.find((word) => bare.endsWith(word)) ?? null;
  return type === '法典' ? '法' : type;
}

/**
 * Where a title without 《》 begins that ends at `end` (the place of the 第 of an article) and does not reach back over
 * `limit`; null where none stands there. Looks at 30 characters at most.
 */
export function bareTitleBefore(cursor: CitationCursor, end: number, limit: number): number | null {
  let start = end;
  const earliest = Math.max(limit, end - LONGEST_BARE_TITLE);
  while (start > earliest && !TITLE_BREAK.test(cursor.at(start - 1))) start -= 1;
  const name = cursor.text.slice(start, end).replace(LEADING_WORDS, '');
  const type = typeOfTitle(name);
  if (type === null || NO_LAW.test(name) || ENDS_IN_POINTER.test(name)) return null;
  return name.length >= (UNMISTAKABLE.has(type) ? SHORTEST_BARE_STATUTE : SHORTEST_BARE_RULE)
    ? end - name.length
    : null;
}

/** May a reference that is no name of its own begin at this place? */
export function mayBeginReference(text: string, position: number): boolean {
  return LEADS_TO_REFERENCE.test(text.slice(Math.max(0, position - LONGEST_LEAD), position));
}
