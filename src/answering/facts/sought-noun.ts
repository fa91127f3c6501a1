import { asksByAWord } from './names-a-term.js';

/** What Chinese and English questions say of anything: a text need not use the word. */
const VAGUE =
  /^(?:时候|时间|地方|东西|办法|方法|意思|事情|样子|方面|关系|作用|影响|意义|原因|要求|内容|情况|地位|角色|看法|态度|目的|活动|工作|领域|思路|措施|问题|进展|成果|单位|部门|机构|机关|公司|企业|组织|国家|城市|省份|地区|方向|好处|性质|名字|名称|分别|责任|冲击|使命|改进|改善|毛病|要素|出路|贡献|年月|时期|领导人?|部分|行业|things?|parts?|roles?|ways?|means|reasons?|effects?|purposes?|relations?|views?|years?|days?|months?|dates?|companies|firms|countries|cities|provinces|agencies|bodies|departments|organi[sz]ations|names?|steps?|approach|progress|plans?|respects?|connection|good|use|end|piece|topics?|sectors?|industries|work|leaders|sense)$/u;

/** 的 or the, the noun, and a word that asks: 宣传周的吉祥物是什么, what is the mascot of. */
const OF_SOMETHING = [
  /的(?<noun>(?:(?!的)\p{Script=Han}){2,5}?)(?:到底|究竟|具体|分别|各|都|一共|总共|共|大概){0,2}(?:是|有|为|指|叫|在)在?(?:什么|哪|多少|几|谁|多)/u,
  /的(?<noun>(?:(?!的)\p{Script=Han}){2,4})$/u,
  /\b(?:what|how) (?:is|was|are|were) the (?:[a-z-]+ )?(?<noun>[a-z-]+) (?:of|for|in|to|at|on|from|behind|by|required|that)\b/u,
];
/** What sort of thing is asked for: 哪家医院, 什么样的角色; the last noun of which bank accounts. */
const OF_A_SORT = [
  /(?:哪一?(?:个|些|家|所|支|座|款|部|条|种|类|项|几个|几种|几项)|(?<![为靠凭做干说])什么)(?:样的|类型的)?(?!样)(?<noun>(?:(?![的与跟和什在对由到])\p{Script=Han}){2})/u,
  /\b(?:what|which) (?!is|are|was|were|did|does|do|has|have|had|will|would|can|must|should|the|about|exactly|on|kinds?|sorts?|else)(?<words>[a-z-]+(?: [a-z-]+){0,3})/u,
];
/** Who or what is among others: 被害人里有没有外国人. */
const AMONG =
  /(?:里面?|里头|当中|之中|[人员者]中),?(?:到底|究竟|是否|还)?有(?:没有|无|没)?(?<noun>(?:(?!什么|哪|谁|多|几)\p{Script=Han}){2,4}?)(?:或|和|吗|的|啊|呢|[,?]|$)/u;
/** No noun of its own, or the end of one. */
const AFTER_NOUN =
  /^(?:is|are|was|were|be|been|did|do|does|has|have|had|can|could|may|must|should|will|would|and|or|of|in|at|on|to|for|from|by|with|that|who|the|a|an|this|these|it|its|i|you|we|they|one|two|three|four|five|six|seven|eight|nine|ten)$|ed$/u;

/** A Chinese phrase ends in what it is about: 重要数据目录 is a catalogue. */
const CHINESE_HEAD = /(?:(?!的)\p{Script=Han}){2}$/u;

/** The noun for what a folded question asks for, of something or of a sort; null where it names none, or says nothing by it. */
export function soughtNoun(folded: string): string | null {
  for (const pattern of [...OF_SOMETHING, ...OF_A_SORT, AMONG]) {
    const groups = pattern.exec(folded)?.groups;
    const noun = groups?.['noun'] ?? lastNoun(groups?.['words']);
    if (noun !== undefined && !VAGUE.test(noun)) return noun;
  }
  return asksByAWord(folded) ? null : (CHINESE_HEAD.exec(folded.replace(/[\s"。.!]+$/u, ''))?.[0] ?? null);
}

/** Of "foreign law enforcement agencies cooperated" the first plural, of "demonstration project is" the last word before the verb. */
function lastNoun(words: string | undefined): string | undefined {
  const all = words?.split(' ') ?? [];
  const end = all.findIndex((word) => AFTER_NOUN.test(word));
  const own = end < 0 ? all : all.slice(0, end);
  return own.find((word) => /[^sui]s$/u.test(word)) ?? (end < 0 ? own[0] : own.at(-1));
}
