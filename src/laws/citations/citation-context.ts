import { NameTrie } from '../names/name-trie.js';
import type { CitedProvision } from './citation.js';
import { typeOfTitle } from './citation-titles.js';

/** A law as a text names it. */
export interface CitedLaw {
  /** Id in the catalogue, or null. */
  readonly law: string | null;
  /** The catalogue's title, or the title as written. */
  readonly name: string;
}

/** A law that later words may refer back to, with the provision named last and where that ended. */
export interface Antecedent extends CitedLaw {
  readonly provision: CitedProvision | null;
  readonly end: number;
}

/** How far back 该法, 前款 or a bare 第N条 reaches, in characters of the folded text. */
const REACH = 300;
/** How many laws are kept to refer back to. */
const KEPT = 8;

/** What a scanner remembers of the text before: the laws named in this paragraph, and short names defined anywhere. */
export class CitationContext {
  readonly definitions = new NameTrie<CitedLaw>();
  readonly #defined = new Map<string, CitedLaw>();
  #recent: readonly Antecedent[] = [];
  #interrupted = false;

  /** A later definition of the same short name is passed over: it could mean either. */
  define(shortName: string, law: CitedLaw): void {
    if (this.definitions.add(shortName, law) === null) this.#defined.set(shortName, law);
  }

  defined(shortName: string): CitedLaw | null {
    return this.#defined.get(shortName) ?? null;
  }

  remember(law: CitedLaw, provisions: readonly CitedProvision[], end: number): void {
    const antecedent: Antecedent = { law: law.law, name: law.name, provision: provisions.at(-1) ?? null, end };
    this.#recent = [...this.#recent.slice(1 - KEPT), antecedent];
    this.#interrupted = false;
  }

  /** A title that is no law was named: an article without a law may now belong to it. */
  interrupt(): void {
    this.#interrupted = true;
  }

  /** A blank line: nothing is referred to over it. */
  forget(): void {
    this.#recent = [];
    this.#interrupted = false;
  }

  /** The last law within reach, for an article without a law. */
  implicit(position: number): Antecedent | null {
    return this.#interrupted ? null : this.#last(position, () => true);
  }

  /** The last law within reach that calls itself by this type (法, 条例, 办法 …). */
  ofType(type: string, position: number): Antecedent | null {
    return this.#last(position, ({ name }) => typeOfTitle(name) === type);
  }

  /** The last law named within reach, if an article of it was named. */
  withProvision(position: number): (Antecedent & { readonly provision: CitedProvision }) | null {
    const last = this.#last(position, () => true);
    return last?.provision == null ? null : { ...last, provision: last.provision };
  }

  #last(position: number, test: (antecedent: Antecedent) => boolean): Antecedent | null {
    return this.#recent.findLast((antecedent) => position - antecedent.end <= REACH && test(antecedent)) ?? null;
  }
}
