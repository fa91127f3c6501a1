/** What Chinese and English questions say of anything: a text need not use the word. */
const VAGUE =
  /^(?:时候|时间|地方|东西|办法|方法|意思|事情|样子|方面|关系|作用|影响|意义|原因|要求|内容|情况|地位|角色|看法|态度|目的|活动|工作|领域|思路|措施|问题|进展|成果|things?|parts?|roles?|ways?|means|reasons?|effects?|purposes?|relations?|views?)$/u;

/** 的 or the, the noun, and a word that asks: 宣传周的吉祥物是什么, what is the mascot of. */
const OF_SOMETHING = [
  /的(?<noun>(?:(?!的)\p{Script=Han}){2,5}?)(?:到底|究竟|具体|分别|各|都|一共|总共|共|大概){0,2}(?:是|有|为|指|叫|在)在?(?:什么|哪|多少|几|谁|多)/u,
  /的(?<noun>(?:(?!的)\p{Script=Han}){2,4})$/u,
  /\b(?:what|how) (?:is|was|are|were) the (?:[a-z-]+ )?(?<noun>[a-z-]+) (?:of|for|in|to|at|on|from|behind|by|required|that)\b/u,
];
/** What sort of thing is asked for: 哪家医院, which bank accounts. */
const OF_A_SORT = [
  /(?:哪一?(?:个|些|家|所|支|座|款|部|条|种|项|几个)|(?<![为靠凭做干说])什么)(?<noun>\p{Script=Han}{2})/u,
  /\b(?:what|which) (?!is|are|was|were|did|does|do|has|have|had|will|would|can|must|should|the|about|exactly|kinds?|sorts?|else)(?<noun>[a-z-]+)/u,
];

/** The noun for what a folded question asks for, of something or of a sort; null where it names none, or says nothing by it. */
export function soughtNoun(folded: string): string | null {
  for (const pattern of [...OF_SOMETHING, ...OF_A_SORT]) {
    const noun = pattern.exec(folded)?.groups?.['noun'];
    if (noun !== undefined && !VAGUE.test(noun)) return noun;
  }
  return null;
}
