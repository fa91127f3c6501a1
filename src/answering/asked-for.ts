import { foldText } from '../shared/fold-text.js';

/**
 * What kind of fact a question asks for, where its form says so; null where it does not. `unit` holds what may stand
 * after a counted number, as the alternatives of a pattern; null where any counted thing will do.
 */
export type AskedFor =
  | { readonly kind: 'date' | 'share' | 'money' | 'telephone' }
  | { readonly kind: 'count'; readonly unit: string | null };

const DATE = /什么时候|何时|哪一?年|哪一?天|几月|几号|几日|哪年|\bwhen\b|\b(?:what|which) (?:year|date|day|month)\b/u;
const SHARE =
  /率(?:是|为|达到?)?多少|百分之几|多大比例|占比|\bwhat (?:percentage|share|proportion|rate)\b|\bper cent\b/u;
const MONEY =
  /多少钱|多少万?亿?元|金额|罚款|罚多少|\bhow much money\b|\bfine[sd]?\b|\brevenue\b|\bhow much (?:does|did|do) .{1,60}\b(?:cost|pay|spend)\b/u;
const TELEPHONE = /电话|热线|\b(?:telephone|phone|hotline)\b/u;
const CHINESE_COUNT = /(?:多少|几)(?<unit>[\p{Script=Han}])?/u;
const ENGLISH_COUNT = /\bhow many (?<unit>[a-z]+)/u;

/** Words for the same thing counted; a question for 人 is answered by 12名 too. */
const SAME_UNIT: readonly (readonly string[])[] = [
  ['人', '名', '位', '人次', 'people', 'suspects', 'persons'],
  ['起', '件', '案', '宗', 'cases'],
  ['家', '个', '所', '间', 'companies', 'firms', 'universities', 'colleges', 'organisations', 'organizations'],
  ['天', '日', 'days'],
  ['年', '周年', 'years'],
  ['级', 'levels', 'grades'],
  ['月', '个月', 'months'],
];
const COUNTABLE = new Set('个名人位起件家所项条次部种类级天年月届批座国字篇场款亿万'.split(''));

/** The kind of fact that a question asks for. Folds the question itself. */
export function askedFor(question: string): AskedFor | null {
  const folded = foldText(question);
  if (TELEPHONE.test(folded)) return { kind: 'telephone' };
  if (DATE.test(folded)) return { kind: 'date' };
  if (SHARE.test(folded)) return { kind: 'share' };
  if (MONEY.test(folded)) return { kind: 'money' };
  const unit = CHINESE_COUNT.exec(folded)?.groups?.['unit'];
  if (CHINESE_COUNT.test(folded))
    return { kind: 'count', unit: unit !== undefined && COUNTABLE.has(unit) ? unitsLike(unit) : null };
  const english = ENGLISH_COUNT.exec(folded)?.groups?.['unit'];
  if (english === undefined) return null;
  return { kind: 'count', unit: SAME_UNIT.some((units) => units.includes(english)) ? unitsLike(english) : null };
}

function unitsLike(unit: string): string {
  return (SAME_UNIT.find((units) => units.includes(unit)) ?? [unit]).join('|');
}

const NUMBER = '(?:\\d[\\d.,]*|[〇零一二两三四五六七八九十百千]+)[多余几]?[百千万亿]*[多余几]?';
const DATE_GIVEN = /\d{4}年|\d{1,2}月|[一二三四五六七八九十]月|\b(?:1[89]|20)\d\d\b/u;
const SHARE_GIVEN = /\d%|百分之|\d成|[一二三四五六七八九]成/u;
const MONEY_GIVEN = new RegExp(`${NUMBER}(?:元|美元|欧元|人民币)|[$€¥£]\\s?\\d`, 'u');
const TELEPHONE_GIVEN = /\d{5,}|\d{3,4}-\d{4,}/u;
const COUNT_GIVEN = new RegExp(NUMBER, 'u');

/** Whether a stretch of text states a fact of the kind asked for: not that it is the right one, but that there is one. */
export function supplies(text: string, asked: AskedFor): boolean {
  const folded = foldText(text);
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
      return asked.unit === null
        ? COUNT_GIVEN.test(folded)
        : new RegExp(`${NUMBER}(?:${asked.unit})`, 'u').test(folded);
  }
}
