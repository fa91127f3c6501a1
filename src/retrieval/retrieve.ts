import type { Encoder } from '../embedding/encoder.js';
import type { Clock } from '../shared/clock.js';
import type { Evidence } from './evidence.js';
import { fuse, type FusedHit } from './fuse.js';
import type { PassageFilter, PassageIndex } from './passage-index.js';
import { planQuestion, termsOf, type QuestionKnowledge, type QuestionPlan } from './plan-question.js';
import type { Question } from './question.js';
import { knownShare, wordValues, type WordValues } from './word-values.js';

/** How many hits words and vectors bring in each: far more than are shown, so that fusion has both sides of most rows. */
const HITS = 200;

/** What a question found, best first, and what it took to find it. */
export interface Retrieval {
  readonly plan: QuestionPlan;
  /** At most `limit` passages. Where `literal` is `missing`, the nearest without the quoted words. */
  readonly evidence: readonly Evidence[];
  /** Whether words in quotation marks were asked for and found: `none` asked, all `found` in some passage, or `missing`. */
  readonly literal: 'none' | 'found' | 'missing';
  /** What the words of the question are worth in this index. */
  readonly values: WordValues;
  /** The share of the question's words that the documents use at all, 0 to 1. */
  readonly knownShare: number;
  /** The encoded question. */
  readonly vector: Float32Array;
  readonly milliseconds: { readonly embed: number; readonly search: number };
}

export interface RetrievalParts {
  readonly index: PassageIndex;
  readonly encoder: Encoder;
  readonly knowledge: QuestionKnowledge;
  readonly clock: Clock;
}

/**
 * Finds the passages that match a question, by words and by vectors.
 * @param limit how many to bring, at least 1
 */
export async function retrieve(
  question: Question,
  limit: number,
  { index, encoder, knowledge, clock }: RetrievalParts,
  signal?: AbortSignal,
): Promise<Retrieval> {
  const started = clock.monotonic();
  const plan = planQuestion(question, knowledge);
  const [vector] = await encoder.encode([plan.encoderText], 'query', signal);
  if (vector === undefined) throw new RangeError('The encoder gave no vector for the question');
  const encoded = clock.monotonic();
  const filter = filterOf(question);
  const terms = termsOf(plan.groups);
  const names = terms.map(({ term }) => term);
  const [words, vectors, idf] = await Promise.all([
    index.searchWords(terms, filter, HITS, signal),
    index.searchVectors(vector, filter, HITS, signal),
    index.idf(names, signal),
  ]);
  const held = new Set(words.flatMap((hit) => hit.terms));
  const idfOf = new Map(names.map((term, position) => [term, idf[position] ?? 0]));
  const values = wordValues(plan.groups, idfOf, (term) => held.has(term));
  const holding = plan.literal.length === 0 ? null : new Set(await index.rowsHolding(plan.literal, filter, signal));
  const fused = fuse(words, vectors, values, { alsoRows: [...(holding ?? [])] });
  const kept = holding === null || holding.size === 0 ? fused : fused.filter(({ row }) => holding.has(row));
  const evidence = await withPassages(kept.slice(0, limit), index, signal);
  return {
    plan,
    evidence,
    literal: holding === null ? 'none' : holding.size > 0 ? 'found' : 'missing',
    values,
    knownShare: knownShare(plan.groups, (term) => held.has(term)),
    vector,
    milliseconds: { embed: encoded - started, search: clock.monotonic() - encoded },
  };
}

/** The part of a question that says which passages may be found. */
export function filterOf({ scopes, document, kind, law }: Question): PassageFilter {
  return { scopes, document, kind, law };
}

async function withPassages(
  hits: readonly FusedHit[],
  index: PassageIndex,
  signal?: AbortSignal,
): Promise<readonly Evidence[]> {
  const passages = await index.passages(
    hits.map(({ row }) => row),
    signal,
  );
  return hits.flatMap((hit, position) => {
    const passage = passages[position];
    return passage === undefined ? [] : [{ ...hit, passage }];
  });
}
