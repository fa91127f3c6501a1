import { placeOfFields, type LawPlace } from './law-place.js';

/** Which page of what a place has. */
export interface PlacePage {
  readonly place: LawPlace;
  /** From 0. */
  readonly page: number;
}

const PAGE = /^\d{1,3}$/;

/** The place and the page that five fields mean; null where they mean none. */
export function pageOfFields(fields: readonly string[]): PlacePage | null {
  const place = placeOfFields(fields.slice(0, -1));
  const page = readPage(fields.at(-1));
  return place === null || page === null ? null : { place, page };
}

/** The page that a field means, from 0; null where it means none. */
export function readPage(field = ''): number | null {
  return PAGE.test(field) ? Number(field) : null;
}
