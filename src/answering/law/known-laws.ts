import { namesOf, type Catalogue } from '../../laws/catalogue/catalogue.js';
import type { LawTexts } from '../../laws/texts/law-texts.js';
import type { ChineseName, Law } from '../../laws/law.js';

/** A law that can be asked for, with everything that it may be called. */
export interface KnownLaw {
  readonly id: string;
  /** Both scripts alike where the law is known by its text alone. */
  readonly title: ChineseName;
  readonly english: string | null;
  /** In both languages, the titles among them. */
  readonly names: readonly string[];
  /** What the catalogue says of it; null where it is known by its text alone. */
  readonly entry: CatalogueEntry | null;
}

/** A law of the catalogue as the documents show it. */
export interface CatalogueEntry {
  readonly law: Law;
  /** Passages that name it, those of texts of laws left out. */
  readonly mentions: number;
}

/**
 * The laws of the catalogue in its order, then those that are known by a text at hand alone.
 * @param mentions by id, how many passages of documents name a law of the catalogue; none where the id is missing
 */
export function knownLaws(
  catalogue: Catalogue,
  texts: Pick<LawTexts, 'names'>,
  mentions: ReadonlyMap<string, number>,
): readonly KnownLaw[] {
  const inCatalogue = catalogue.laws.map((law) => ({
    id: law.id,
    title: law.title,
    english: law.english.title,
    names: namesOf(law),
    entry: { law, mentions: mentions.get(law.id) ?? 0 },
  }));
  const byText = texts
    .names()
    .filter(({ law }) => catalogue.byId(law) === null)
    .map(({ law, name }) => ({
      id: law,
      title: { zhHans: name, zhHant: name },
      english: null,
      names: [name],
      entry: null,
    }));
  return [...inCatalogue, ...byText];
}
