import { foldText } from '../shared/fold-text.js';
import { once } from '../shared/once.js';

/**
 * What kind of fact a question asks for, where its form says so; null where it does not. `unit` holds what may stand
 * after a counted number, as the alternatives of a pattern; null where any counted thing will do.
 */
export type AskedFor =
  | { readonly kind: 'date' | 'share' | 'money' | 'telephone' }
  | { readonly kind: 'count'; readonly unit: string | null };

// A subject alone asks for nothing: 电话用户实名制, telephone fraud, "why was it fined", "when data are collected".
const DATE = new RegExp(
  [
    '什么时候|什么时间|什么日期|何时|哪(?:一?年|一?天|一?日|个?月|几年|几天)|几月|几号|(?:时间|日期)(?:是|为)(?:多少|什么|哪)?[?？]?$',
    String.raw`\bwhen (?:did|does|do|was|were|is|are|will|would|has|have|had|can|could|should|shall|must|exactly)\b`,
    String.raw`\b(?:since|until|till|tell me|know|say|find) when\b|\b(?:what|which) (?:year|date|day|month|time)\b|^when[?]?$`,
  ].join('|'),
  'u',
);
const SHARE = new RegExp(
  [
    '(?:率|比例|比重)(?:已?达到?|是|为|有|占)?(?:多少|多高|多大|几成)|百分之(?:几|多少)|多大比例|占比?(?:多少|多大|几成)',
    String.raw`\b(?:what|which) (?:percentage|percent|per cent|share|proportion|rate|ratio)\b|\bhow high (?:is|was) the [^?]{0,40}\brate\b`,
    String.raw`\bwhat (?:is|was|are|were) the [^?]{0,60}\b(?:percentage|proportion|rate|ratio)\b`,
  ].join('|'),
  'u',
);
const MONEY = new RegExp(
  [
    '多少钱|(?:多少|几)[万亿]{0,2}(?:美|欧|日|港)?元|罚(?:款|了|金)?(?:多少|几)|(?:额|款|金|费用|价格|收入|产值|预算)(?:共?计?|是|为|有|达到?|了)(?:多少|多大|几)',
    String.raw`\bhow much (?:money|did|does|do|was|were|is|are|has|have)\b|\bhow (?:large|big|high) (?:is|was|are|were) the [^?]{0,40}\bfines?\b`,
    String.raw`\bwhat (?:is|was|are|were) the [^?]{0,60}\b(?:revenue|cost|price|budget|fine|amount of money)\b|\bwhat fines?\b`,
  ].join('|'),
  'u',
);
const TELEPHONE = new RegExp(
  [
    '(?:电话|热线)(?:号码?)?(?:是|为)?(?:多少|什么|哪个|几号)|哪个(?:电话|热线|号码)|(?:打|拨打?)(?:什么|哪个|多少)(?:电话|热线|号码)?|(?:电话|热线)号码',
    String.raw`\b(?:tele)?phone numbers?\b|\b(?:what|which) (?:is the |are the )?[^?]{0,40}\bhotlines?\b|\bhotline number\b`,
  ].join('|'),
  'u',
);

/** 多少 or 几 with the measure word that follows; 几乎, 几十, 哪几个 and 第几 ask for no number. */
const CHINESE_COUNT = /多少|(?<![十百千哪第])几(?![乎何率经番十百千])/u;
const MEASURED = /(?:多少|几)[万亿]{0,2}(?<unit>个月|周年|\p{Script=Han})(?<next>\p{Script=Han}?)/u;
/** Words that begin like a measure word: 多少国家 counts 个, 多少项目 anything. */
const NO_MEASURE = /^(?:国家|部门|部委|项目|条例|家庭|家长|场所|级别|种类|名称|件事|字节|天然|届时)$/u;
const ENGLISH_COUNT = /\bhow many (?<unit>[a-z]+)/u;

/** What may stand after the number that answers, by the measure word of the question; 个 may stand for any. */
const UNITS: readonly (readonly [asked: string, answers: string])[] = [
  [
    '人 名 位 people person persons suspects students officers employees',
    '人|名|位|网民|用户|people|persons?|suspects?',
  ],
  ['起 件 宗 cases', '起|件|宗|cases?'],
  ['家 间 companies firms enterprises platforms', '家|间|个|compan(?:y|ies)|firms?|enterprises?|platforms?'],
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

/** The kind of fact that a question asks for. Folds the question itself. */
export function askedFor(question: string): AskedFor | null {
  const folded = foldText(question);
  if (TELEPHONE.test(folded)) return { kind: 'telephone' };
  if (DATE.test(folded)) return { kind: 'date' };
  if (SHARE.test(folded)) return { kind: 'share' };
  if (MONEY.test(folded)) return { kind: 'money' };
  if (CHINESE_COUNT.test(folded)) {
    const { unit = '', next = '' } = MEASURED.exec(folded)?.groups ?? {};
    return { kind: 'count', unit: NO_MEASURE.test(unit + next) ? null : unitsLike(unit) };
  }
  const english = ENGLISH_COUNT.exec(folded)?.groups?.['unit'];
  return english === undefined ? null : { kind: 'count', unit: unitsLike(english) };
}

/** What answers a question for this measure word; null for one that is not known, or may stand for any. */
function unitsLike(unit: string): string | null {
  return UNITS.find(([asked]) => asked.split(' ').includes(unit))?.[1] ?? null;
}

/** Of bounded length, so that a text of digits alone is read once and not once a digit. */
const NUMBER = '(?:\\d[\\d.,]{0,15}|[〇零一二两三四五六七八九十百千]{1,10})[多余几]?[百千万亿]{0,3}[多余几]?';
/** No number in the middle of another one, and not the day of a month. */
const NUMBER_START = '(?<![\\d.,〇零一二两三四五六七八九十百千]|月)';
/** A year, before 年 or where nothing counts what it might count otherwise: 2020, not 2000余名. */
const DATE_GIVEN =
  /\d{4}年|\d{1,2}月|[一二三四五六七八九十]月|(?<![\d.,])(?:1[89]|20)\d\d(?![\d%\p{Script=Han}]|[.,]\d)/u;
const SHARE_GIVEN = /\d(?:%| ?per ?cent)|百分之|[\d一二三四五六七八九]成(?![员立为果功长都本效就熟])/u;
const MONEY_GIVEN = new RegExp(
  String.raw`${NUMBER}(?:元|美元|欧元|人民币)|[$€¥£]\s?\d|\d (?:(?:thousand|million|billion|trillion) )?(?:yuan|rmb|dollars?|euros?)\b`,
  'u',
);
/** A number in the form of a telephone, or one that stands beside the word and counts nothing. */
const TELEPHONE_GIVEN = new RegExp(
  [
    String.raw`(?<!\d)(?:0\d{2,3}-?\d{7,8}|1[3-9]\d{9}|[48]00-?\d{3}-?\d{4})(?!\d)`,
    String.raw`(?:电话|热线|拨打|致电|\b(?:phone|telephone|hotline|call|dial)\b)[^\d,。;]{0,12}\d{3,}(?![\d.,余多几万亿千百件起个名人次家条项])`,
    String.raw`(?<!\d)\d{3,12}(?:举报|服务|报警|咨询)?(?:电话|热线)`,
  ].join('|'),
  'u',
);
const COUNT_GIVEN = new RegExp(NUMBER, 'u');

/** Whether a folded text states a fact of the kind asked for: not that it is the right one, but that there is one. */
export function supplies(folded: string, asked: AskedFor): boolean {
  switch (asked.kind) {
    case 'date':
      return DATE_GIVEN.test(folded);
    case 'share':
      return SHARE_GIVEN.test(folded);
    case 'money':
      return MONEY_GIVEN.test(folded);
    case 'telephone':
      return TELEPHONE_GIVEN.test(folded);
    case 'count':
      return asked.unit === null ? COUNT_GIVEN.test(folded) : suppliesCount(folded, asked.unit);
  }
}

/** A number before one of the units; a calendar year (2021年) is no count of years. */
function suppliesCount(folded: string, unit: string): boolean {
  return (counted().get(unit) ?? countedPattern(unit)).test(folded);
}

/** Asked for every sentence of every passage: made once for each unit. */
const counted = once(() => new Map(UNITS.map(([, answers]) => [answers, countedPattern(answers)])));

function countedPattern(unit: string): RegExp {
  return new RegExp(`${NUMBER_START}(?!\\d{4}年)${NUMBER}\\s?(?:${unit})`, 'u');
}
