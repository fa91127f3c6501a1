import type { Engine } from '../../answering/engine.js';
import type { KnownLaw } from '../../answering/law/known-laws.js';
import { foldText } from '../../shared/fold-text.js';
import type { Words } from '../../wording/words.js';
import { KeptByGeneration } from './kept-by-generation.js';
import { foldLaws, suggestLaws, type FoldedLaw, type LawChoice } from './suggest-laws.js';

/** Offers laws while their names are typed. The names are folded once for each generation of the index. */
export class LawChoices {
  readonly #laws: KeptByGeneration<readonly FoldedLaw[]>;

  constructor(engine: Pick<Engine, 'lawNames' | 'summary'>) {
    this.#laws = new KeptByGeneration(engine, async () => {
      // The tables of pinyin take some 20 MB: whoever never types a name does without.
      const [laws, { pinyinInitials }] = await Promise.all([
        engine.lawNames(['global']),
        import('./pinyin-initials.js'),
      ]);
      return foldLaws(laws, pinyinInitials);
    });
  }

  /** As `suggestLaws`. Rejects where the engine cannot name its laws; the next call asks it again. */
  async suggest(typed: string, words: Words): Promise<readonly LawChoice[]> {
    return suggestLaws(typed, await this.#laws.get(), words);
  }

  /** The law with this id, else the only one with exactly this name; null where there is none. */
  async find(typed: string): Promise<KnownLaw | null> {
    const laws = await this.#laws.get();
    const key = foldText(typed).trim();
    const byName = laws.filter(({ names }) => names.includes(key));
    const found = laws.find(({ law }) => law.id === typed) ?? (byName.length === 1 ? byName[0] : undefined);
    return found?.law ?? null;
  }
}
