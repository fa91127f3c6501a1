import type { Span } from '../../documents/span.js';
import type { Evidence } from '../../retrieval/evidence.js';
import { foldText } from '../../shared/fold-text.js';
import { pairOverlap, sameWording } from './same-wording.js';
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

function isAbstractOf({ shown: abstract, highlight }: HighlightedGroup, body: StudiedEvidence): boolean {
  if (abstract.passage.role !== 'abstract' || body.passage.role !== 'body') return false;
  if (abstract.passage.document !== body.passage.document) return false;
  const matching = highlight === null ? '' : wordsOf(foldText(abstract.passage.text.slice(...highlight)));
  return (
    (matching !== '' && wordsOf(body.study.wording.folded).includes(matching)) ||
    pairOverlap(abstract.study.wording, body.study.wording) >= REPEATS_FROM
  );
}

/** A folded text without its marks. */
const wordsOf = (folded: string): string => folded.replace(/[\s\p{P}]/gu, '');
