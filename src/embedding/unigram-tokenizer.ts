import { fieldOf, parseJson } from './model-files.js';

/** A piece of a vocabulary and the logarithm of its probability. */
export type Piece = readonly [text: string, score: number];

/** Pieces in square brackets mark something, such as the beginning of a text: none is found in a text. */
const MARK = /^\[[A-Z]+\]$/;

/**
 * Cuts texts into the pieces of a vocabulary, the most probable way (Kudo 2018, https://arxiv.org/abs/1804.10959): what the
 * tokenizer of transformers.js does with the `tokenizer.json` of the built-in encoder, in a sixth of its memory, for that one
 * keeps a map for every beginning of a piece, and with no tree to grow at every start.
 */
export class UnigramTokenizer {
  readonly #ids = new Map<string, number>();
  readonly #marks = new Map<string, number>();
  readonly #scores: Float64Array;
  /** Length of the longest piece that begins with a character, in UTF-16 units. */
  readonly #longest = new Map<string, number>();

  /** @param pieces in the order of their numbers; a character that is no piece divides a text, and is left out */
  constructor(pieces: readonly Piece[]) {
    this.#scores = Float64Array.from(pieces, ([, score]) => score);
    for (let id = 0; id < pieces.length; id += 1) {
      const text = pieces[id]?.[0] ?? '';
      if (MARK.test(text)) {
        this.#marks.set(text, id);
        continue;
      }
      this.#ids.set(text, id);
      const first = text.charAt(0);
      if (text.length > (this.#longest.get(first) ?? 0)) this.#longest.set(first, text.length);
    }
  }

  /** The number of a mark such as `[CLS]`; null where the vocabulary has none of that name. */
  mark(name: string): number | null {
    return this.#marks.get(name) ?? null;
  }

  /** The numbers of the pieces of a text in their order, after NFKC and in lower case: none of a text without any. */
  idsOf(text: string): number[] {
    const folded = text.normalize('NFKC').toLowerCase();
    const ids: number[] = [];
    let start = 0;
    for (let at = 0; at <= folded.length; at += 1) {
      if (at < folded.length && this.#ids.has(folded.charAt(at))) continue;
      if (at > start) for (const id of this.#bestWay(folded.slice(start, at))) ids.push(id);
      start = at + 1;
    }
    return ids;
  }

  /** The best way to every place of a run, from left to right: every character is a piece, so that each is reached. */
  #bestWay(run: string): readonly number[] {
    const scores = new Float64Array(run.length + 1).fill(-Infinity);
    const last = new Int32Array(run.length + 1);
    const starts = new Int32Array(run.length + 1);
    scores[0] = 0;
    for (let start = 0; start < run.length; start += 1) {
      const longest = Math.min(run.length, start + (this.#longest.get(run.charAt(start)) ?? 0));
      for (let end = start + 1; end <= longest; end += 1) {
        const id = this.#ids.get(run.slice(start, end));
        if (id === undefined) continue;
        const score = (scores[start] ?? 0) + (this.#scores[id] ?? 0);
        if (score <= (scores[end] ?? 0)) continue;
        scores[end] = score;
        last[end] = id;
        starts[end] = start;
      }
    }
    const ids: number[] = [];
    for (let end = run.length; end > 0; end = starts[end] ?? 0) ids.push(last[end] ?? 0);
    return ids.reverse();
  }
}

/**
 * Reads a `tokenizer.json` whose model is a Unigram one.
 * @throws Error where it is none
 */
export function parseUnigramTokenizer(json: Uint8Array): UnigramTokenizer {
  const model = fieldOf(parseJson(json), 'model');
  const vocabulary = fieldOf(model, 'vocab');
  if (fieldOf(model, 'type') !== 'Unigram' || !Array.isArray(vocabulary) || !vocabulary.every(isPiece))
    throw new Error('its tokenizer is no Unigram model');
  return new UnigramTokenizer(vocabulary);
}

const isPiece = (value: unknown): value is Piece =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
