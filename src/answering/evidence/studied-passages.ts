import type { Passage } from '../../documents/passage.js';
import type { Span } from '../../documents/span.js';
import type { EncodedTokens, Encoder } from '../../embedding/encoder.js';
import { termsIn } from '../../retrieval/word-values.js';
import { foldText } from '../../shared/fold-text.js';
import { highlightCandidates } from './highlight.js';
import { wordingOf, type Wording } from './same-wording.js';

/** A text, folded, and the terms that it holds. */
export interface Words {
  readonly folded: string;
  readonly terms: ReadonlySet<string>;
}

/** A stretch of a passage that may be highlighted. */
export interface Stretch extends Words {
  readonly span: Span;
  /** Without the titles of texts and names of laws: what it says, beside naming them. */
  readonly besideTitles: Words;
  readonly vector: Float32Array;
}

/** What is worked out about a passage before it is weighed; the same for every question. */
export interface StudiedPassage {
  readonly passage: Passage;
  readonly wording: Wording;
  readonly stretches: readonly Stretch[];
  /** Its tokens, each once; none where the encoder cannot tell them (`Encoder.tokens`). */
  readonly tokens: Int32Array;
  /** Ids of the laws that it names or is part of. */
  readonly laws: ReadonlySet<string>;
}

/** A place where a text speaks of a law: its id, and [start, end) in UTF-16 units of the text. */
export interface NamedLaw {
  readonly law: string;
  /** `subject`: the text names a congress or a campaign, which the law is about. */
  readonly by: 'name' | 'subject';
  readonly start: number;
  readonly end: number;
}

const NO_TOKENS = new Int32Array();

const TITLE = /《[^》]*》/gu;

/** Passages that are kept, each with some 20 KB. */
const KEPT_PASSAGES = 1000;

/** Studies passages when they are first found, and keeps those found last: the same passages answer many questions. */
export class StudiedPassages {
  readonly #encoder: Encoder;
  readonly #lawsIn: (text: string) => readonly NamedLaw[];
  /** By passage id, the one found last at the end. */
  readonly #kept = new Map<string, StudiedPassage>();

  /** @param lawsIn the laws that a text names, in its order and never overlapping */
  constructor(encoder: Encoder, lawsIn: (text: string) => readonly NamedLaw[]) {
    this.#encoder = encoder;
    this.#lawsIn = lawsIn;
  }

  /** One study a passage, in order. */
  async of(passages: readonly Passage[], signal?: AbortSignal): Promise<readonly StudiedPassage[]> {
    const unknown = passages.filter(({ id }) => !this.#kept.has(id));
    const spans = unknown.map(highlightCandidates);
    const texts = unknown.flatMap(({ text }, position) => (spans[position] ?? []).map((span) => text.slice(...span)));
    const encoded = await this.#encodeAll(texts, signal);
    const fresh = new Map<string, StudiedPassage>();
    let taken = 0;
    for (const [position, passage] of unknown.entries()) {
      const laws = this.#lawsIn(passage.text);
      const bare = withoutTitles(passage.text, laws);
      const stretches: Stretch[] = [];
      const tokens = new Set<number>();
      for (const span of spans[position] ?? []) {
        const one = encoded[taken];
        taken += 1;
        if (one === undefined) continue;
        const { vector, ids } = one;
        // No token reaches over the end of a sentence: those of its stretches are all that a passage has.
        for (const id of ids) tokens.add(id);
        const [text, beside] = [passage.text.slice(...span), bare.slice(...span)];
        const words = wordsIn(text);
        stretches.push({ span, ...words, besideTitles: beside === text ? words : wordsIn(beside), vector });
      }
      fresh.set(passage.id, this.#study(passage, laws, stretches, Int32Array.from(tokens)));
    }
    return passages.map((passage) => {
      const studied =
        fresh.get(passage.id) ?? this.#kept.get(passage.id) ?? this.#study(passage, this.#lawsIn(passage.text), []);
      this.#keep(studied);
      return studied;
    });
  }

  #study(
    passage: Passage,
    named: readonly NamedLaw[],
    stretches: readonly Stretch[],
    tokens: Int32Array = NO_TOKENS,
  ): StudiedPassage {
    const own = passage.provision === null ? [] : [passage.provision.law];
    return {
      passage,
      stretches,
      tokens,
      wording: wordingOf(passage.text),
      laws: new Set([...own, ...named.map(({ law }) => law)]),
    };
  }

  /** The vectors of texts and their tokens; none where the encoder cannot tell them. */
  async #encodeAll(
    texts: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly Pick<EncodedTokens, 'vector' | 'ids'>[]> {
    const found: Pick<EncodedTokens, 'vector' | 'ids'>[] = [];
    const { batchSize } = this.#encoder;
    for (let start = 0; start < texts.length; start += batchSize) {
      const some = texts.slice(start, start + batchSize);
      const encoded = await this.#encoder.tokens?.encode(some, 'passage', signal);
      if (encoded === undefined) {
        const vectors = await this.#encoder.encode(some, 'passage', signal);
        found.push(...vectors.map((vector) => ({ vector, ids: NO_TOKENS })));
        continue;
      }
      found.push(...encoded);
    }
    return found;
  }

  #keep(studied: StudiedPassage): void {
    const { id } = studied.passage;
    this.#kept.delete(id);
    this.#kept.set(id, studied);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > KEPT_PASSAGES && oldest.done !== true) this.#kept.delete(oldest.value);
  }
}

function wordsIn(text: string): Words {
  const folded = foldText(text);
  return { folded, terms: termsIn(folded) };
}

/** A text of the same length with spaces in place of titles and names of laws. */
function withoutTitles(text: string, named: readonly NamedLaw[]): string {
  const blank = (words: string): string => ' '.repeat(words.length);
  let rest = '';
  let at = 0;
  for (const { by, start, end } of named) {
    if (by === 'subject') continue;
    rest += text.slice(at, start) + blank(text.slice(start, end));
    at = end;
  }
  return (rest + text.slice(at)).replace(TITLE, blank);
}
