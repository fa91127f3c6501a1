import { unitsLike } from './measure-words.js';
import { either } from './plain-fact.js';

/** 多少 or 几 with the measure word that follows; 几乎, 几十, 这几篇, 哪几个 and 第几 ask for no number. 几多 is Cantonese. */
const CHINESE_COUNT = /多少|几多|(?<![十百千哪第这那好前后近某老])几(?![乎何率经番十百千多])/u;
/** A question that asks for the manner says 几 of what it knows: 几篇文章里都讲要怎么做. */
const OF_MANNER = /怎|为什么|为何|如何/u;
const MEASURED =
  /(?:多少|几多?)[万亿]{0,2}(?<unit>个月|个?工作日|周年|小时|分钟|星期|\p{Script=Han})(?<next>\p{Script=Han}{0,3})/u;
/** Who is counted without a measure word: 多少警察, 多少毕业生. */
const PERSONS =
  /^\p{Script=Han}{0,2}?(?:者|员|人员|学生|毕业生|警察|民警|网警|观众|选手|专家|教师|老师|网民|用户|群众|代表|嘉宾|工人)/u;
/** What is counted goes before: 人数是多少, 招生人数, 案件数量有多少. */
const COUNTED_BEFORE =
  /(?:(?<unit>[人次件家户丝])数(?:量|目)?|(?:阅读|播放|点击|浏览|转发|访问|下载|观看|收看|点赞)(?:的?次)?(?<watched>量))(?:共|总共|一共)?(?:有|是|为|达到?)?(?:多少|[?]?$)/u;
/** The size of anything, in whatever it is counted. */
const HOW_MUCH = either(
  '(?:数量|总数|规模)(?:共|总共|一共)?(?:有|是|为|达到?)?(?:多[少大]|[?]?$)|多大(?:的)?规模',
  String.raw`\bhow (?:big|large|great|numerous) (?:is|was|are|were)\b|\b(?:turnout|attendance|headcount|total number)\b|\bhow many (?:thousand|million|billion|trillion)\b`,
);
/** 多少个国家, 多少国家. */
const COUNTRIES = /^个?国(?:家|$)/u;
/** Words that begin like a measure word: 多少国家 counts 个, 多少项目 anything. */
const NO_MEASURE = /^(?:部门|部委|项目|条例|家庭|家长|场所|级别|种类|名称|件事|字节|天然|届时)/u;
/** What stands after the thing that is counted, the last word before: how many paid trolls [were] ... */
const ENGLISH_COUNT = /\b(?:how many|number of) (?<counted>[a-z\d-]+(?: [a-z\d-]+){0,3})/u;
const AFTER_COUNTED =
  /^(?:is|are|was|were|be|been|did|do|does|has|have|had|can|could|may|must|should|will|would|and|or|of|in|at|on|to|for|from|by|with|per|that|which|who|the|a|got|get|came|there|this|these|those|its|it|i|you|we|they)$/u;

/** What a folded question wants counted: `unit` as in `AskedFor`; null where it asks for no number. */
export function countIn(folded: string): { readonly unit: string | null } | null {
  const groups = COUNTED_BEFORE.exec(folded)?.groups;
  const before = groups?.['unit'] ?? groups?.['watched'];
  if (before !== undefined) return { unit: unitsLike(before) };
  if (CHINESE_COUNT.test(folded) && (folded.includes('多少') || !OF_MANNER.test(folded))) {
    const { unit = '', next = '' } = MEASURED.exec(folded)?.groups ?? {};
    const noun = unit + next;
    const measure = PERSONS.test(noun) ? '人' : COUNTRIES.test(noun) ? '国' : NO_MEASURE.test(noun) ? '' : unit;
    return { unit: unitsLike(measure) };
  }
  const words = ENGLISH_COUNT.exec(folded)?.groups?.['counted']?.split(' ');
  if (words !== undefined) return { unit: unitsLike(headOf(words)) };
  return HOW_MUCH.test(folded) ? { unit: null } : null;
}

/** The noun that is counted: the last word before one that cannot belong to it, or a word that is known to be counted. */
function headOf(words: readonly string[]): string {
  const end = words.findIndex((word) => AFTER_COUNTED.test(word));
  const known = words.find((word) => unitsLike(word) !== null);
  const last = words[end - 1];
  return (last !== undefined && unitsLike(last) !== null ? last : (known ?? last)) ?? '';
}
