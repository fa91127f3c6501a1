import type { DocumentMetadata, LawText } from '../../documents/document.js';
import { foldText } from '../../shared/fold-text.js';
import { once } from '../../shared/once.js';
import { remember } from '../../shared/remember.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { statusOf } from '../catalogue/law-status.js';
import type { LawVersion } from '../law.js';

/** One text of a law at hand, of one date. A code may lie in several files, one for each part. */
export interface TextAtHand {
  /** Id in the catalogue, or that of a law known by its text alone. */
  readonly law: string;
  readonly name: string;
  /** Day on which this text was adopted or amended last, YYYY-MM-DD; null where unknown. */
  readonly version: string | null;
  /** Day from which it counts: its entry into force where that is known, else its version; null where neither is. */
  readonly from: string | null;
  readonly documents: readonly DocumentMetadata[];
}

/** Days asked for of which the texts that do not count are kept. */
const KEPT_DAYS = 8;

/** The texts of laws among some documents. Immutable. */
export class LawTexts {
  readonly #catalogue: Catalogue;
  readonly #byLaw: ReadonlyMap<string, readonly TextAtHand[]>;
  /** Ids of laws by the keys of their names. */
  readonly #byName: () => ReadonlyMap<string, ReadonlySet<string>>;
  readonly #notCountingOn = remember(KEPT_DAYS, (day: string) => this.#documentsNotCounting(day, true));
  readonly #notCountingToday = remember(1, (today: string) => this.#documentsNotCounting(today, false));

  constructor(documents: readonly DocumentMetadata[], catalogue: Catalogue) {
    this.#catalogue = catalogue;
    const byLaw = new Map<string, TextAtHand[]>();
    for (const document of documents) {
      const { law } = document;
      if (law === undefined) continue;
      const texts = byLaw.get(law.id) ?? [];
      const same = texts.findIndex(({ version }) => version === law.version);
      const before = texts[same];
      if (before === undefined) texts.push({ ...this.#textOf(law), documents: [document] });
      else texts[same] = { ...before, documents: [...before.documents, document] };
      byLaw.set(law.id, texts);
    }
    for (const texts of byLaw.values()) texts.sort((left, right) => compareDays(left.from, right.from));
    this.#byLaw = byLaw;
    this.#byName = once(() => namesOf(byLaw));
  }

  /** The texts of a law, oldest first, those without a day before all others. */
  of(law: string): readonly TextAtHand[] {
    return this.#byLaw.get(law) ?? [];
  }

  /**
   * The text that counts on a day: the newest that is in force by then.
   * @param asked true where the user asked for this day: then a text of later days is none for it. Else the oldest
   *   serves where all are of later days.
   */
  on(law: string, day: string, asked: boolean): TextAtHand | null {
    const texts = this.of(law);
    const current = texts.findLast(({ from }) => from === null || from <= day);
    return current ?? (asked ? null : (texts[0] ?? null));
  }

  /**
   * Since when a newer text than this one is known to be in force on a day (YYYY-MM-DD); null where none is known: not in
   * the catalogue, and not among the texts at hand.
   */
  outdatedSince(text: TextAtHand, day: string): string | null {
    const law = this.#catalogue.byId(text.law);
    const status = law === null ? null : statusOf(law, day);
    const known = status?.state === 'in-force' && isMadeAfter(status.version, text) ? status.since : null;
    const atHand = this.of(text.law).findLast(({ from }) => from !== null && from <= day)?.from ?? null;
    const newer = text.from !== null && atHand !== null && text.from < atHand ? atHand : null;
    return known ?? newer;
  }

  /**
   * Ids of the documents that hold a text of a law which does not count on a day, of every law: what `on` leaves out.
   * @param asked as for `on`
   */
  notCounting(day: string, asked: boolean): readonly string[] {
    return asked ? this.#notCountingOn(day) : this.#notCountingToday(day);
  }

  /** The id of a law that texts at hand have under exactly this name; null for none and for several. */
  idOf(name: string): string | null {
    if (this.#byLaw.has(name)) return name;
    const [only, ...others] = this.#byName().get(keyOf(name)) ?? [];
    return others.length === 0 ? (only ?? null) : null;
  }

  /** Names of all laws with a text at hand, each with its id. */
  names(): readonly { readonly law: string; readonly name: string }[] {
    return [...this.#byLaw].map(([law, texts]) => ({ law, name: texts.at(-1)?.name ?? law }));
  }

  #documentsNotCounting(day: string, asked: boolean): readonly string[] {
    return [...this.#byLaw].flatMap(([law, texts]) => {
      const counts = this.on(law, day, asked);
      return texts.filter((text) => text !== counts).flatMap(({ documents }) => documents.map(({ id }) => id));
    });
  }

  #textOf({ id, name, version, inForce }: LawText): Omit<TextAtHand, 'documents'> {
    const known = this.#catalogue
      .byId(id)
      ?.versions.find(({ adopted, published }) => [adopted, published].some((fact) => fact?.value === version));
    const from = inForce ?? known?.inForce?.value ?? version;
    return { law: id, name, version, from };
  }
}

/** Is a version of the catalogue a later text than this one? The first text of a law is later than none. */
function isMadeAfter({ change, adopted, published, inForce }: LawVersion, { version }: TextAtHand): boolean {
  const made = (adopted ?? published ?? inForce)?.value ?? null;
  return change !== 'original' && made !== null && version !== null && made > version;
}

function compareDays(left: string | null, right: string | null): number {
  const [one, other] = [left ?? '', right ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Every name under which texts at hand have a law. */
function namesOf(byLaw: ReadonlyMap<string, readonly TextAtHand[]>): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const [id, texts] of byLaw)
    for (const { name } of texts) names.set(keyOf(name), (names.get(keyOf(name)) ?? new Set()).add(id));
  return names;
}

function keyOf(name: string): string {
  return foldText(name)
    .replace(/["\s()[\]《》]+/gu, '')
    .replace(/^中华人民共和国(?=.)/u, '');
}
