import { once } from '../shared/once.js';
import { LONG_LIST, type AskedFor, type PlainFact } from './asked-for.js';
import { ALL_UNITS } from './measure-words.js';

/** Of bounded length, so that a text of digits alone is read once and not once a digit. */
const NUMBER = '(?:\\d[\\d.,]{0,15}|[〇零一二两三四五六七八九十百千]{1,10})[多余几]?[百千万亿]{0,3}[多余几]?';
/** No number in the middle of another one, and not the day of a month. */
const NUMBER_START = '(?<![\\d〇零一二两三四五六七八九十百千]|\\d[.,]|月)';

/** The forms in which texts state a fact of each kind. */
const GIVEN: Readonly<Record<PlainFact, RegExp>> = {
  /** A year, before 年 or where nothing counts what it might count otherwise: 2020, not 2000余名. */
  date: /\d{4}年|\d{1,2}月|[一二三四五六七八九十]月|(?<![\d.,])(?:1[89]|20)\d\d(?![\d%\p{Script=Han}]|[.,]\d)/u,
  share: /\d(?:%| ?per ?cent)|百分之|[\d一二三四五六七八九]成(?![员立为果功长都本效就熟])/u,
  money: new RegExp(
    String.raw`${NUMBER}(?:元|美元|欧元|人民币)|[$€¥£]\s?\d|\d (?:(?:thousand|million|billion|trillion) )?(?:yuan|rmb|dollars?|euros?)\b`,
    'u',
  ),
  /** A number in the form of a telephone, or one that stands beside the word and counts nothing. */
  telephone: new RegExp(
    [
      String.raw`(?<!\d)(?:0\d{2,3}-?\d{7,8}|1[3-9]\d{9}|[48]00-?\d{3}-?\d{4})(?!\d)`,
      String.raw`(?:电话|热线|拨打|致电|\b(?:phone|telephone|hotline|call|dial)\b)[^\d,。;]{0,12}\d{3,}(?![\d.,余多几万亿千百件起个名人次家条项])`,
      String.raw`(?<!\d)\d{3,12}(?:举报|服务|报警|咨询)?(?:电话|热线)`,
    ].join('|'),
    'u',
  ),
  address: /\bwww\.|https?:|@[a-z]|\.(?:cn|com|org|net)\b/u,
  area: new RegExp(String.raw`${NUMBER}(?:平方|亩|公顷|平米)|\d (?:square|hectares?|acres?)\b`, 'u'),
  duration: new RegExp(
    String.raw`(?<!\d)(?!\d{4}年)${NUMBER}(?:年|个月|天|周|星期|小时|分钟)|每[年月周天]|\d (?:years?|months?|days?|weeks?|hours?|minutes?)\b`,
    'u',
  ),
  age: new RegExp(String.raw`${NUMBER}周?岁|\d years? old\b|\baged \d`, 'u'),
  penalty: /徒刑|判处|判刑|拘役|死刑|获刑|罚金|\bsentenced\b|\bimprison/u,
  procedure:
    /报名|申请表|提出申请|提交|拨打|填写|登录|网址|热线|窗口|携带|身份证|\b(?:apply|register|sign up|submit|fill in|call) /u,
  /** A name of a place ends in what it is, or stands where something takes place. */
  place:
    /[省市县区州镇乡村国]|北京|上海|天津|重庆|香港|澳门|台湾|内蒙古|新疆|西藏|在\p{Script=Han}{2,8}(?:举[办行]|召开|发布|成立|开幕|落[地幕户])|落[地户]|\b(?:in|at) [a-z]/u,
  agent:
    /[部委局署院办厅司处会社队]|公司|集团|企业|大学|高校|机关|机构|组织|团伙|团队|平台|人员|人士|主席|书记|总理|同志|主任|代表|政府|习近平|\b(?:by|ministry|office|company|commission|agency)\b/u,
};

const COUNT_GIVEN = new RegExp(NUMBER, 'u');
const NUMBERS = new RegExp(NUMBER, 'gu');

/** How many things make a list: in quotation marks, or between 、, of which Chinese sentences are full anyway. */
const LEAST = { many: { marked: 3, listed: 5 }, several: { marked: 2, listed: 3 } } as const;
const CLAUSE_END = /[,.;:!?。]/u;

/** Whether a folded text states a fact of the kind asked for: not that it is the right one, but that there is one. */
export function supplies(folded: string, asked: AskedFor): boolean {
  if (asked.kind === 'list') return suppliesList(folded, asked);
  if (asked.kind !== 'count') return GIVEN[asked.kind].test(folded);
  return asked.unit === null ? COUNT_GIVEN.test(folded) : suppliesCount(folded, asked.unit);
}

/** Whether a text lists enough things that the question does not name. */
function suppliesList(folded: string, { count, question }: AskedFor & { readonly kind: 'list' }): boolean {
  const beside = (words: readonly string[]): number => words.filter((word) => !question.includes(word)).length;
  const marked = beside([...folded.matchAll(/"([^"]{1,40})"/gu)].map(([, words = '']) => words));
  const listedBy = (mark: RegExp): number =>
    Math.max(...folded.split(CLAUSE_END).map((clause) => beside(itemsOf(clause, mark))));
  // Two or three things are joined by 和 as often as by 、.
  if (typeof count === 'number') return Math.max(marked, listedBy(/[、和与及]/u)) >= Math.min(count, LONG_LIST);
  const least = LEAST[count];
  if (marked >= least.marked || listedBy(/、/u) >= least.listed) return true;
  return count === 'several' && [...folded.matchAll(NUMBERS)].length >= least.marked;
}

/** What a clause lists. Of its first and last item, in the rest of the clause, only the near end is known. */
function itemsOf(clause: string, mark: RegExp): readonly string[] {
  const items = clause.split(mark);
  if (items.length < 2) return [];
  return [(items[0] ?? '').slice(-2), ...items.slice(1, -1), (items.at(-1) ?? '').slice(0, 2)];
}

/** A number before one of the units; a calendar year (2021年) is no count of years. */
function suppliesCount(folded: string, unit: string): boolean {
  return (counted().get(unit) ?? countedPattern(unit)).test(folded);
}

/** Asked for every sentence of every passage: made once for each unit. */
const counted = once(() => new Map(ALL_UNITS.map((unit) => [unit, countedPattern(unit)])));

function countedPattern(unit: string): RegExp {
  return new RegExp(`${NUMBER_START}(?!\\d{4}年)${NUMBER}\\s?(?:${unit})`, 'u');
}
