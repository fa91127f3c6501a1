import { countIn } from './counted.js';

/** One thing for each of many. 各种, 各类, 各级, 各方 and 各界 are one thing each. */
const ONE_BY_ONE =
  /历届|历年|逐[一条年]|各省|分别叫|(?:全部|完整|所有|获奖|入选)(?:的)?(?:名单|列表|清单)|名单(?:有|是|包括|[?]?$)|[校姓]名(?:分别|都)?(?:是|叫|有)|名称(?:分别|都)?(?:是|叫|有)(?=什么|哪)|名称$|\bnames$|\b(?:full|complete|whole) list\b|\blist (?:all|every)\b|\bname all\b|\beach of\b|\b(?:of|in|for|by|at) each\b|\b(?:spread|distributed|divided) (?:over|across|among|between) the\b/u;
/** One thing for each of a few, two perhaps. */
const SEVERALLY =
  /分别|各自|各(?:是|有(?!关)|为|在|叫|由|担任|任)(?=.{0,6}(?:什么|多少|几|哪|谁))|具体(?:指|包括|包含)(?=.{0,4}(?:什么|哪))|\brespectively\b/u;

const MEASURES = '(?:个|家|所|项|种|座|部|条|款|名|位|起|件|篇|场|批|类|届|宗|点|间|支|台|辆|张|国|省|市|州)';
const ENGLISH_NUMBER = String.raw`"?(?<english>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b`;
const SO_MANY = [
  // 哪一个 and 哪一省 ask for one.
  new RegExp(`哪(?!一?个|一${MEASURES})(?<chinese>[一两二三四五六七八九十百\\d]{1,4})(?:大|${MEASURES})`, 'u'),
  // 四项原则具体是什么, 8起案件分别叫什么.
  new RegExp(
    `(?<![第\\d一二三四五六七八九十百])(?<chinese>[两二三四五六七八九十]{1,2}|[二三四五六七八九]?十[一二三四五六七八九]|\\d{1,3})${MEASURES}[^,.;?是为有\\d两二三四五六七八九十]{0,12}(?:分别|各自|各|具体)?(?:是|指|为|叫|包括|包含|有)(?:的是)?(?:什么|哪些|哪几)(?!区别|不同|差|关系|联系|作用|意义|影响|特点|变化)`,
    'u',
  ),
  new RegExp(
    String.raw`\b(?:which(?: are| were)?(?: the)?|names of the|the other|what(?: are| were) the other) ${ENGLISH_NUMBER}`,
    'u',
  ),
  new RegExp(
    String.raw`\bwhat(?: exactly| precisely)? (?:are|were) (?:all )?(?:of )?(?:the |these |those |its |their )?${ENGLISH_NUMBER}(?! of\b)`,
    'u',
  ),
  new RegExp(String.raw`\b(?:name|list|enumerate) (?:all )?(?:of )?(?:the )?${ENGLISH_NUMBER}`, 'u'),
];
/** 哪几个品牌: at least two. */
const A_FEW = /哪几(?![年天日月])/u;
const SMALL_NUMBERS = { chinese: '二三四五', english: ['two', 'three', 'four', 'five'] } as const;
/** A list of so many is taken for one of any length. */
export const LONG_LIST = 6;

/** Several things that a folded question asks for: `count` and `unit` as in `AskedFor`. */
export interface ListAskedFor {
  readonly count: number | 'several' | 'many';
  readonly unit?: string | null;
}

/** The list that a folded question asks for; null where it asks for none. */
export function listIn(folded: string): ListAskedFor | null {
  for (const pattern of SO_MANY) {
    const groups = pattern.exec(folded)?.groups;
    if (groups !== undefined) return { count: numberOf(groups) };
  }
  const count = ONE_BY_ONE.test(folded) ? 'many' : SEVERALLY.test(folded) ? 'several' : null;
  if (count === null) return null;
  const number = countIn(folded);
  return number === null ? { count } : { count, unit: number.unit };
}

/** Whether a folded question asks for a few things: two at least. */
export function asksForAFew(folded: string): boolean {
  return A_FEW.test(folded);
}

/** A number in words or digits: exactly up to five, else `LONG_LIST` stands for it. */
function numberOf({ chinese, english = '' }: Partial<Record<string, string>>): number {
  const digits = Number(chinese ?? english);
  if (!Number.isNaN(digits)) return digits;
  const { chinese: characters, english: words } = SMALL_NUMBERS;
  const place =
    chinese === undefined
      ? words.findIndex((word) => word === english)
      : characters.indexOf(chinese.replace('两', '二'));
  return place < 0 ? LONG_LIST : place + 2;
}
