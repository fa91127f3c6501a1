import type { Passage } from '../documents/passage.js';
import type { Span } from '../documents/span.js';
import type { Encoder } from '../embedding/encoder.js';
import { termsIn } from '../retrieval/word-values.js';
import { foldText } from '../shared/fold-text.js';
import { highlightCandidates } from './highlight.js';
import { wordingOf, type Wording } from './same-wording.js';

/** A stretch of a passage that may be highlighted. */
export interface Stretch {
  readonly span: Span;
  readonly folded: string;
  /** The terms that it holds. */
  readonly terms: ReadonlySet<string>;
  readonly vector: Float32Array;
}

/** What is worked out about a passage before it is weighed; the same for every question. */
export interface StudiedPassage {
  readonly passage: Passage;
  readonly wording: Wording;
  readonly stretches: readonly Stretch[];
  /** Ids of the laws that it names or is part of. */
  readonly laws: ReadonlySet<string>;
}

/** Passages that are kept, each with some 20 KB. */
const KEPT_PASSAGES = 1000;

/** Studies passages when they are first found, and keeps those found last: the same passages answer many questions. */
export class StudiedPassages {
  readonly #encoder: Encoder;
  readonly #lawsIn: (text: string) => readonly string[];
  /** By passage id, the one found last at the end. */
  readonly #kept = new Map<string, StudiedPassage>();

  /** @param lawsIn ids of the laws that a text names */
  constructor(encoder: Encoder, lawsIn: (text: string) => readonly string[]) {
    this.#encoder = encoder;
    this.#lawsIn = lawsIn;
  }

  /** One study a passage, in order. */
  async of(passages: readonly Passage[], signal?: AbortSignal): Promise<readonly StudiedPassage[]> {
    const unknown = passages.filter(({ id }) => !this.#kept.has(id));
    const spans = unknown.map(highlightCandidates);
    const texts = unknown.flatMap(({ text }, position) => (spans[position] ?? []).map((span) => text.slice(...span)));
    const vectors = await this.#encodeAll(texts, signal);
    const fresh = new Map<string, StudiedPassage>();
    let taken = 0;
    for (const [position, passage] of unknown.entries()) {
      const stretches: Stretch[] = [];
      for (const span of spans[position] ?? []) {
        const vector = vectors[taken];
        taken += 1;
        if (vector === undefined) continue;
        const folded = foldText(passage.text.slice(...span));
        stretches.push({ span, folded, terms: termsIn(folded), vector });
      }
      fresh.set(passage.id, this.#study(passage, stretches));
    }
    return passages.map((passage) => {
      const studied = fresh.get(passage.id) ?? this.#kept.get(passage.id) ?? this.#study(passage, []);
      this.#keep(studied);
      return studied;
    });
  }

  #study(passage: Passage, stretches: readonly Stretch[]): StudiedPassage {
    const own = passage.provision === null ? [] : [passage.provision.law];
    return {
      passage,
      stretches,
      wording: wordingOf(passage.text),
      laws: new Set([...own, ...this.#lawsIn(passage.text)]),
    };
  }

  async #encodeAll(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    const vectors: Float32Array[] = [];
    const size = this.#encoder.batchSize;
    for (let start = 0; start < texts.length; start += size)
      vectors.push(...(await this.#encoder.encode(texts.slice(start, start + size), 'passage', signal)));
    return vectors;
  }

  #keep(studied: StudiedPassage): void {
    const { id } = studied.passage;
    this.#kept.delete(id);
    this.#kept.set(id, studied);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > KEPT_PASSAGES && oldest.done !== true) this.#kept.delete(oldest.value);
  }
}
