import type { Passage } from '../documents/passage.js';
import type { Encoder } from '../embedding/encoder.js';
import { highlightCandidates } from './highlight.js';

/** Passages whose sentences are kept: some 4 vectors of 1 KiB each, so about 8 MB. */
const KEPT_PASSAGES = 2000;

/**
 * The vectors of the sentences of passages (of `highlightCandidates`, in their order). Worked out when first asked for
 * and kept for the passages asked for last: the same passages answer many questions.
 */
export class SentenceVectors {
  readonly #encoder: Encoder;
  /** By passage id, the one asked for last at the end. */
  readonly #kept = new Map<string, readonly Float32Array[]>();

  constructor(encoder: Encoder) {
    this.#encoder = encoder;
  }

  /** One list of vectors a passage, in order. */
  async of(passages: readonly Passage[], signal?: AbortSignal): Promise<readonly (readonly Float32Array[])[]> {
    const missing = passages.filter(({ id }) => !this.#kept.has(id));
    const texts = missing.map((passage) =>
      highlightCandidates(passage).map(([start, end]) => passage.text.slice(start, end)),
    );
    const vectors = await this.#encodeAll(texts.flat(), signal);
    let taken = 0;
    const fresh = new Map<string, readonly Float32Array[]>();
    for (const [position, passage] of missing.entries()) {
      const count = texts[position]?.length ?? 0;
      fresh.set(passage.id, vectors.slice(taken, taken + count));
      taken += count;
    }
    return passages.map(({ id }) => {
      const found = fresh.get(id) ?? this.#kept.get(id) ?? [];
      this.#keep(id, found);
      return found;
    });
  }

  async #encodeAll(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    const vectors: Float32Array[] = [];
    const size = this.#encoder.batchSize;
    for (let start = 0; start < texts.length; start += size)
      vectors.push(...(await this.#encoder.encode(texts.slice(start, start + size), 'passage', signal)));
    return vectors;
  }

  #keep(id: string, vectors: readonly Float32Array[]): void {
    this.#kept.delete(id);
    this.#kept.set(id, vectors);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > KEPT_PASSAGES && oldest.done !== true) this.#kept.delete(oldest.value);
  }
}
