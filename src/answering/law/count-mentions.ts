import type { Scope } from '../../documents/document.js';
import type { Catalogue } from '../../laws/catalogue/catalogue.js';
import type { PassageIndex } from '../../retrieval/passage-index.js';

/** How many passages name each law of the catalogue, by its id. Articles of laws are left out: they are no documents. */
export async function countMentions(
  catalogue: Catalogue,
  index: PassageIndex,
  scopes: readonly Scope[],
): Promise<ReadonlyMap<string, number>> {
  const counts = catalogue.laws.map(async ({ id }) => {
    const rows = await index.rowsHolding([], { scopes, document: null, kind: null, law: id });
    const passages = await index.passages(rows);
    return [id, passages.filter(({ provision }) => provision === null).length] as const;
  });
  return new Map(await Promise.all(counts));
}
