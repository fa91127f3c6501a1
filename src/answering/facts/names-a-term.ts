import { foldText } from '../../shared/fold-text.js';

/** Words by which a Chinese question asks; a phrase without any is looked up, not asked. */
const CHINESE_ASKING =
  /[?]|什么|啥|哪|谁|几(?!乎)|多少|多[大久长高]|怎|如何|为何|何[时地人处]|吗|呢|么[?]?$|嘛|有没有|有无|是不是|是否|能否|能不能|可不可以|会不会|要不要|请问|没有[?]?$/u;
const ENGLISH_ASKING =
  /[?]|\b(?:who|whom|whose|what|which|when|where|why|how|is there|are there|does|do i|did|tell me|explain|describe|list|name the)\b|^(?:is|are|was|were|do|does|did|can|could|has|have|had|will|would|should|must|may)\b/u;

/** Questions that ask what a term means. The term itself is short, and has no 的: X的主题是什么 asks for something of X. */
const CHINESE_DEFINITION = [
  /^(?:请问|请解释|解释一?下)?(?:什么是|啥是|何谓|何为|什么叫做?|啥叫)(?<term>[^,.;?，。的]{2,14})[?]?$/u,
  /^(?<term>[^,.;?，。的]{2,14})(?:是什么意思|是啥意思|指的?是什么|指什么|是什么东西|是啥东西|是啥)[?]?$/u,
];
const ENGLISH_DEFINITION = [
  /^(?:what(?:"s| is| are)) (?!the |its |their |this |that |these |those |one |being |said |planned |meant |china"s )(?:an? )?(?<term>[a-z\d-]+(?: [a-z\d-]+){0,3})[?]?$/u,
  /^what (?:does|do) (?:the (?:term|word) )?(?<term>[^?]{2,40}) mean[?]?$/u,
  /^(?:define|meaning of|definition of) (?<term>[^?]{2,40})[?]?$/u,
];

/**
 * Whether a question is nothing but a term (`区块链`, `zero trust architecture`), or asks what one means (什么是区块链).
 * A passage that does not hold the words of the term says nothing of it, however near its subject is.
 */
export function namesATerm(question: string): boolean {
  const folded = foldText(question).trim();
  if ([...CHINESE_DEFINITION, ...ENGLISH_DEFINITION].some((pattern) => pattern.test(folded))) return true;
  return !asksByAWord(folded);
}

/** Whether a folded question holds a word or mark that asks. */
export function asksByAWord(folded: string): boolean {
  return (/\p{Script=Han}/u.test(folded) ? CHINESE_ASKING : ENGLISH_ASKING).test(folded);
}
