import type { DocumentDate } from '../../documents/document.js';
import type { Span } from '../../documents/span.js';
import type { Evidence } from '../../retrieval/evidence.js';
import { foldText } from '../../shared/fold-text.js';
import { nearlySameWording, pairOverlap, sameWording, wordingOf } from './same-wording.js';
import type { StudiedPassage } from './studied-passages.js';

/** A retrieved passage with what is known of it. */
export interface StudiedEvidence extends Evidence {
  readonly study: StudiedPassage;
}

/** A passage to show, with those that say the same in the same words elsewhere. */
export interface EvidenceGroup {
  readonly shown: StudiedEvidence;
  readonly alsoIn: readonly StudiedEvidence[];
}

/** Share of an abstract's character pairs from which a passage of the body counts as its source. */
const REPEATS_FROM = 0.6;

/** Puts near-identical passages together, the best one (or the one of the body) to show. The order is otherwise kept. */
export function groupEvidence(evidence: readonly StudiedEvidence[]): readonly EvidenceGroup[] {
  const groups: { shown: StudiedEvidence; alsoIn: StudiedEvidence[] }[] = [];
  for (const one of evidence) {
    const same = groups.find(({ shown }) => sameWording(shown.study.wording, one.study.wording));
    if (same === undefined) groups.push({ shown: one, alsoIn: [] });
    else if (same.shown.passage.role === 'abstract' && one.passage.role === 'body') {
      same.alsoIn.unshift(same.shown);
      same.shown = one;
    } else same.alsoIn.push(one);
  }
  return groups;
}

/** A group in which the sentence that matches best is known, as a span of the shown passage's text. */
export interface HighlightedGroup extends EvidenceGroup {
  readonly highlight: Span | null;
}

/**
 * Moves a passage of the body before the abstract of the same document that repeats it, as a whole or in the sentence
 * that matches: the body often names the speaker whom the abstract leaves out. The order is otherwise kept.
 */
export function bodyBeforeAbstract<Group extends HighlightedGroup>(groups: readonly Group[]): readonly Group[] {
  const ordered: Group[] = [];
  for (const group of groups) {
    const repeated = ordered.findIndex((earlier) => isAbstractOf(earlier, group.shown));
    if (repeated < 0) ordered.push(group);
    else ordered.splice(repeated, 0, group);
  }
  return ordered;
}

function isAbstractOf(group: HighlightedGroup, body: StudiedEvidence): boolean {
  const abstract = group.shown;
  if (abstract.passage.role !== 'abstract' || body.passage.role !== 'body') return false;
  if (abstract.passage.document !== body.passage.document) return false;
  const matching = wordsOf(foldText(sentenceOf(group)));
  return (
    (matching !== '' && wordsOf(body.study.wording.folded).includes(matching)) ||
    pairOverlap(abstract.study.wording, body.study.wording) >= REPEATS_FROM
  );
}

/** How much better than its twin a passage must match for what else is said to put it first. */
const TWIN_LEAD = 0.01;

/**
 * Of passages that match by nearly the same sentence, and nearly as well, moves that of the newer document first. The
 * words of a question that have nothing to do with the sentence, such as praise and contempt, would else decide. No
 * abstract goes before a body so, and nothing before a passage that leads by `TWIN_LEAD`.
 * @param groups best first
 * @param dateOf the date of a document; null where it has none, or where its age is no reason
 */
export function newerTwinFirst<Group extends HighlightedGroup & { readonly score: number }>(
  groups: readonly Group[],
  dateOf: (document: string) => DocumentDate | null,
): readonly Group[] {
  const ordered: Group[] = [];
  for (const group of groups) {
    let place = ordered.length;
    for (let at = ordered.length - 1; at >= 0; at -= 1) {
      const earlier = ordered[at];
      if (earlier === undefined || earlier.score - group.score >= TWIN_LEAD) break;
      if (isNewer(group, earlier, dateOf) && isTwin(group, earlier)) place = at;
    }
    ordered.splice(place, 0, group);
  }
  return ordered;
}

/** Whether the first day that one document can be of is after the last day of the other. */
function isNewer(
  one: HighlightedGroup,
  other: HighlightedGroup,
  dateOf: (document: string) => DocumentDate | null,
): boolean {
  const [date, before] = [dateOf(one.shown.passage.document), dateOf(other.shown.passage.document)];
  return date !== null && before !== null && before.to < date.from;
}

function isTwin(one: HighlightedGroup, other: HighlightedGroup): boolean {
  if (one.shown.passage.role !== other.shown.passage.role) return false;
  const [sentence, another] = [sentenceOf(one), sentenceOf(other)];
  return sentence !== '' && another !== '' && nearlySameWording(wordingOf(sentence), wordingOf(another));
}

/** The sentence that matches; '' where there is none. */
const sentenceOf = ({ shown, highlight }: HighlightedGroup): string =>
  highlight === null ? '' : shown.passage.text.slice(...highlight);

/** A folded text without its marks. */
const wordsOf = (folded: string): string => folded.replace(/[\s\p{P}]/gu, '');
