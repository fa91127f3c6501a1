import { foldText } from '../shared/fold-text.js';

/** 「」『』, “” and straight double quotes. 《》 name a text and single quotes are apostrophes: neither asks for the letter. */
const QUOTED = /「([^「」]{1,200})」|『([^『』]{1,200})』|“([^“”]{1,200})”|"([^"]{1,200})"|＂([^＂]{1,200})＂/gu;

/**
 * What a question puts in quotation marks and so wants to find literally: folded, in order, each once, without empty
 * ones. An opening mark that is never closed quotes nothing.
 */
export function literalWords(question: string): readonly string[] {
  const quoted = [...question.matchAll(QUOTED)].map((match) => foldText(match.slice(1).join('')));
  return [...new Set(quoted.filter((words) => /[\p{L}\p{N}]/u.test(words)))];
}
