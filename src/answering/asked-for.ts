import { foldText } from '../shared/fold-text.js';
import { unitsLike } from './measure-words.js';
import { asksByAWord } from './names-a-term.js';
import { PHRASES } from './phrase-forms.js';
import { either, type PlainFact, type QuestionForm } from './plain-fact.js';
import { FORMS } from './question-forms.js';
import { WIDER_FORMS } from './wider-question-forms.js';

/** What kind of fact a question asks for, where its form says so. `question` is folded: what it states itself answers nothing. */
export type AskedFor = { readonly question: string } & (
  | { readonly kind: PlainFact }
  /** `unit`: what may stand after the number, as the alternatives of a pattern; null where any counted thing will do. */
  | { readonly kind: 'count'; readonly unit: string | null }
  /**
   * Several things, one by one, beside those that the question names itself: so many, or `several` or `many` where it does not
   * say how many. With a `unit`, a number for each of them.
   */
  | { readonly kind: 'list'; readonly count: number | 'several' | 'many'; readonly unit?: string | null }
);

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

/** 多少 or 几 with the measure word that follows; 几乎, 几十, 这几篇, 哪几个 and 第几 ask for no number. 几多 is Cantonese. */
const CHINESE_COUNT = /多少|几多|(?<![十百千哪第这那好前后近某老])几(?![乎何率经番十百千多])/u;
/** A question that asks for the manner says 几 of what it knows: 几篇文章里都讲要怎么做. */
const OF_MANNER = /怎|为什么|为何|如何/u;
const MEASURED =
  /(?:多少|几多?)[万亿]{0,2}(?<unit>个月|周年|小时|分钟|星期|\p{Script=Han})(?<next>\p{Script=Han}{0,3})/u;
/** Who is counted without a measure word: 多少警察, 多少毕业生. */
const PERSONS =
  /^\p{Script=Han}{0,2}?(?:者|员|人员|学生|毕业生|警察|民警|网警|观众|选手|专家|教师|老师|网民|用户|群众|代表|嘉宾|工人)/u;
/** What is counted goes before: 人数是多少, 招生人数, 案件数量有多少. */
const COUNTED_BEFORE = /(?<unit>[人次件家户丝])数(?:量|目)?(?:共|总共|一共)?(?:有|是|为|达到?)?(?:多少|[?]?$)/u;
/** The size of anything, in whatever it is counted. */
const HOW_MUCH = either(
  '(?:数量|总数|规模)(?:共|总共|一共)?(?:有|是|为|达到?)?(?:多[少大]|[?]?$)|多大(?:的)?规模',
  String.raw`\bhow (?:big|large|great|numerous) (?:is|was|are|were)\b|\b(?:turnout|attendance|headcount|total number)\b|\bhow many (?:thousand|million|billion|trillion)\b`,
);
/** Words that begin like a measure word: 多少国家 counts 个, 多少项目 anything. */
const NO_MEASURE = /^(?:国家|部门|部委|项目|条例|家庭|家长|场所|级别|种类|名称|件事|字节|天然|届时)/u;
/** What stands after the thing that is counted, the last word before: how many paid trolls [were] ... */
const ENGLISH_COUNT = /\b(?:how many|number of) (?<counted>[a-z-]+(?: [a-z-]+){0,3})/u;
const AFTER_COUNTED =
  /^(?:is|are|was|were|be|been|did|do|does|has|have|had|can|could|may|must|should|will|would|and|or|of|in|at|on|to|for|from|by|with|per|that|which|who|the|a|got|get|came|there|this|these|those|its|it|i|you|we|they)$/u;

/** What several texts or places say, side by side: each answers by itself, in whatever form. */
const ACROSS_TEXTS =
  /(?:[几各两三四]|不同|多)(?:篇|处|份|个地方|段)|不同(?:年份|文章|文件|场合)|(?:说法|讲法|提法)(?:有|是|在|差|一样|不同|上)|\b(?:each|different|several|various|all|both|two|three) (?:places?|texts?|articles?|documents?|passages?|authors?)\b/u;

/** The kind of fact that a question asks for; null where its form does not say. Folds the question itself. */
export function askedFor(question: string): AskedFor | null {
  const folded = foldText(question).replaceAll('啥', '什么').replaceAll('咋', '怎么');
  if (ACROSS_TEXTS.test(folded)) return null;
  const asked =
    listIn(folded) ?? formIn(FORMS, folded) ?? countIn(folded) ?? fewIn(folded) ?? formIn(WIDER_FORMS, folded);
  const phrase = folded.replace(/[?\s]+$/u, '');
  return asked ?? (asksByAWord(phrase) ? null : formIn(PHRASES, phrase));
}

function formIn(forms: readonly QuestionForm[], folded: string): AskedFor | null {
  const found = forms.find(([, pattern]) => pattern.test(folded));
  return found === undefined ? null : { kind: found[0], question: folded };
}

function listIn(folded: string): AskedFor | null {
  for (const pattern of SO_MANY) {
    const groups = pattern.exec(folded)?.groups;
    if (groups !== undefined) return { kind: 'list', count: numberOf(groups), question: folded };
  }
  const count = ONE_BY_ONE.test(folded) ? 'many' : SEVERALLY.test(folded) ? 'several' : null;
  if (count === null) return null;
  const number = countIn(folded);
  return { kind: 'list', count, question: folded, ...(number?.kind === 'count' ? { unit: number.unit } : {}) };
}

function fewIn(folded: string): AskedFor | null {
  return A_FEW.test(folded) ? { kind: 'list', count: 2, question: folded } : null;
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

function countIn(folded: string): AskedFor | null {
  const before = COUNTED_BEFORE.exec(folded)?.groups?.['unit'];
  if (before !== undefined) return { kind: 'count', unit: unitsLike(before), question: folded };
  if (CHINESE_COUNT.test(folded) && (folded.includes('多少') || !OF_MANNER.test(folded))) {
    const { unit = '', next = '' } = MEASURED.exec(folded)?.groups ?? {};
    const noun = unit + next;
    const measure = PERSONS.test(noun) ? '人' : NO_MEASURE.test(noun) ? '' : unit;
    return { kind: 'count', unit: unitsLike(measure), question: folded };
  }
  const words = ENGLISH_COUNT.exec(folded)?.groups?.['counted']?.split(' ');
  if (words !== undefined) return { kind: 'count', unit: unitsLike(headOf(words)), question: folded };
  return HOW_MUCH.test(folded) ? { kind: 'count', unit: null, question: folded } : null;
}

/** The noun that is counted: the last word before one that cannot belong to it, else one that is known to be counted. */
function headOf(words: readonly string[]): string {
  const end = words.findIndex((word) => AFTER_COUNTED.test(word));
  const known = words.find((word) => unitsLike(word) !== null);
  return (end > 0 ? words[end - 1] : known) ?? '';
}
