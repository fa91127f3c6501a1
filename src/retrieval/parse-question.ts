import { detectLanguage } from '../shared/language.js';
import { DEFAULT_LIMIT, MAXIMUM_LIMIT, MAXIMUM_QUESTION_LENGTH, type Question } from './question.js';

/** Why a text cannot be asked. Lengths in UTF-16 units. */
export type QuestionProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'no-words' }
  | { readonly code: 'too-long'; readonly length: number; readonly maximum: number };

export type ParsedQuestion =
  { readonly ok: true; readonly question: Question } | { readonly ok: false; readonly problem: QuestionProblem };

/** What may be asked for beside the text; what is left out is null, the limit `DEFAULT_LIMIT`. */
export type QuestionOptions = Partial<Omit<Question, 'text' | 'language' | 'scopes'>> & Pick<Question, 'scopes'>;

/** White space that would break a line of output. */
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Controls, and the invisible marks (zero width, direction, soft hyphen, byte-order mark) that would split words. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
/** With the flag `u` this finds only surrogates that stand alone. */
const LONE_SURROGATES = /\p{Cs}/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const REPLACEMENT_CHARACTER = '\uFFFD';

/**
 * The text of a question in one line: tabs and line breaks become one space, control characters and invisible marks
 * are dropped, each lone surrogate becomes U+FFFD, white space at both ends goes. Everything else stays as written.
 */
export function cleanQuestion(text: string): string {
  return text.replace(LINE_BREAKS, ' ').replace(INVISIBLE, '').replace(LONE_SURROGATES, REPLACEMENT_CHARACTER).trim();
}

/**
 * Makes a question of a text and its options, or says why it cannot be asked.
 * @throws RangeError where `options.limit` is no whole number from 1 to `MAXIMUM_LIMIT`: callers check what users enter
 */
export function parseQuestion(text: string, options: QuestionOptions): ParsedQuestion {
  const limit = options.limit ?? DEFAULT_LIMIT;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAXIMUM_LIMIT)
    throw new RangeError(`The limit must be a whole number from 1 to ${MAXIMUM_LIMIT}, not ${limit}`);

  const cleaned = cleanQuestion(text);
  if (cleaned === '') return { ok: false, problem: { code: 'empty' } };
  if (cleaned.length > MAXIMUM_QUESTION_LENGTH)
    return { ok: false, problem: { code: 'too-long', length: cleaned.length, maximum: MAXIMUM_QUESTION_LENGTH } };
  if (!LETTER_OR_DIGIT.test(cleaned)) return { ok: false, problem: { code: 'no-words' } };

  return {
    ok: true,
    question: {
      text: cleaned,
      language: detectLanguage(cleaned),
      law: options.law ?? null,
      article: options.article ?? null,
      document: options.document ?? null,
      ...(options.among === undefined ? {} : { among: options.among }),
      kind: options.kind ?? null,
      asOf: options.asOf ?? null,
      scopes: options.scopes,
      context: options.context ?? null,
      limit,
    },
  };
}
