import type { Encoder } from '../embedding/encoder.js';
import { EncoderFaultError } from './index-errors.js';
import type { Segment } from './segment.js';
import { passageOfLine } from './segment.js';
import { vectorAt } from './vector-bytes.js';

/** How far the length of a vector may be from 1: more than rounding to 32 bits and half-precision weights make of it. */
const LENGTH_TOLERANCE = 0.01;

/** Vectors in the order of the texts, and how many of them had to be computed. */
export interface EncodedTexts {
  readonly vectors: readonly Float32Array[];
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
  const vectors = knownVectors(new Set(texts), known, encoder.identity.dimension);
  const missing = [...new Set(texts)].filter((text) => !vectors.has(text));
  onProgress(0, missing.length);
  for (let start = 0; start < missing.length; start += encoder.batchSize) {
    signal?.throwIfAborted();
    const batch = missing.slice(start, start + encoder.batchSize);
    const encoded = await encoder.encode(batch, 'passage', signal);
    if (encoded.length !== batch.length)
      throw new EncoderFaultError(encoder.identity.model, `${encoded.length} vectors for ${batch.length} texts`);
    for (const [place, text] of batch.entries()) vectors.set(text, checked(encoder, encoded[place]));
    onProgress(start + batch.length, missing.length);
  }
  return { vectors: texts.map((text) => checked(encoder, vectors.get(text))), encoded: missing.length };
}

function knownVectors(
  wanted: ReadonlySet<string>,
  segments: readonly Segment[],
  dimension: number,
): Map<string, Float32Array> {
  const vectors = new Map<string, Float32Array>();
  if (wanted.size === 0) return vectors;
  for (const { passages, vectors: bytes } of segments)
    for (let row = 0; row < passages.count; row += 1) {
      const { text } = passageOfLine(passages.text(row));
      if (wanted.has(text)) vectors.set(text, vectorAt(bytes, row, dimension));
    }
  return vectors;
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
