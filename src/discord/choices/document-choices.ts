import type { Engine } from '../../answering/engine.js';
import { foldText } from '../../shared/fold-text.js';
import { clipText } from '../rendering/clip-text.js';
import { codePoints, DISCORD_LIMITS } from '../rendering/limits.js';
import { KeptByGeneration } from './kept-by-generation.js';

/** What is known of a document while its name is typed. */
export interface NamedDocument {
  readonly id: string;
  readonly title: string;
}

/** One choice of an autocompletion: what is shown, and what is sent for it. */
export interface DocumentChoice {
  readonly name: string;
  /** Id of the document. */
  readonly value: string;
}

/** Offers documents while one is typed, and finds what was typed. The list is read once for each generation of the index. */
export class DocumentChoices {
  readonly #documents: KeptByGeneration<readonly NamedDocument[]>;

  constructor(engine: Pick<Engine, 'sources' | 'summary'>) {
    this.#documents = new KeptByGeneration(engine, async () => {
      const sources = await engine.sources(['global']);
      return sources.map(({ metadata: { id, title } }) => ({ id, title }));
    });
  }

  /** As `suggestDocuments`. Rejects where the engine cannot list its documents; the next call asks it again. */
  async suggest(typed: string): Promise<readonly DocumentChoice[]> {
    return suggestDocuments(typed, await this.#documents.get());
  }

  /** As `documentMeantBy`. */
  async find(typed: string): Promise<string | null> {
    return documentMeantBy(typed, await this.#documents.get());
  }

  /** The documents that are meant: one, or all of a file with several. None where nothing is. Rejects as `suggest` does. */
  async idsOf(typed: string): Promise<readonly string[]> {
    const documents = await this.#documents.get();
    const meant = documentMeantBy(typed, documents);
    const ids = documents.map(({ id }) => id);
    return meant === null || ids.includes(meant)
      ? ids.filter((id) => id === meant)
      : ids.filter((id) => foldText(id).startsWith(`${foldText(meant)}-`));
  }

  /** Titles of all documents by their ids. Rejects as `suggest` does. */
  async titles(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.#documents.get()).map(({ id, title }) => [id, title]));
  }
}

/**
 * Documents for what has been typed so far, at most 25: first those whose id begins so, then those with it in the title;
 * among equals in the order given. Script, letter case, width and 《》 do not matter. Nothing typed yet: the first 25.
 */
export function suggestDocuments(typed: string, documents: readonly NamedDocument[]): readonly DocumentChoice[] {
  const key = foldText(typed).trim();
  const offered = documents.filter(({ id }) => codePoints(id) <= DISCORD_LIMITS.choiceText);
  const byId = offered.filter(({ id }) => foldText(id).startsWith(key));
  const byTitle = offered.filter((one) => !byId.includes(one) && foldText(one.title).includes(key));
  return [...byId, ...byTitle]
    .slice(0, DISCORD_LIMITS.choices)
    .map(({ id, title }) => ({ name: clipText(`${id} ${title}`, DISCORD_LIMITS.choiceText), value: id }));
}

/** The id, or the id of a file with several documents (`003`), or the whole title of a document; null for anything else. */
export function documentMeantBy(typed: string, documents: readonly NamedDocument[]): string | null {
  const key = foldText(typed).trim();
  if (key === '') return null;
  const byId = documents.find(({ id }) => foldText(id) === key);
  if (byId !== undefined) return byId.id;
  if (documents.some(({ id }) => foldText(id).startsWith(`${key}-`))) return key;
  return documents.find(({ title }) => foldText(title).trim() === key)?.id ?? null;
}
