import type { RowMask } from '../../vector/vector-index.js';
import type { PassageFilter } from '../../retrieval/passage-index.js';
import type { IndexedDocument } from '../files/manifest.js';
import type { RowLayout } from '../files/row-layout.js';

/** Masks that are kept: questions mostly repeat the few filters of the servers that ask. */
const KEPT_MASKS = 64;

/** Turns filters into masks over the rows of one generation. */
export class RowFilter {
  readonly #layout: RowLayout;
  readonly #rowsOfLaw: (law: string) => readonly number[];
  readonly #masks = new Map<string, RowMask>();

  /** @param rowsOfLaw rows of the passages that name a law or are part of it */
  constructor(layout: RowLayout, rowsOfLaw: (law: string) => readonly number[]) {
    this.#layout = layout;
    this.#rowsOfLaw = rowsOfLaw;
  }

  /** 1 for each row that the filter lets through; null where it lets every row through. Must not be changed. */
  mask(filter: PassageFilter): RowMask {
    const key = JSON.stringify([
      [...filter.scopes].sort(),
      filter.document,
      filter.kind,
      filter.law,
      filter.without ?? [],
    ]);
    const known = this.#masks.get(key);
    if (known !== undefined) return known;
    const mask = this.#maskOf(filter);
    const [oldest] = this.#masks.keys();
    if (oldest !== undefined && this.#masks.size >= KEPT_MASKS) this.#masks.delete(oldest);
    this.#masks.set(key, mask);
    return mask;
  }

  #maskOf(filter: PassageFilter): RowMask {
    const mask = new Uint8Array(this.#layout.count);
    const without = new Set(filter.without);
    for (const { document, first } of this.#layout.documents)
      if (letsThrough(filter, document) && !without.has(document.metadata.id))
        mask.fill(1, first, first + document.passages);
    if (filter.law !== null) {
      const ofLaw = new Uint8Array(this.#layout.count);
      for (const row of this.#rowsOfLaw(filter.law)) ofLaw[row] = 1;
      for (const [row, flag] of ofLaw.entries()) if (flag === 0) mask[row] = 0;
    }
    return mask.includes(0) ? mask : null;
  }
}

function letsThrough(filter: PassageFilter, { metadata }: IndexedDocument): boolean {
  return (
    filter.scopes.includes(metadata.scope) &&
    (filter.kind === null || filter.kind === metadata.kind) &&
    (filter.document === null || isDocument(metadata.id, filter.document))
  );
}

/** Whether an id is meant by a wanted one: `003` means `003`, `003-1`, `003-2` and so on, not `0031` or `003-a`. */
export function isDocument(id: string, wanted: string): boolean {
  if (id === wanted) return true;
  return id.startsWith(`${wanted}-`) && /^\d+$/.test(id.slice(wanted.length + 1));
}
