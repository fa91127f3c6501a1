import { namesOf, type Catalogue } from '../laws/catalogue.js';
import type { LawTexts } from '../laws/law-texts.js';
import type { ChineseName } from '../laws/law.js';

/** A law that can be asked for, with everything that it may be called. */
export interface KnownLaw {
  readonly id: string;
  /** Both scripts alike where the law is known by its text alone. */
  readonly title: ChineseName;
  readonly english: string | null;
  /** In both languages, the titles among them. */
  readonly names: readonly string[];
}

/** The laws of the catalogue in its order, then those that are known by a text at hand alone. */
export function knownLaws(catalogue: Catalogue, texts: Pick<LawTexts, 'names'>): readonly KnownLaw[] {
  const inCatalogue = catalogue.laws.map((law) => ({
    id: law.id,
    title: law.title,
    english: law.english.title,
    names: namesOf(law),
  }));
  const byText = texts
    .names()
    .filter(({ law }) => catalogue.byId(law) === null)
    .map(({ law, name }) => ({ id: law, title: { zhHans: name, zhHant: name }, english: null, names: [name] }));
  return [...inCatalogue, ...byText];
}
