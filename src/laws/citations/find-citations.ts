import type { Catalogue } from '../catalogue/catalogue.js';
import { endsName } from '../names/name-boundaries.js';
import { foldForScan, originalSpan, type ScanText } from '../scan-text.js';
import { StepCounter } from '../step-counter.js';
import { headsItsText, speaksOfArticle } from './article-surroundings.js';
import type { CitedPlaces, LawCitation } from './citation.js';
import { mayPointBack, readAnaphora } from './citation-anaphora.js';
import { CitationContext, type CitedLaw } from './citation-context.js';
import { CitationCursor, type Read } from './citation-cursor.js';
import { afterVersionRemark, readDefinition } from './citation-definitions.js';
import { bareTitleBefore, isLawTitle, mayBeginReference, typeOfTitle } from './citation-titles.js';
import { verdictWithoutText } from './citation-verdict.js';
import { readEnglishLaw } from './english-law-name.js';
import { readChineseProvisions } from './read-chinese-provisions.js';
import { isLetter, readEnglishProvisions } from './read-english-provisions.js';

/** Defined short names up to this length also stand in other words: 规定 in 合同规定. */
const SHORT_DEFINITION = 3;

/**
 * Every citation of a law in a text, in its order, never overlapping: laws with their provisions, laws named alone, and
 * references back to them. What law is meant is never guessed: a name that fits several, or a reference with nothing
 * before it in its paragraph, is left out or stays `unidentified`.
 *
 * @param today YYYY-MM-DD: decides whether a rule is superseded.
 * @param counter counts the characters looked at: at most 50 times the length of the text.
 */
export function findCitations(
  text: string,
  catalogue: Catalogue,
  today: string,
  counter: StepCounter = new StepCounter(),
): readonly LawCitation[] {
  return new CitationScanner(text, catalogue, today, counter).scan();
}

/** One pass over one text. */
class CitationScanner {
  readonly #source: string;
  readonly #catalogue: Catalogue;
  readonly #today: string;
  readonly #counter: StepCounter;
  readonly #scan: ScanText;
  readonly #cursor: CitationCursor;
  readonly #context = new CitationContext();
  readonly #found: LawCitation[] = [];
  /** Where the last citation ended: nothing reaches back over it. */
  #taken = 0;

  constructor(text: string, catalogue: Catalogue, today: string, counter: StepCounter) {
    this.#source = text;
    this.#catalogue = catalogue;
    this.#today = today;
    this.#counter = counter;
    this.#scan = foldForScan(text);
    this.#cursor = new CitationCursor(this.#scan.text, counter);
  }

  scan(): readonly LawCitation[] {
    let position = 0;
    while (position < this.#scan.text.length) position = this.#read(position);
    return this.#found;
  }

  /** Reads what stands at a place, and says where to go on: always further. */
  #read(position: number): number {
    const character = this.#cursor.at(position);
    if (character === '\n') this.#context.forget();
    return (
      this.#readDefined(position, character) ??
      this.#readAnaphora(position, character) ??
      this.#readNamed(position, character) ??
      (character === '第' ? this.#readArticle(position) : null) ??
      (character === 'a' ? this.#readEnglish(position) : null) ??
      position + 1
    );
  }

  /** A short name that the text itself defined, in 《》 or before an article. */
  #readDefined(position: number, character: string): number | null {
    if (character === '《') {
      const close = this.#scan.titleEnds.get(position);
      if (close === undefined) return null;
      const law = this.#context.defined(this.#scan.text.slice(position + 1, close));
      return law === null ? null : this.#readLaw(law, position, close + 1, { alone: true });
    }
    const bare = this.#context.definitions.longest(this.#scan.text, position, this.#counter, () => true);
    if (bare === null) return null;
    if (bare.end - position <= SHORT_DEFINITION && !mayBeginReference(this.#scan.text, position)) return null;
    return this.#readLaw(bare.value, position, bare.end, { alone: false });
  }

  #readAnaphora(position: number, character: string): number | null {
    if (!'本该同此前'.includes(character) || !mayPointBack(this.#scan.text, position)) return null;
    const read = readAnaphora(this.#cursor, position, this.#context);
    if (read === null) return null;
    const { antecedent, places } = read.value;
    if (antecedent !== null) this.#cite(antecedent, places, position, read.end);
    this.#taken = read.end;
    return read.end;
  }

  /** A law of the catalogue, another known title, or any title in 《》. */
  #readNamed(position: number, character: string): number | null {
    const text = this.#scan.text;
    const { match, after } = this.#catalogue.matcher.at(this.#scan, position, this.#counter);
    if (match !== null) {
      const { law: id, by } = match;
      const inMarks = match.after > match.end;
      // 标准合同办法 may be the end of a longer title that is not known.
      if (by === 'abbreviation' && !inMarks && !mayBeginReference(text, position)) return null;
      const law: CitedLaw = { law: id, name: this.#nameOf(id, match.start, match.end) };
      const alone = id !== null && (by === 'name' || (inMarks && by === 'abbreviation'));
      // What a document is about has no articles, and is no citation.
      if (by === 'subject') return match.after;
      const read = this.#readLaw(law, position, match.after, { alone });
      if (read === null && by === 'other' && endsName(text, match.end)) this.#context.remember(law, [], match.end);
      return read ?? match.after;
    }
    return character === '《' ? this.#readTitle(position) : after > position + 1 ? after : null;
  }

  /** A title in 《》 that is not in the catalogue: a law by its last word, or another work. */
  #readTitle(position: number): number | null {
    const close = this.#scan.titleEnds.get(position);
    if (close === undefined) return null;
    const title = this.#scan.text.slice(position + 1, close);
    if (isLawTitle(title)) {
      const law = { law: null, name: this.#original(position + 1, close) };
      const alone = title !== typeOfTitle(title);
      const read = this.#readLaw(law, position, close + 1, { alone });
      if (read !== null || alone) return read;
    }
    this.#context.interrupt();
    // Inside a work's title another may stand: 《〈网络安全法〉释义》.
    return title.includes('《') ? null : close + 1;
  }

  /** What follows a law: a remark on its version, a short name, its provisions in Chinese or in English. */
  #readLaw(law: CitedLaw, start: number, end: number, { alone }: { readonly alone: boolean }): number | null {
    const remark = afterVersionRemark(this.#cursor, end) ?? end;
    const definition = readDefinition(this.#cursor, remark);
    if (definition !== null) this.#context.define(definition.value, law);
    const behind = definition?.end ?? remark;
    const list = this.#provisionsBehind(behind);
    if (list !== null) {
      this.#cite(law, list.value, start, list.end);
      return list.end;
    }
    if (!alone && definition === null) return null;
    this.#cite(law, { provisions: [], ranges: [] }, start, end);
    this.#taken = behind;
    return behind;
  }

  #provisionsBehind(position: number): Read<CitedPlaces> | null {
    const chinese = this.#cursor.oneOf(position, ['中的', '的', '中'])?.end ?? position;
    const english = this.#cursor.oneOf(position, [', ', ' ', ',', '"s '])?.end ?? position;
    const list = readChineseProvisions(this.#cursor, chinese, { ordinal: chinese !== position });
    if (list !== null) return headsItsText(this.#source, this.#scan, chinese, list.end) ? null : list;
    return readEnglishProvisions(this.#cursor, english);
  }

  /** An article with its law before it under a title that is not known, with the law of the sentence, or with none. */
  #readArticle(position: number): number | null {
    const list = readChineseProvisions(this.#cursor, position, { ordinal: true });
    if (list === null) return null;
    const titleStart = bareTitleBefore(this.#cursor, position, this.#taken);
    if (titleStart !== null) {
      const law = { law: null, name: this.#original(titleStart, position) };
      this.#cite(law, list.value, titleStart, list.end);
      return list.end;
    }
    if (!mayBeginReference(this.#scan.text, position) || headsItsText(this.#source, this.#scan, position, list.end))
      return list.end;
    const antecedent = this.#context.implicit(position);
    if (antecedent !== null) this.#cite(antecedent, list.value, position, list.end);
    else if (speaksOfArticle(this.#cursor, position, list)) this.#push(null, null, list.value, position, list.end);
    return list.end;
  }

  /** Article 21 of the Cybersecurity Law. */
  #readEnglish(position: number): number | null {
    if (isLetter(this.#scan.text.charAt(position - 1))) return null;
    const list = readEnglishProvisions(this.#cursor, position);
    if (list === null) return null;
    const named = readEnglishLaw(
      this.#cursor,
      list.end,
      (start) => this.#catalogue.matcher.at(this.#scan, start, this.#counter).match,
    );
    if (named === null) return list.end;
    const { law: id, start, end } = named.value;
    const law = { law: id, name: this.#nameOf(id, start, end) };
    if (id === null && !/\b[A-Z]\S*$/u.test(law.name)) return list.end;
    this.#cite(law, list.value, position, named.end);
    return named.end;
  }

  #nameOf(law: string | null, start: number, end: number): string {
    return (law === null ? null : this.#catalogue.byId(law)?.title.zhHans) ?? this.#original(start, end);
  }

  #original(start: number, end: number): string {
    return this.#source.slice(...originalSpan(this.#scan, start, end));
  }

  /** A citation whose law later words may refer back to. */
  #cite(law: CitedLaw, places: CitedPlaces, start: number, end: number): void {
    this.#push(law.law, law.name, places, start, end);
    this.#context.remember(law, places.provisions, end);
  }

  #push(law: string | null, name: string | null, places: CitedPlaces, start: number, end: number): void {
    const [from, to] = originalSpan(this.#scan, start, end);
    const text = this.#source.slice(from, to);
    const verdict = verdictWithoutText(law === null ? null : this.#catalogue.byId(law), this.#today);
    this.#found.push({ text, start: from, end: to, law, name, ...places, verdict });
    this.#taken = end;
  }
}
