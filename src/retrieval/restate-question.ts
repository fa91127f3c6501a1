import type { Span } from '../documents/span.js';
import { findMentions } from '../laws/names/find-mentions.js';
import type { NameMatcher } from '../laws/names/name-matcher.js';
import type { Lexicon } from '../lexical/lexicon.js';
import { isFunctionWord } from '../lexical/query-terms.js';
import { mainlandWords } from '../lexical/regional-words.js';
import { respell } from '../lexical/respell.js';
import { respellChinese, type DocumentWords } from '../lexical/respell-chinese.js';
import { romanizedNames, type ChineseNames, type DocumentNames } from '../lexical/romanized-names.js';
import { foldText } from '../shared/fold-text.js';
import type { Question } from './question.js';

const ENGLISH_WORD = /(?<![\p{L}\p{N}])[A-Za-z]+(?![\p{L}\p{N}])/gu;

/**
 * A question in the words that documents and lexicon are likely to know: a Chinese one folded, with the words of the
 * mainland in place of those of Taiwan; in another one, English words with a slip of the pen as they were meant. The
 * question as it stands where there is nothing to restate. For looking things up, never for showing.
 * @param names words that are meant as they are
 */
export function restateQuestion(
  { text, language }: Pick<Question, 'text' | 'language'>,
  lexicon: Lexicon,
  names: ChineseNames = new Map(),
): string {
  if (language === 'zh-Hans') return text;
  if (language === 'zh-Hant') {
    const folded = foldText(text);
    const restated = mainlandWords(folded);
    return restated === folded ? text : restated;
  }
  const isKnown = (word: string): boolean => lexicon.translations(word).length > 0;
  const meant = (word: string): string | null =>
    isFunctionWord(word) || isKnown(word) ? null : (respell(word, isFunctionWord) ?? respell(word, isKnown));
  return text.replace(ENGLISH_WORD, (word) =>
    // Capitals alone are an abbreviation, not a word.
    word === word.toUpperCase() || names.has(word.toLowerCase()) ? word : (meant(word.toLowerCase()) ?? word),
  );
}

/** A question as it is looked for, and the Chinese that documents may write for its names. */
export interface RestatedQuestion {
  readonly text: string;
  /** Empty for a Chinese question. */
  readonly names: ChineseNames;
}

/**
 * `restateQuestion`, and in a Chinese question what the documents do not use as it is written respelt to what they do use and
 * sounds alike (`respellChinese`). Names of laws stay as they are written. In any other question names in pinyin are kept,
 * with what the documents write for them (`romanizedNames`).
 */
export async function restateForDocuments(
  question: Pick<Question, 'text' | 'language'>,
  { lexicon, matcher }: { readonly lexicon: Lexicon; readonly matcher: NameMatcher },
  documents: DocumentWords & DocumentNames,
): Promise<RestatedQuestion> {
  if (question.language !== 'zh-Hans' && question.language !== 'zh-Hant') {
    const names = await romanizedNames(question.text, documents, lexicon);
    return { text: restateQuestion(question, lexicon, names), names };
  }
  const restated = restateQuestion(question, lexicon);
  const named = findMentions(restated, matcher).map(({ start, end }): Span => [start, end]);
  const text = await respellChinese(restated, documents, (word) => lexicon.isTranslation(word), named);
  return { text, names: new Map() };
}
