import type { Encoder } from '../../embedding/encoder.js';
import type { Segment } from '../files/segment.js';
import { passageOfLine } from '../files/segment.js';
import { vectorAt } from '../files/vector-bytes.js';
import { EncoderFaultError } from '../index-errors.js';

/** How far the length of a vector may be from 1: more than rounding to 32 bits and half-precision weights make of it. */
const LENGTH_TOLERANCE = 0.01;

/** Vectors in the order of the texts, and how many of them had to be computed. */
export interface EncodedTexts {
  /** One after the other, as many numbers for each as the encoder's dimension. */
  readonly vectors: Float32Array;
  /** Different texts that went through the encoder. */
  readonly encoded: number;
}

/** Options of `encodeTexts`. */
export interface EncodeOptions {
  /** Segments whose passages the same encoder encoded. */
  readonly known: readonly Segment[];
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * The vectors of texts. A text that a known segment holds, or that comes twice, goes through the encoder not again.
 * @throws EncoderFaultError where the encoder gives something else than vectors of its dimension and length 1
 */
export async function encodeTexts(
  encoder: Encoder,
  texts: readonly string[],
  { known, onProgress, signal }: EncodeOptions,
): Promise<EncodedTexts> {
  const table = new VectorTable(encoder, texts);
  table.takeKnown(known);
  const missing = table.missing();
  onProgress(0, missing.length);
  for (let start = 0; start < missing.length; start += encoder.batchSize) {
    signal?.throwIfAborted();
    const batch = missing.slice(start, start + encoder.batchSize);
    const encoded = await encoder.encode(batch, 'passage', signal);
    if (encoded.length !== batch.length)
      throw new EncoderFaultError(encoder.identity.model, `${encoded.length} vectors for ${batch.length} texts`);
    for (const [place, text] of batch.entries()) table.put(text, encoded[place]);
    onProgress(start + batch.length, missing.length);
  }
  return { vectors: table.filled(), encoded: missing.length };
}

/** The vectors of texts in one piece of memory: as many objects as there are texts would take as much again. */
class VectorTable {
  readonly #encoder: Encoder;
  readonly #texts: readonly string[];
  readonly #vectors: Float32Array;
  /** Where each text comes first. */
  readonly #rows = new Map<string, number>();
  /** Texts whose vector is there, by their first row. */
  readonly #done: Uint8Array;

  constructor(encoder: Encoder, texts: readonly string[]) {
    this.#encoder = encoder;
    this.#texts = texts;
    this.#vectors = new Float32Array(texts.length * encoder.identity.dimension);
    this.#done = new Uint8Array(texts.length);
    for (const [row, text] of texts.entries()) if (!this.#rows.has(text)) this.#rows.set(text, row);
  }

  takeKnown(segments: readonly Segment[]): void {
    if (this.#texts.length === 0) return;
    for (const { passages, vectors } of segments)
      for (let row = 0; row < passages.count; row += 1) {
        const { text } = passageOfLine(passages.text(row));
        if (this.#rows.has(text)) this.put(text, vectorAt(vectors, row, this.#encoder.identity.dimension));
      }
  }

  put(text: string, vector: Float32Array | undefined): void {
    const row = this.#rows.get(text);
    if (row === undefined) return;
    this.#vectors.set(checked(this.#encoder, vector), row * this.#encoder.identity.dimension);
    this.#done[row] = 1;
  }

  /** The texts without a vector, each once, in their order. */
  missing(): readonly string[] {
    return this.#texts.filter((text, row) => this.#rows.get(text) === row && this.#done[row] === 0);
  }

  /** All vectors, when none is missing: those of texts that come again too. */
  filled(): Float32Array {
    const { dimension } = this.#encoder.identity;
    for (const [row, text] of this.#texts.entries()) {
      const first = this.#rows.get(text) ?? row;
      if (first !== row) this.#vectors.copyWithin(row * dimension, first * dimension, (first + 1) * dimension);
    }
    return this.#vectors;
  }
}

function checked({ identity }: Encoder, vector: Float32Array | undefined): Float32Array {
  if (vector?.length !== identity.dimension)
    throw new EncoderFaultError(
      identity.model,
      `a vector of ${vector?.length ?? 0} numbers instead of ${identity.dimension}`,
    );
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  // Written so that a length that is no number does not pass.
  if (!(Math.abs(length - 1) <= LENGTH_TOLERANCE))
    throw new EncoderFaultError(identity.model, `a vector of length ${length} instead of 1`);
  return vector;
}
