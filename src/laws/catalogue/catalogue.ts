import { foldText } from '../../shared/fold-text.js';
import { once } from '../../shared/once.js';
import type { Law } from '../law.js';
import { NameMatcher } from '../names/name-matcher.js';
import { bigramSimilarity } from '../names/near-names.js';
import { parseCatalogueFile, type CatalogueFile } from './catalogue-schema.js';

/**
 * What a typed name means. `ambiguous`: several laws could be meant, and the user is asked; `unknown`: none, with the
 * laws of the nearest names, best first, for "did you mean". A part of a title never decides, even where only one law
 * of this catalogue has it: other laws exist.
 */
export type NameLookup =
  | { readonly kind: 'found'; readonly law: Law }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Law[] }
  | { readonly kind: 'unknown'; readonly near: readonly Law[] };

/** Bigram similarity from which a name is near enough to be offered. */
const NEAR_FROM = 0.3;
const NEAR_AT_MOST = 3;
/** Shorter typed names than this are never taken as a part of a title. */
const PART_FROM = 2;

/** The laws of `data/laws.json` with their lookups. Immutable. */
export class Catalogue {
  /** In the order of the file. */
  readonly laws: readonly Law[];
  /** The day up to which the facts were looked at, YYYY-MM-DD. */
  readonly asOf: string;
  /** Finds the names of these laws in texts, and tells them from the titles of other laws. */
  readonly matcher: NameMatcher;
  readonly #byId: ReadonlyMap<string, Law>;
  /** Folded when a name is looked up for the first time: most questions are answered without. */
  readonly #names: () => readonly { readonly key: string; readonly law: Law }[];
  readonly #lookAlikes: () => ReadonlySet<string>;

  constructor({ laws, asOf, otherTitles }: CatalogueFile) {
    this.laws = laws;
    this.asOf = asOf;
    this.matcher = new NameMatcher(laws, otherTitles);
    this.#byId = new Map(laws.map((law) => [law.id, law]));
    this.#names = once(() =>
      laws.flatMap((law) => [...new Set(namesOf(law).map(nameKey))].map((key) => ({ key, law }))),
    );
    this.#lookAlikes = once(() => new Set(laws.flatMap((law) => law.lookAlikes.map(nameKey))));
  }

  byId(id: string): Law | null {
    return this.#byId.get(id) ?? null;
  }

  /** The law that exactly this title or name means; null for none, for several, and for a part of a name. */
  named(name: string): Law | null {
    const key = nameKey(name);
    const exact = this.#lawsWhere((other) => other === key);
    return exact.length === 1 ? (exact[0] ?? null) : null;
  }

  /** By any name in either language and script, its id or its command; marks, spaces, width and letter case do not matter. */
  byName(name: string): NameLookup {
    const byId = this.laws.find(({ id, command }) => id === name || command === name);
    if (byId !== undefined) return { kind: 'found', law: byId };
    const key = nameKey(name);
    const exact = this.#lawsWhere((other) => other === key);
    const [only] = exact;
    if (only !== undefined)
      return exact.length === 1 ? { kind: 'found', law: only } : { kind: 'ambiguous', candidates: exact };
    const parts =
      key.length < PART_FROM || this.#lookAlikes().has(key) ? [] : this.#lawsWhere((other) => other.includes(key));
    return parts.length > 1 ? { kind: 'ambiguous', candidates: parts } : { kind: 'unknown', near: this.#near(key) };
  }

  #lawsWhere(test: (key: string) => boolean): readonly Law[] {
    return [
      ...new Set(
        this.#names()
          .filter(({ key }) => test(key))
          .map(({ law }) => law),
      ),
    ];
  }

  #near(key: string): readonly Law[] {
    const best = new Map<Law, number>();
    for (const { key: other, law } of this.#names()) {
      const contained = key.length >= PART_FROM && other.includes(key);
      const similarity = contained ? 1 : bigramSimilarity(key, other);
      if (similarity >= NEAR_FROM) best.set(law, Math.max(best.get(law) ?? 0, similarity));
    }
    return [...best]
      .sort(([, left], [, right]) => right - left)
      .slice(0, NEAR_AT_MOST)
      .map(([law]) => law);
  }
}

/** Every name that a user may type for a law: titles, short names, abbreviations and what it is about. */
export function namesOf(law: Law): readonly string[] {
  const { names } = law;
  const titles = [law.title.zhHans, law.title.zhHant, law.english.title];
  return [...titles, ...names.zhHans, ...names.zhHant, ...names.en, ...law.abbreviations, ...law.subjects];
}

/**
 * The catalogue from the text of its file.
 *
 * @throws {CatalogueError} where the file is not valid.
 */
export function loadCatalogue(source: string): Catalogue {
  return new Catalogue(parseCatalogueFile(source));
}

/** Folds a name to what tells it from others: no marks, no spaces, no "the", no name of the state. */
function nameKey(name: string): string {
  return foldText(name)
    .replace(/\bthe\b/g, '')
    .replace(/["\s()[\]]+/g, '')
    .replace(/of(?:peoplesrepublicofchina|prc)/g, '')
    .replace(/^中华人民共和国(?=.+法$)/, '');
}
