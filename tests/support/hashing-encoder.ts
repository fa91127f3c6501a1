import { createHash } from 'node:crypto';
import type { Encoder, EncoderIdentity } from '../../src/embedding/encoder.js';

/** What a `HashingEncoder` may be told. */
export interface HashingEncoderOptions {
  readonly model?: string;
  readonly dimension?: number;
  readonly batchSize?: number;
}

/**
 * A small encoder that needs no model: the bag of a text's pairs of characters, each hashed to one of the numbers of
 * the vector, made as long as 1. Texts that share words are near each other; equal texts give equal vectors. Notes
 * every text that it encodes.
 */
export class HashingEncoder implements Encoder {
  readonly identity: EncoderIdentity;
  readonly batchSize: number;
  /** Every text that was encoded, in order. */
  readonly encoded: string[] = [];

  constructor({ model = 'hashing', dimension = 32, batchSize = 4 }: HashingEncoderOptions = {}) {
    this.batchSize = batchSize;
    this.identity = {
      model,
      dimension,
      files: { 'table.bin': createHash('sha256').update(model).digest('hex') },
      queryPrefix: '',
      passagePrefix: '',
      pooling: 'mean',
      dtype: 'fp32',
    };
  }

  encode(
    texts: readonly string[],
    _purpose: 'query' | 'passage',
    signal?: AbortSignal,
  ): Promise<readonly Float32Array[]> {
    return new Promise((resolve) => {
      signal?.throwIfAborted();
      if (texts.length > this.batchSize) throw new RangeError(`${texts.length} texts are more than ${this.batchSize}`);
      this.encoded.push(...texts);
      resolve(texts.map((text) => this.#vectorOf(text)));
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #vectorOf(text: string): Float32Array {
    const { dimension } = this.identity;
    const counts = new Float64Array(dimension);
    // The mark at the ends gives a text of one character, or of none, a pair too.
    const characters = Array.from(`^${text}$`);
    for (const [place, character] of characters.entries()) {
      const pair = character + (characters[place + 1] ?? '');
      const hash = createHash('sha256').update(pair).digest();
      const slot = hash.readUInt32LE(0) % dimension;
      counts[slot] = (counts[slot] ?? 0) + 1 + hash.readUInt8(4) / 256;
    }
    const length = Math.sqrt(counts.reduce((sum, value) => sum + value * value, 0));
    return Float32Array.from(counts, (value) => value / length);
  }
}
