import type { Scope } from '../../documents/document.js';
import type { Passage } from '../../documents/passage.js';
import type { Catalogue } from '../../laws/catalogue/catalogue.js';
import { compareArticles } from '../../laws/texts/law-text-problems.js';
import { LawTexts, type TextAtHand } from '../../laws/texts/law-texts.js';
import type { PassageIndex } from '../../retrieval/passage-index.js';
import { remember } from '../../shared/remember.js';

/** The articles of one text at hand, by their numbers, each with its passages in order. */
export interface ArticlesAtHand {
  readonly passages: ReadonlyMap<string, readonly Passage[]>;
  /** The numbers of all articles, lowest first: 286, 286-1, 287. */
  readonly numbers: readonly string[];
  readonly first: string | null;
  readonly last: string | null;
}

/** Texts whose articles are kept: people stay with the law that they read. */
const KEPT_TEXTS = 16;

/** The texts of laws in some scopes of one generation of an index, and their articles. */
export class LawShelf {
  readonly texts: LawTexts;
  /** The articles of a text of this shelf. */
  readonly articles: (text: TextAtHand) => Promise<ArticlesAtHand>;
  readonly #index: PassageIndex;

  private constructor(texts: LawTexts, index: PassageIndex) {
    this.texts = texts;
    this.#index = index;
    this.articles = remember(KEPT_TEXTS, (text: TextAtHand) => this.#read(text));
  }

  static async open(index: PassageIndex, catalogue: Catalogue, scopes: readonly Scope[]): Promise<LawShelf> {
    return new LawShelf(new LawTexts(await index.documents(scopes), catalogue), index);
  }

  /** Where two files hold the same article of one text, the first serves. */
  async #read({ documents }: TextAtHand): Promise<ArticlesAtHand> {
    const found = new Map<string, Passage[]>();
    const taken = new Set<string>();
    for (const { id } of documents) {
      const own = new Map<string, Passage[]>();
      for (const passage of await this.#index.passagesOf(id)) {
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
    return { passages: found, numbers, first: numbers[0] ?? null, last: numbers.at(-1) ?? null };
  }
}
