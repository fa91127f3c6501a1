/**
 * What may stand after the number that answers, by the measure word (or English noun) of the question, as the
 * alternatives of a pattern; 个 may stand for any, and so is not here.
 */
const UNITS: readonly (readonly [asked: string, answers: string])[] = [
  [
    '人 名 位 people person persons suspects students officers employees',
    '人|名|位|\\p{Script=Han}{0,2}(?:网民|用户)|people|persons?|suspects?',
  ],
  ['起 件 宗 cases', '起|件|宗|cases?'],
  ['家 间 companies firms enterprises platforms', '家|间|个|席|compan(?:y|ies)|firms?|enterprises?|platforms?'],
  ['所 universities colleges schools', '所|家|universit(?:y|ies)|colleges?|schools?'],
  ['项 条 items measures rules standards', '项|条|个|items?|measures?|rules?|standards?'],
  ['天 days', '天|日|days?'],
  ['年 周年 years', '年|周年|years?'],
  ['个月 months', '个月|months?'],
  ['级 levels grades', '级|levels?|grades?'],
  ['次 届 times', '次|届|times'],
  ['种 类 kinds types', '种|类|kinds?|types?'],
  ['部', '部'],
  ['批', '批'],
  ['座', '座'],
  ['篇', '篇'],
  ['场', '场'],
  ['款', '款'],
  ['字', '字'],
];

/** Every set of alternatives that `unitsLike` gives. */
export const ALL_UNITS: readonly string[] = UNITS.map(([, answers]) => answers);

/** What answers a question for this measure word; null for one that is not known, or may stand for any. */
export function unitsLike(unit: string): string | null {
  return UNITS.find(([asked]) => asked.split(' ').includes(unit))?.[1] ?? null;
}
