const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Enough to find the place again: the whole note stands in the JSON output. */
const LONGEST_SOURCE = 80;

/**
 * The places that the facts of a card were read in: each gets a small figure that stands behind its facts, and is named
 * once, in short.
 */
export class FactSources {
  readonly #named: string[] = [];

  /** The figure of a source, such as ²; that of the one before where it is the same place. */
  mark(source: string): string {
    const short = shortSource(source);
    const known = this.#named.indexOf(short);
    const number = known >= 0 ? known + 1 : this.#named.push(short);
    return Array.from(String(number), (digit) => SUPERSCRIPTS.charAt(Number(digit))).join('');
  }

  /** Every source with its figure, in the order of the figures. */
  list(): readonly string[] {
    return this.#named.map((name) => `${this.mark(name)} ${name}`);
  }
}

/**
 * A note on where a fact was read, in short: of several places an authority's, else the first; of an address the host;
 * without what is said of it in brackets.
 */
export function shortSource(note: string): string {
  const places = note.split(/\s*[;；]\s+|\s+;\s*/u);
  const place = places.find((one) => /\bgov\.cn\b/u.test(one)) ?? places[0] ?? note;
  const host = /https?:\/\/(?:www\.)?([^/\s]+)/u.exec(place)?.[1];
  const bare = host ?? place.replace(/\s*[(（][^()（）]*[)）]?$/u, '');
  return bare.length > LONGEST_SOURCE ? `${bare.slice(0, LONGEST_SOURCE - 1)}…` : bare;
}
