import { YinjuError } from '../shared/errors.js';

/** A word of another language and how near it is in meaning: cosine of the two in the encoder, above 0, at most 1. */
export interface Translation {
  readonly word: string;
  readonly nearness: number;
}

/** For a word of a question, the words that documents in another language may use for it. */
export interface Lexicon {
  /** Nearest first; empty for a word that is not known. `word` is folded, as `queryTerms` gives it. */
  translations(word: string): readonly Translation[];
}

/** A lexicon that knows no word: questions are then looked for in their own language only. */
export const emptyLexicon: Lexicon = { translations: () => [] };

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
 * text is kept as it is and a line is read when its word is asked for: a process asks for few.
 * @throws LexiconError where a line is of another form (when that line is read), or has no tab
 */
export function parseLexicon(text: string): Lexicon {
  const lines = new Map<string, { readonly number: number; readonly translations: string }>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const tab = line.indexOf('\t');
    if (tab <= 0) throw new LexiconError(index + 1, 'has no tab after its word');
    lines.set(line.slice(0, tab), { number: index + 1, translations: line.slice(tab + 1) });
  }
  return {
    translations: (word) => {
      const line = lines.get(word);
      return line === undefined ? [] : line.translations.split(' ').map((part) => parseTranslation(part, line.number));
    },
  };
}

function parseTranslation(part: string, line: number): Translation {
  const colon = part.lastIndexOf(':');
  const nearness = Number(part.slice(colon + 1));
  if (colon <= 0 || !(nearness > 0 && nearness <= 1))
    throw new LexiconError(line, `holds ${JSON.stringify(part)}, which is no word with its nearness`);
  return { word: part.slice(0, colon), nearness };
}
