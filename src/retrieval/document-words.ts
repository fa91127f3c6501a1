import type { DocumentWords } from '../lexical/respell-chinese.js';
import type { DocumentNames } from '../lexical/romanized-names.js';
import { foldText } from '../shared/fold-text.js';
import type { PassageFilter, PassageIndex } from './passage-index.js';

/** How many passages with all pairs of a stretch are looked at: in the best of them they stand together or nowhere. */
const LOOKED_AT = 5;

/** How many UTF-16 units on both sides of a stretch are its context. */
const BESIDE = 8;

/** No text has it. */
const NO_TERM = '';

/**
 * The words of the passages of an index. Rarities are those of the whole index, as everywhere; that a stretch stands in a
 * passage counts for those alone that a question may find.
 */
export function documentWords(
  index: Pick<PassageIndex, 'idf' | 'searchWords' | 'passages'>,
  filter: PassageFilter,
  signal?: AbortSignal,
): DocumentWords & DocumentNames {
  const contexts = async (stretch: string): Promise<readonly string[]> => {
    const pairs = new Set(Array.from({ length: stretch.length - 1 }, (_, at) => stretch.slice(at, at + 2)));
    const terms = [...pairs].map((term) => ({ term, weight: 1 }));
    const hits = await index.searchWords(terms, filter, LOOKED_AT, signal);
    const rows = hits.filter((hit) => hit.terms.length === pairs.size).map(({ row }) => row);
    return (await index.passages(rows, signal)).flatMap(({ text }) => {
      const folded = foldText(text);
      const at = folded.indexOf(stretch);
      return at < 0 ? [] : [folded.slice(Math.max(0, at - BESIDE), at + stretch.length + BESIDE)];
    });
  };
  return {
    rarities: async (pairs) => {
      if (pairs.length === 0) return new Map();
      const [nowhere = 0, ...rarities] = await index.idf([NO_TERM, ...pairs], signal);
      const used = new Map<string, number>();
      for (const [at, pair] of pairs.entries()) {
        const rarity = rarities[at] ?? nowhere;
        if (rarity < nowhere) used.set(pair, rarity);
      }
      return used;
    },
    contexts,
    holds: async (stretch) => (await contexts(stretch)).length > 0,
  };
}
