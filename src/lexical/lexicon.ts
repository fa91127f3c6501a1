import { YinjuError } from '../shared/errors.js';
import { once } from '../shared/once.js';

/** A word of another language and how near it is in meaning: cosine of the two in the encoder, above 0, at most 1. */
export interface Translation {
  readonly word: string;
  readonly nearness: number;
}

/** For a word of a question, the words that documents in another language may use for it. */
export interface Lexicon {
  /** Nearest first; empty for a word that is not known. `word` is folded, as `queryTerms` gives it. */
  translations(word: string): readonly Translation[];
  /** Whether a Chinese word, folded, is the translation of any. The first call takes some 10 ms. */
  isTranslation(word: string): boolean;
}

/** What stands before the nearness of a translation: one of each line's after its tab, the others after spaces. */
const TRANSLATED = /[\t ]([^\t\n :]+):/gu;

/** A lexicon file that is not in the format of `parseLexicon`. */
export class LexiconError extends YinjuError {
  readonly code = 'bad-lexicon';
  readonly line: number;

  constructor(line: number, reason: string) {
    super(`Line ${line} of the lexicon ${reason}.`, {
      remedy: 'Restore the lexicon of the model from the repository: git checkout embeddings/models.',
    });
    this.line = line;
  }
}

/**
 * Reads a lexicon: a line a word, a tab, its translations with their nearness, such as `car	汽车:0.65 车辆:0.52`. The
 * text is kept as it is: lines are found when the first word is asked for, which a Chinese question never does, and one is
 * read when its word is. Asking throws LexiconError where a line has no tab, or the line of the word is of another form.
 */
export function parseLexicon(text: string): Lexicon {
  const places = once(() => placesOfWords(text));
  const translations = once(() => new Set(Array.from(text.matchAll(TRANSLATED), ([, word = '']) => word)));
  return {
    translations: (word) => {
      const start = places().get(word);
      if (start === undefined) return [];
      const parts = text.slice(start, lineEnd(text, start)).split(' ');
      return parts.map((part) => parseTranslation(part) ?? refuse(part, lineNumber(text, start)));
    },
    isTranslation: (word) => translations().has(word),
  };
}

/** Where the translations of each word begin. Cutting the text into lines would take several times as long. */
function placesOfWords(text: string): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = lineEnd(text, start);
    if (end === start) continue;
    const tab = text.indexOf('\t', start);
    if (tab <= start || tab > end) throw new LexiconError(lineNumber(text, start), 'has no tab after its word');
    starts.set(text.slice(start, tab), tab + 1);
  }
  return starts;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** Number of the line that a place is in, from 1. */
function lineNumber(text: string, place: number): number {
  return text.slice(0, place).split('\n').length;
}

function parseTranslation(part: string): Translation | null {
  const colon = part.lastIndexOf(':');
  const nearness = Number(part.slice(colon + 1));
  return colon <= 0 || !(nearness > 0 && nearness <= 1) ? null : { word: part.slice(0, colon), nearness };
}

function refuse(part: string, line: number): never {
  throw new LexiconError(line, `holds ${JSON.stringify(part)}, which is no word with its nearness`);
}
