import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Passage } from '../../documents/passage.js';
import type { Span } from '../../documents/span.js';
import { meantText, newerSince } from '../../laws/texts/as-cited.js';
import { articleGlance } from '../../laws/citations/article-glance.js';
import type { CitedProvision, LawCitation } from '../../laws/citations/citation.js';
import { findCitations } from '../../laws/citations/find-citations.js';
import { findMentions } from '../../laws/names/find-mentions.js';
import { findTitle } from '../../laws/citations/find-title.js';
import { liesInRange } from '../../laws/texts/within-text.js';
import { citationOf } from '../citation.js';
import { citingCandidates, type PlacedPassage } from './citing-candidates.js';
import type { CitingPassage, LawCitations, LawRequest, MeantText } from './law-answer.js';
import type { LawLookupParts } from './law-lookup-parts.js';
import { resolveLaw, titleOf } from './resolve-law.js';

/** So many passages are read at most for one request: half a second's work. */
const MOST_READ = 3000;

/** Passages read between two turns of the event loop: some 20 ms of work. */
const READ_A_TURN = 100;

/** A passage that cites a law, with the place where it does. */
interface FoundCitation extends PlacedPassage {
  /** Offset in the text of the passage. */
  readonly at: number;
}

/** Where a text first cites the place that is asked for; null where it does not. */
type Finder = (text: string) => number | null;

/** The passages that cite a law or a place in it, each with its sentence. What each means is told by its date. */
export async function findCiting(
  request: LawRequest,
  parts: LawLookupParts,
  signal?: AbortSignal,
): Promise<LawCitations> {
  const { name, provision, limit } = request;
  const { catalogue, shelf } = parts;
  const resolved = resolveLaw(name, catalogue, shelf.texts);
  if (resolved.kind !== 'found') return { id: null, title: name, provision, total: 0, more: false, passages: [] };
  const { id } = resolved;
  const title = titleOf(id, catalogue, shelf.texts);
  const short = title.replace(/^中华人民共和国(?=.)/u, '');
  const candidates = await citingCandidates(id, short, request, parts, signal);
  const finder = provision === null ? namingFinder(id, short, parts) : citingFinder(id, provision, parts);
  const likely = provision?.article == null ? candidates : candidates.filter(mayCite(provision.article));
  const found: FoundCitation[] = [];
  for (const [index, candidate] of likely.slice(0, MOST_READ).entries()) {
    if (index % READ_A_TURN === READ_A_TURN - 1) await nextTurn();
    signal?.throwIfAborted();
    const at = finder(candidate.passage.text);
    if (at !== null) found.push({ ...candidate, at });
  }
  return {
    id,
    title,
    provision,
    total: found.length,
    more: likely.length > MOST_READ,
    passages: found.slice(0, limit).map((one) => citingPassage(one, id, request, parts)),
  };
}

function mayCite(article: string): (candidate: PlacedPassage) => boolean {
  const glance = articleGlance(article);
  return ({ passage }) => glance(passage.text);
}

/** Finds where a text names the law, or cites any place of it. */
function namingFinder(law: string, title: string, parts: LawLookupParts): Finder {
  const { matcher } = parts.catalogue;
  const cites = citingFinder(law, null, parts);
  if (parts.catalogue.byId(law) === null) return (text) => findTitle(text, title, matcher) ?? cites(text);
  return (text) => findMentions(text, matcher).find((mention) => mention.law === law)?.start ?? cites(text);
}

/** Finds where a text cites a place of the law, or what lies in it; any place where none is wanted. */
function citingFinder(law: string, wanted: CitedProvision | null, parts: LawLookupParts): Finder {
  const { catalogue, today } = parts;
  const { texts } = parts.shelf;
  return (text) =>
    findCitations(text, catalogue, today).find(
      (citation) =>
        (citation.law ?? (citation.name === null ? null : texts.idOf(citation.name))) === law &&
        (wanted === null || citesPlace(citation, wanted)),
    )?.start ?? null;
}

/** Whether a citation names a place, what lies in it, or a range that holds it. */
function citesPlace({ provisions, ranges }: LawCitation, wanted: CitedProvision): boolean {
  const { article } = wanted;
  return (
    provisions.some((cited) => liesIn(cited, wanted)) ||
    (article !== null && wanted.paragraph === null && ranges.some((range) => liesInRange(article, range, provisions)))
  );
}

/** Whether a cited place is the one that is asked for, or lies in it. */
function liesIn(cited: CitedProvision, wanted: CitedProvision): boolean {
  const levels = ['article', 'paragraph', 'item', 'subitem'] as const;
  return levels.every((level) => wanted[level] === null || cited[level] === wanted[level]);
}

function citingPassage(
  { passage, document, at }: FoundCitation,
  law: string,
  { asOf }: LawRequest,
  { catalogue, shelf, today, noticesOf }: LawLookupParts,
): CitingPassage {
  const [known, texts] = [catalogue.byId(law), shelf.texts.of(law)];
  const meant = meantText(known, texts, document.date);
  const told: MeantText | null =
    meant === null ? null : { ...meant, outdatedSince: newerSince(known, texts, meant, asOf ?? today) };
  return {
    id: passage.id,
    text: passage.text,
    citation: citationOf(passage, document, noticesOf(passage, document)),
    sentence: sentenceAt(passage, at),
    meant: told,
  };
}

/** The sentence of a passage in which a place of its text lies; the whole text where none does. */
function sentenceAt({ sentences, text }: Passage, at: number): Span {
  return sentences.find(([start, end]) => start <= at && at < end) ?? [0, text.length];
}
