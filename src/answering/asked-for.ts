import { foldText } from '../shared/fold-text.js';
import { unitsLike } from './measure-words.js';

/** Kinds of fact that a text states in a form of their own, whatever it is about. */
export type PlainFact =
  | 'date'
  | 'share'
  | 'money'
  | 'telephone'
  | 'address'
  | 'area'
  | 'duration'
  | 'age'
  | 'penalty'
  | 'procedure'
  | 'place'
  | 'agent';

/** What kind of fact a question asks for, where its form says so. */
export type AskedFor =
  | { readonly kind: PlainFact }
  /** `unit`: what may stand after the number, as the alternatives of a pattern; null where any counted thing will do. */
  | { readonly kind: 'count'; readonly unit: string | null }
  /**
   * Several things, one by one, beside those that the folded question names itself: so many, or `several` or `many` where
   * it does not say how many.
   */
  | { readonly kind: 'list'; readonly count: number | 'several' | 'many'; readonly question: string };

const either = (...alternatives: readonly string[]): RegExp => new RegExp(alternatives.join('|'), 'u');

/**
 * The forms of questions, the more special before the more general. A subject alone asks for nothing: 电话用户实名制,
 * telephone fraud, "why was it fined", "when data are collected".
 */
const FORMS: readonly (readonly [PlainFact, RegExp])[] = [
  [
    'telephone',
    either(
      '(?:电话|热线)(?:号码?)?(?:是|为)?(?:多少|什么|哪个|几号)|哪个(?:电话|热线|号码)|(?:打|拨打?)(?:什么|哪个|多少)(?:电话|热线|号码)?|(?:电话|热线)号码',
      String.raw`\b(?:tele)?phone numbers?\b|\b(?:what|which) (?:is the |are the )?[^?]{0,40}\bhotlines?\b|\bhotline number\b`,
      String.raw`\b(?:who|which number|what number) (?:do|should|can|must) (?:i|we|you) (?:call|ring|phone|dial)\b`,
    ),
  ],
  ['address', /网址|官网(?:是|地址)|邮箱|电子邮件地址|\bwebsite address\b|\burl\b|\be-?mail address\b/u],
  [
    'date',
    either(
      '什么时[候侯]|什么时间|什么日期|那[天年](?=施行|生效|实施|开始|发布|出台|成立|举办|召开)|何时|哪(?:一?年|一?天|一?日|个?月|几年|几天)|几月|几号|(?:时间|日期)(?:是|为)(?:多少|什么|哪)?[?？]?$',
      '(?:施行|生效|实施|发布|公布|出台|召开|举办|开幕|成立)的?(?:时间|日期)',
      String.raw`\bwhen (?:did|does|do|was|were|is|are|will|would|has|have|had|can|could|should|shall|must|exactly)\b`,
      String.raw`\b(?:since|until|till|tell me|know|say|find) when\b|\b(?:what|which) (?:year|date|day|month|time)\b|^when[?]?$`,
      String.raw`\b(?:effective|opening|release|publication|start|starting|founding) date\b|\bdate of (?:entry|publication|release|issue)\b`,
    ),
  ],
  [
    'penalty',
    either(
      '判(?:了|处|刑)?(?:几|多[久重少长]|什么|哪些)|刑期|量刑|被判',
      String.raw`\b(?:what|which|how long) (?:prison |jail )?sentences?\b|\bsentenced to\b|\b(?:jail|prison) terms?\b`,
    ),
  ],
  [
    'area',
    either(
      '面积(?:有|是|为)?多[大少]|占地多[大少]|多大(?:面积|的?(?:一块)?地(?!位|步))',
      String.raw`\bhow (?:large|big) an area\b|\bhow many (?:hectares|acres|square)\b`,
    ),
  ],
  [
    'share',
    either(
      '(?:率|比例|比重)(?:已?达到?|是|为|有|占)?(?:多少|多高|多大|几成)|百分之(?:几|多少)|多大比例|占比?(?:多少|多大|几成)',
      String.raw`\b(?:what|which) (?:percentage|percent|per cent|share|proportion|rate|ratio)\b|\bhow high (?:is|was) the [^?]{0,40}\brate\b`,
      String.raw`\bwhat (?:is|was|are|were) the [^?]{0,60}\b(?:percentage|proportion|rate|ratio)\b`,
    ),
  ],
  [
    'money',
    either(
      '多少钱|(?:多少|几)[万亿]{0,2}(?:美|欧|日|港)?元|罚(?:款|了|金)?(?:多少|几)|(?:额|款|金|费用|价格|收入|产值|预算)(?:共?计?|是|为|有|达到?|了)(?:多少|多大|几)',
      '(?:薪水|工资|月薪|年薪|奖金|罚款|罚金|票价|价钱|学费|补贴|经费)[^,.;?]{0,3}多少(?![个家起件人名])|赔偿?[你我他她它您]?多少|(?:金额|票价|价格|费用|薪水|工资|经费)[?]?$',
      String.raw`\bhow much (?:money|did|does|do|was|were|is|are|has|have|(?:can|could|will|would|should|must|may) (?:i|we|you|he|she|it|they))\b|\bhow (?:large|big|high) (?:is|was|are|were) the [^?]{0,40}\bfines?\b`,
      String.raw`\bwhat (?:is|was|are|were) the [^?]{0,60}\b(?:revenue|cost|price|budget|fine|amount of money)\b|\bwhat fines?\b|\bmaximum fine\b`,
      String.raw`\bhow (?:large|big|high) (?:is|was) the fine\b|\b(?:ticket|entry|admission) (?:price|fee)s?\b|\b(?:salary|price|wages)[?]?$`,
    ),
  ],
  // What somebody must do to get something: not how a policy is to be carried out.
  [
    'procedure',
    either(
      '怎[么样]才能|(?:怎[么样]|如何|(?:去|上|到)哪[里儿]?)[^,.;?]{0,4}(?:申请|报名|报案|投诉|举报|办理|登录|注册|索赔|退款|退钱|加入|领取|购买)',
      String.raw`\b(?:how|where) (?:do|can|could|should|must) (?:i|you)\b`,
    ),
  ],
  ['age', /几岁|多大(?:年纪|岁数)|年龄(?:是|为)?多[大少]|\bhow old (?:is|was|are|were|must|do)\b/u],
  ['duration', /多久|多长时间|\bhow long (?:did|does|do|was|were|is|are|will|has|have|can|may|must)\b/u],
];

/** Forms that a number or a list goes before: 哪些单位各有多少. */
const WIDER_FORMS: readonly (readonly [PlainFact, RegExp])[] = [
  [
    'place',
    either(
      '哪[里儿]|在哪(?![些个种家项])|哪一?(?:个|座)?(?:城市|地方|省|国家|市)|什么地方|何地|何处',
      String.raw`\bwhere (?:is|was|were|are|did|will|has|have)\b|\b(?:what|which) (?:city|cities|province|provinces|country|countries|town|place)\b`,
    ),
  ],
  [
    'agent',
    either(
      '谁|哪(?:一?个|一?家|些|几[个家])(?:单位|部门|机构|公司|企业|机关|组织|集团|学校|大学|高校|战队)|哪位|何人',
      String.raw`\bwho(?:m|se)?\b|\b(?:what|which) (?:agenc(?:y|ies)|compan(?:y|ies)|organi[sz]ations?|bod(?:y|ies)|departments?|ministr(?:y|ies)|institutions?|firms?|teams?|universit(?:y|ies))\b`,
    ),
  ],
];

/** One thing for each of many. 各种, 各类, 各级, 各方 and 各界 are one thing each. */
const ONE_BY_ONE = /历届|历年|逐[一条年]|各省|分别叫|\beach of\b|\b(?:of|in|for|by|at) each\b/u;
/** One thing for each of a few, two perhaps. */
const SEVERALLY = /分别|各自|各(?:是|有(?!关)|为|在|叫|由)(?=.{0,6}(?:什么|多少|几|哪|谁))|\brespectively\b/u;
const SO_MANY = either(
  '哪(?!一?个)(?<chinese>[一两二三四五六七八九十百\\d]{1,4})(?:个|家|所|项|种|座|部|条|款|名|位|起|件|篇|场|批|类|届)',
  String.raw`\b(?:which|names of the|the other) (?<english>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b`,
);
const SMALL_NUMBERS = { chinese: '二三四五', english: ['two', 'three', 'four', 'five'] } as const;
/** A list of so many is taken for one of any length. */
export const LONG_LIST = 6;

/** 多少 or 几 with the measure word that follows; 几乎, 几十, 哪几个 and 第几 ask for no number. */
const CHINESE_COUNT = /多少|(?<![十百千哪第])几(?![乎何率经番十百千])/u;
const MEASURED = /(?:多少|几)[万亿]{0,2}(?<unit>个月|周年|\p{Script=Han})(?<next>\p{Script=Han}?)/u;
/** Words that begin like a measure word: 多少国家 counts 个, 多少项目 anything. */
const NO_MEASURE = /^(?:国家|部门|部委|项目|条例|家庭|家长|场所|级别|种类|名称|件事|字节|天然|届时)$/u;
const ENGLISH_COUNT = /\bhow many (?<unit>[a-z]+)/u;

/** The kind of fact that a question asks for; null where its form does not say. Folds the question itself. */
export function askedFor(question: string): AskedFor | null {
  const folded = foldText(question);
  return listIn(folded) ?? formIn(FORMS, folded) ?? countIn(folded) ?? formIn(WIDER_FORMS, folded);
}

function formIn(forms: typeof FORMS, folded: string): AskedFor | null {
  const found = forms.find(([, pattern]) => pattern.test(folded));
  return found === undefined ? null : { kind: found[0] };
}

function listIn(folded: string): AskedFor | null {
  const soMany = SO_MANY.exec(folded)?.groups;
  if (soMany !== undefined) return { kind: 'list', count: numberOf(soMany), question: folded };
  if (ONE_BY_ONE.test(folded)) return { kind: 'list', count: 'many', question: folded };
  return SEVERALLY.test(folded) ? { kind: 'list', count: 'several', question: folded } : null;
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
  if (CHINESE_COUNT.test(folded)) {
    const { unit = '', next = '' } = MEASURED.exec(folded)?.groups ?? {};
    return { kind: 'count', unit: NO_MEASURE.test(unit + next) ? null : unitsLike(unit) };
  }
  const english = ENGLISH_COUNT.exec(folded)?.groups?.['unit'];
  return english === undefined ? null : { kind: 'count', unit: unitsLike(english) };
}
