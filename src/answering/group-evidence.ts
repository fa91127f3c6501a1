import type { Evidence } from '../retrieval/evidence.js';
import { pairOverlap, sameWording } from './same-wording.js';

/** A passage to show, with those that say the same in the same words elsewhere. */
export interface EvidenceGroup {
  readonly shown: Evidence;
  readonly alsoIn: readonly Evidence[];
}

/** Share of an abstract's character pairs from which a passage of the body counts as its source. */
const REPEATS_FROM = 0.6;

/**
 * Puts near-identical passages together, the best one to show first, and a passage of the body before the abstract that
 * repeats it: the body often names the speaker whom the abstract leaves out. The order is otherwise kept.
 */
export function groupEvidence(evidence: readonly Evidence[]): readonly EvidenceGroup[] {
  const groups: { shown: Evidence; alsoIn: Evidence[] }[] = [];
  for (const one of bodyBeforeAbstract(evidence)) {
    const same = groups.find(({ shown }) => sameWording(shown.passage.text, one.passage.text));
    if (same === undefined) groups.push({ shown: one, alsoIn: [] });
    else same.alsoIn.push(one);
  }
  return groups;
}

function bodyBeforeAbstract(evidence: readonly Evidence[]): readonly Evidence[] {
  const ordered: Evidence[] = [];
  for (const one of evidence) {
    const repeated = ordered.findIndex(
      ({ passage }) =>
        passage.role === 'abstract' &&
        one.passage.role === 'body' &&
        passage.document === one.passage.document &&
        pairOverlap(passage.text, one.passage.text) >= REPEATS_FROM,
    );
    if (repeated < 0) ordered.push(one);
    else ordered.splice(repeated, 0, one);
  }
  return ordered;
}
