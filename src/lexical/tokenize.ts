import { foldText } from '../shared/fold-text.js';

/** Changes whenever the same text may give other tokens; an index remembers the version that it was built with. */
export const TOKENIZER_VERSION = 1;

/** A character that is written without spaces between words. */
const UNSPACED = String.raw`[\p{Script=Han}\u3041-\u30ff]`;
const SPACED = String.raw`(?!${UNSPACED})[\p{L}\p{N}\p{M}]`;

/** A folded apostrophe with its ending: the `"s` of law's, the `"t` of don't. */
export const APOSTROPHE_ENDING = /(?<=[a-z])"(?:s|t|d|m|ll|re|ve)(?!\p{L})/gu;

/**
 * 1: a number (7.3, 1,700) that no letter follows; 2: a run without spaces; 3: a word of letters and digits (5g, goip).
 * Quantifiers never compete for a character but in a number, and there only once: the time is linear.
 */
const PIECE = new RegExp(
  String.raw`(\d+(?:[.,]\d+)*(?!${SPACED}))|(${UNSPACED}+)|${APOSTROPHE_ENDING.source}|((?:${SPACED})+)`,
  'gu',
);

/** English words in -s that are no plural, beside those in -ss, -us and -is. */
const NO_PLURAL = new Set(['always', 'news', 'perhaps', 'series', 'species', 'whereas', 'does', 'has', 'was']);

/**
 * The singular of an English word in its regular plural, so that "measures" meets "measure": -ies to -y, -es after a
 * sibilant and -s dropped. Words of other languages in -s lose it too, in documents and questions alike. Nothing else
 * is stemmed: "security" and "secure" stay apart.
 */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word) || NO_PLURAL.has(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/**
 * The tokens of a text in their order, repeated ones too.
 *
 * The text is folded first (`foldText`; folding twice does no harm). Chinese and Japanese runs give every pair of
 * neighbouring characters, a run of one gives that one: 网络安全 gives 网络 络安 安全. Numbers are tokens of their own,
 * digits grouped by commas joined: 300余项 gives 300 余项, 7.3亿 gives 7.3 亿, 1,700 gives 1700. Words are whole, in the
 * singular; letters and digits together are one word: 5g, goip. 's and the like are left out.
 */
export function tokenize(text: string): string[] {
  return tokensOfFolded(foldText(text));
}

/** `tokenize` for a text that is folded already. */
export function tokensOfFolded(folded: string): string[] {
  const tokens: string[] = [];
  for (const { kind, text } of piecesOf(folded))
    if (kind === 'run') pushPairs(text, tokens);
    else tokens.push(text);
  return tokens;
}

/** What tokens are made of. */
export interface Piece {
  /** A number, a run that is written without spaces, or a word. */
  readonly kind: 'number' | 'run' | 'word';
  /** A number without its commas, a run as it stands, a word in the singular. */
  readonly text: string;
  /** Where it stands in the folded text: [start, end). */
  readonly start: number;
  readonly end: number;
}

/** The pieces of a folded text in their order. */
export function piecesOf(folded: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const match of folded.matchAll(PIECE)) {
    const [whole, number, run, word] = match;
    const at = { start: match.index, end: match.index + whole.length };
    if (run !== undefined) pieces.push({ kind: 'run', text: run, ...at });
    else if (number !== undefined) pieces.push({ kind: 'number', text: plainNumber(number), ...at });
    else if (word !== undefined) pieces.push({ kind: 'word', text: singular(word), ...at });
  }
  return pieces;
}

/** Joins digits grouped by thousands (1,700); other commas end a number and begin the next, as in 2,3: kept as it stands. */
function plainNumber(number: string): string {
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(number) ? number.replaceAll(',', '') : number;
}

function pushPairs(run: string, tokens: string[]): void {
  const characters = Array.from(run);
  if (characters.length === 1) tokens.push(run);
  for (let index = 1; index < characters.length; index += 1)
    tokens.push(`${characters[index - 1] ?? ''}${characters[index] ?? ''}`);
}

/** Runs of characters that are written without spaces. */
const RUN = new RegExp(`${UNSPACED}{2,}`, 'gu');

/**
 * Tokens that every text has whose folded form holds this one, wherever it stands in it: the pairs of its runs without
 * spaces. Words and numbers are none of them, for at its ends they may be parts of longer ones.
 */
export function tokensInside(folded: string): string[] {
  const tokens: string[] = [];
  for (const [run] of folded.matchAll(RUN)) pushPairs(run, tokens);
  return [...new Set(tokens)];
}
