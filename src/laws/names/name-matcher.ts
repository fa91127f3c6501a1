import type { Law } from '../law.js';
import { foldName, type ScanText } from '../scan-text.js';
import type { StepCounter } from '../step-counter.js';
import { beginsName, endsName } from './name-boundaries.js';
import { NameTrie } from './name-trie.js';

/**
 * How a wording names a law: by a name of the document; by what the document is about; by an abbreviation that means it
 * beside an article only. `other`: a title that is known, of a law that the catalogue does not hold.
 */
export type NamedBy = 'name' | 'subject' | 'abbreviation' | 'other';

/** A law found in a folded text: [start, end) without the 《》 around it. `after` is where to read on. */
export interface NameMatch {
  /** Id in the catalogue; null for `other`. */
  readonly law: string | null;
  readonly by: NamedBy;
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

interface Entry {
  /** Null: another law's title, or a name that several laws bear. */
  readonly law: string | null;
  readonly by: NamedBy;
}

/** Words that texts leave out of a title: 《汽车数据安全若干规定》 for 汽车数据安全管理若干规定（试行）. */
const LEFT_OUT = /中华人民共和国|管理|若干|关于|暂行|试行|的|[和与及]|[()"]/gu;
/** The year of a text behind a title: 《网络安全法（2016年）》. */
const VERSION_MARK = /\((?:\d{4}[^()]{0,12}|修订|修正)\)$/u;

/** The names of many laws, ready to be found in folded texts (`foldForScan`). Immutable once made. */
export class NameMatcher {
  readonly #names = new NameTrie<Entry>();
  readonly #titles = new Map<string, Entry>();
  readonly #reduced = new Map<string, { readonly title: string; readonly law: string }[]>();

  /** @param otherTitles titles of laws outside the catalogue, so that a name inside one of them is not taken for itself. */
  constructor(laws: readonly Law[], otherTitles: readonly string[] = []) {
    const names: { readonly key: string; readonly entry: Entry }[] = [];
    const add = (name: string, law: string | null, by: NamedBy): void =>
      void names.push({ key: foldName(name), entry: { law, by } });
    for (const law of laws) {
      for (const name of [...law.names.zhHans, ...law.names.zhHant, ...law.names.en]) add(name, law.id, 'name');
      for (const name of law.subjects) add(name, law.id, 'subject');
      for (const name of law.abbreviations) add(name, law.id, 'abbreviation');
      for (const name of law.lookAlikes) add(name, null, 'other');
    }
    for (const title of otherTitles) for (const name of [title, `中华人民共和国${title}`]) add(name, null, 'other');
    const owners = new Map<string, Set<string | null>>();
    for (const { key, entry } of names) owners.set(key, (owners.get(key) ?? new Set()).add(entry.law));
    for (const { key, entry } of names) {
      const one = (owners.get(key)?.size ?? 0) > 1 ? { law: null, by: 'other' as const } : entry;
      this.#names.add(key, one);
      if (!this.#titles.has(key)) this.#titles.set(key, one);
      if (one.law !== null && one.by === 'name') this.#addReduced(key, one.law);
    }
  }

  /** The law that the whole of a folded title between 《 and 》 names, words left out included; null where none or several. */
  title(content: string): { readonly law: string; readonly by: NamedBy } | null {
    const title = content.replace(VERSION_MARK, '');
    const exact = this.#titles.get(content) ?? this.#titles.get(title);
    if (exact !== undefined) return exact.law === null ? null : { law: exact.law, by: exact.by };
    const candidates = (this.#reduced.get(reduce(title)) ?? []).filter((one) => isSubsequence(title, one.title));
    const laws = new Set(candidates.map(({ law }) => law));
    const [only] = laws;
    return only === undefined || laws.size > 1 ? null : { law: only, by: 'name' };
  }

  /**
   * What is named at `start` of a folded text, or null. `after` is where to read on in either case: behind a title in
   * 《》 that is no law of the catalogue, but inside one that holds another title (《关于修改〈网络安全法〉的决定》).
   */
  at(
    scan: ScanText,
    start: number,
    counter: StepCounter,
  ): { readonly match: NameMatch | null; readonly after: number } {
    const { text } = scan;
    counter.add();
    if (!this.#names.starts(text.charAt(start)) && !scan.titleEnds.has(start)) return { match: null, after: start + 1 };
    const here = this.#names.longest(
      text,
      start,
      counter,
      (end, { law }) => law === null || (beginsName(text, start) && endsName(text, end)),
    );
    if (here !== null) {
      const { law, by } = here.value;
      return { match: { law, by, start, end: here.end, after: here.end }, after: here.end };
    }
    const close = scan.titleEnds.get(start);
    if (close === undefined) return { match: null, after: start + 1 };
    const content = text.slice(start + 1, close);
    counter.add(content.length);
    if (content.includes('《')) return { match: null, after: start + 1 };
    const named = beginsName(text, start) ? this.title(content) : null;
    const match = named === null ? null : { ...named, start: start + 1, end: close, after: close + 1 };
    return { match, after: close + 1 };
  }

  #addReduced(title: string, law: string): void {
    const key = reduce(title);
    this.#reduced.set(key, [...(this.#reduced.get(key) ?? []), { title, law }]);
  }
}

function reduce(title: string): string {
  return title.replace(LEFT_OUT, '');
}

/** Are the words of `short` those of `long` with some left out? 和, 与 and 及 count as one, marks do not count. */
function isSubsequence(short: string, long: string): boolean {
  const wanted = alike(short);
  let found = 0;
  for (const character of alike(long)) if (character === wanted.charAt(found)) found += 1;
  return found === wanted.length;
}

function alike(title: string): string {
  return title.replace(/[()"]/gu, '').replace(/[与及]/gu, '和');
}
