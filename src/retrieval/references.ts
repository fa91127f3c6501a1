import type { Catalogue } from '../laws/catalogue/catalogue.js';
import type { LawKind } from '../laws/law.js';
import { foldForScan, originalSpan } from '../laws/scan-text.js';
import { StepCounter } from '../laws/step-counter.js';

export type ReferenceKind = 'law' | 'document' | 'date' | 'provision';

/** One thing that a question names, or one level of it: the 年 or the 月 of a date, the 条 or the 款 of a provision. */
export interface Reference {
  readonly kind: ReferenceKind;
  /** 0 for a law or a document; for dates 0 year, 1 month, 2 day; for provisions 0 条, 1 款, 2 项, 3 目. */
  readonly level: number;
  /** [start, end) in UTF-16 code units, without 《》 around it. */
  readonly start: number;
  readonly end: number;
  /** Id in the catalogue; null for everything else. */
  readonly law: string | null;
  /** True where 《》 stand around it. */
  readonly titled: boolean;
}

const NUMERAL = '[〇零一二三四五六七八九十百千\\d]{1,8}';
const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';

/** A pattern for each level of a date or a provision. All are bounded, so that no text makes them slow. */
const PATTERNS: readonly { readonly kind: ReferenceKind; readonly level: number; readonly pattern: RegExp }[] = [
  { kind: 'date', level: 0, pattern: /(?:19|20)\d\d-\d{1,2}(?:-\d{1,2})?(?!\d)/gu },
  { kind: 'date', level: 0, pattern: /(?<!\d)(?:(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})年[底初末]?/gu },
  {
    kind: 'date',
    level: 0,
    pattern: /去年|今年|前年|明年|上[个個]?月|本月|昨天|今天|\b(?:last|this) (?:year|month)\b|\byesterday\b/giu,
  },
  {
    kind: 'date',
    level: 1,
    pattern: new RegExp(
      `(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|初)?(?![\\p{Script=Han}]{0,1}[报刊])`,
      'gu',
    ),
  },
  { kind: 'date', level: 2, pattern: /(?<=月)(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号號]/gu },
  {
    kind: 'date',
    level: 1,
    pattern: new RegExp(`\\b(?:${MONTHS})\\b\\.?(?: \\d{1,2}(?:st|nd|rd|th)?\\b,?)?(?= (?:19|20)\\d\\d)`, 'giu'),
  },
  {
    kind: 'date',
    level: 1,
    pattern: new RegExp(`(?<=\\b(?:in|on|of|about|and) |^)(?:${MONTHS})\\b(?: \\d{1,2}(?:st|nd|rd|th)?\\b)?`, 'giu'),
  },
  { kind: 'date', level: 0, pattern: /(?<![\d.\-\p{L}])(?:19|20)\d\d(?![\d.\-年\p{L}])/gu },
  { kind: 'provision', level: 0, pattern: new RegExp(`第${NUMERAL}[条條](?:之[一二三四五六七八九十]{1,2})?`, 'gu') },
  { kind: 'provision', level: 0, pattern: /\bart(?:icles?|s?\.?) ?\d{1,4}(?:-\d{1,3})?(?: ?\(\d{1,3}\)){0,3}/giu },
  { kind: 'provision', level: 1, pattern: new RegExp(`第${NUMERAL}款`, 'gu') },
  { kind: 'provision', level: 1, pattern: /\bpara(?:graph|\.)? ?\d{1,3}\b/giu },
  { kind: 'provision', level: 2, pattern: new RegExp(`第?[（(]${NUMERAL}[）)][项項]|第${NUMERAL}[项項]`, 'gu') },
  { kind: 'provision', level: 2, pattern: /\bitem ?\d{1,3}\b/giu },
  { kind: 'provision', level: 3, pattern: new RegExp(`第${NUMERAL}目`, 'gu') },
  // Ids of documents (003-1), and what a reader calls one.
  { kind: 'document', level: 0, pattern: /(?<![\d.\-])0\d\d(?:-\d{1,2})?(?![\d.\-])/gu },
  {
    kind: 'document',
    level: 0,
    pattern: /(?<=(?:文件|文档|文檔|文獻|文献|document|doc|file) ?)[A-Za-z0-9][\w-]{0,40}\d/giu,
  },
];

/** A title in 《》 that is no law of the catalogue: of a law by its last word, else of a document. */
const TITLE = /《([^《》]{1,120})》/gu;
const LAW_TITLE = /(?:法|条例|條例|[规規]定|[办辦]法|[决決]定|解[释釋]|[细細][则則])(?:[（(][^（）()]{1,20}[）)])?$/u;

/**
 * Everything that a question names of laws, documents, dates and provisions, in its order, never overlapping. Laws are
 * those of the catalogue by any name or abbreviation, and titles in 《》.
 */
export function findReferences(text: string, catalogue: Catalogue): readonly Reference[] {
  const found: Reference[] = [...lawsIn(text, catalogue)];
  const add = (one: Reference): void => {
    if (found.every(({ start, end }) => one.end <= start || end <= one.start)) found.push(one);
  };
  for (const match of text.matchAll(TITLE)) {
    const [start, title] = [match.index + 1, match[1] ?? ''];
    const kind = LAW_TITLE.test(title) ? 'law' : 'document';
    add({ kind, level: 0, start, end: start + title.length, law: null, titled: true });
  }
  for (const { kind, level, pattern } of PATTERNS)
    for (const match of text.matchAll(pattern))
      add({ kind, level, start: match.index, end: match.index + match[0].length, law: null, titled: false });
  return found.sort((one, other) => one.start - other.start);
}

/** What binds, or speaks of how it does. A programme or a plan (一带一路) is a subject like any other unless 《》 make it a title. */
const RULES: readonly LawKind[] = [
  'law',
  'administrative regulation',
  'departmental rule',
  'normative document',
  'judicial document',
];

/** Laws by name or abbreviation. What a law is about (a campaign, a congress) is a subject like any other. */
function lawsIn(text: string, catalogue: Catalogue): readonly Reference[] {
  const scan = foldForScan(text);
  const counter = new StepCounter();
  const found: Reference[] = [];
  for (let position = 0; position < scan.text.length;) {
    const { match, after } = catalogue.matcher.at(scan, position, counter);
    position = after;
    if (match === null || match.law === null || (match.by !== 'name' && match.by !== 'abbreviation')) continue;
    const [start, end] = originalSpan(scan, match.start, match.end);
    const titled = text.charAt(start - 1) === '《' && text.charAt(end) === '》';
    const isRule = RULES.some((kind) => kind === catalogue.byId(match.law ?? '')?.kind);
    if (isRule || titled)
      found.push({ kind: isRule ? 'law' : 'document', level: 0, start, end, law: match.law, titled });
  }
  return found;
}

/** The references of one kind that stand side by side: 第三十条 and 第二款, September and 2023. */
export function groupsOf(references: readonly Reference[], text: string): readonly (readonly Reference[])[] {
  const groups: Reference[][] = [];
  for (const one of references) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const joined =
      last !== undefined &&
      last.kind === one.kind &&
      last.level !== one.level &&
      /^(?:[\s,]{0,3}|的| of )$/u.test(text.slice(last.end, one.start));
    if (group !== undefined && joined) group.push(one);
    else groups.push([one]);
  }
  return groups;
}
