import { asksByAWord } from './names-a-term.js';

const CHINESE_TEXTS =
  /(?:哪[些几个部一条项]{0,2}|什么|有没有|有无|是否有|有何|一系列)[^,.;?]{0,12}(?:规定|法律|法规|办法|条例|规章|文件|制度|预案|政策|标准|规矩|规则)/u;
const ENGLISH_TEXTS =
  /\b(?:which|what|any|a|are there|is there)\b[^,.;?]{0,30}\b(?:rules?|regulations?|laws?|legislation|measures|documents?|polic(?:y|ies)|standards?|plans?|provisions)\b/u;

/** Whether the titles of texts answer a folded question: it asks which there are, or is only a phrase, which is looked up. */
export function asksForTexts(folded: string): boolean {
  return !asksByAWord(folded) || CHINESE_TEXTS.test(folded) || ENGLISH_TEXTS.test(folded);
}
