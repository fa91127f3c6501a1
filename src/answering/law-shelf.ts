import type { Scope } from '../documents/document.js';
import type { Passage } from '../documents/passage.js';
import type { Catalogue } from '../laws/catalogue.js';
import { compareArticles } from '../laws/law-text-problems.js';
import { LawTexts, type TextAtHand } from '../laws/law-texts.js';
import type { PassageIndex } from '../retrieval/passage-index.js';

/** The articles of one text at hand, by their numbers, each with its passages in order. */
export interface ArticlesAtHand {
  readonly passages: ReadonlyMap<string, readonly Passage[]>;
  readonly first: string | null;
  readonly last: string | null;
}

/** The texts of laws that an asker may see, and their articles. One for each question: the index may change. */
export class LawShelf {
  readonly texts: LawTexts;
  readonly #index: PassageIndex;
  readonly #signal: AbortSignal | undefined;
  readonly #articles = new Map<TextAtHand, Promise<ArticlesAtHand>>();

  private constructor(texts: LawTexts, index: PassageIndex, signal: AbortSignal | undefined) {
    this.texts = texts;
    this.#index = index;
    this.#signal = signal;
  }

  static async open(
    index: PassageIndex,
    catalogue: Catalogue,
    scopes: readonly Scope[],
    signal?: AbortSignal,
  ): Promise<LawShelf> {
    return new LawShelf(new LawTexts(await index.documents(scopes, signal), catalogue), index, signal);
  }

  articles(text: TextAtHand): Promise<ArticlesAtHand> {
    const known = this.#articles.get(text) ?? this.#read(text);
    this.#articles.set(text, known);
    return known;
  }

  /** Where two files hold the same article of one text, the first serves. */
  async #read({ documents }: TextAtHand): Promise<ArticlesAtHand> {
    const found = new Map<string, Passage[]>();
    const taken = new Set<string>();
    for (const { id } of documents) {
      const own = new Map<string, Passage[]>();
      for (const passage of await this.#index.passagesOf(id, this.#signal)) {
        const article = passage.provision?.article;
        if (article === undefined || taken.has(article)) continue;
        own.set(article, [...(own.get(article) ?? []), passage]);
      }
      for (const [article, passages] of own) {
        taken.add(article);
        found.set(article, passages);
      }
    }
    const numbers = [...found.keys()].sort(compareArticles);
    return { passages: found, first: numbers[0] ?? null, last: numbers.at(-1) ?? null };
  }
}
