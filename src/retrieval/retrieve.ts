import type { Encoder, TextTokens } from '../embedding/encoder.js';
import { queryTerms } from '../lexical/query-terms.js';
import type { Clock } from '../shared/clock.js';
import { documentWords } from './document-words.js';
import type { Evidence } from './evidence.js';
import { fuse, type FusedHit } from './fuse.js';
import type { PassageFilter, PassageIndex } from './passage-index.js';
import { planQuestion, termsOf, type QuestionKnowledge, type QuestionPlan } from './plan-question.js';
import type { Question } from './question.js';
import { restateForDocuments } from './restate-question.js';
import { WORD_SHARES, type SearchMode } from './search-mode.js';
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
  /** The encoded question; null where words alone are searched. */
  readonly vector: Float32Array | null;
  /** The tokens of the encoded question; null where there is none, or the encoder cannot tell them. */
  readonly tokens: TextTokens | null;
  readonly milliseconds: { readonly embed: number; readonly search: number };
}

export interface RetrievalParts {
  readonly index: PassageIndex;
  readonly encoder: Encoder;
  readonly knowledge: QuestionKnowledge;
  readonly clock: Clock;
  /** Left out: `both`. */
  readonly mode?: SearchMode;
  /** Ids of documents that this question does not see, such as texts of laws that do not count on its day. */
  readonly without?: readonly string[];
}

/**
 * Finds the passages that match a question, by words and by vectors.
 * @param limit how many to bring, at least 1
 */
export async function retrieve(
  question: Question,
  limit: number,
  { index, encoder, knowledge, clock, mode = 'both', without }: RetrievalParts,
  signal?: AbortSignal,
): Promise<Retrieval> {
  const started = clock.monotonic();
  const filter = without === undefined ? filterOf(question) : { ...filterOf(question), without };
  const restated = await restateForDocuments(question, knowledge, documentWords(index, filter, signal));
  const planned = planQuestion(question, knowledge, restated);
  const plan = mode === 'vectors' ? { ...planned, groups: [] } : planned;
  const { vector, tokens } =
    mode === 'words' ? { vector: null, tokens: null } : await encodeQuestion(plan.encoderText, encoder, signal);
  const encoded = clock.monotonic();
  const terms = termsOf(plan.groups);
  const names = terms.map(({ term }) => term);
  const [words, vectors, idf] = await Promise.all([
    index.searchWords(terms, filter, HITS, signal),
    vector === null ? [] : index.searchVectors(vector, filter, HITS, signal),
    index.idf(names, signal),
  ]);
  const held = new Set(words.flatMap((hit) => hit.terms));
  const idfOf = new Map(names.map((term, position) => [term, idf[position] ?? 0]));
  const values = wordValues(plan.groups, idfOf, (term) => held.has(term));
  const holding = await rowsWithQuoted(plan, held, (literal) => index.rowsHolding(literal, filter, signal));
  const onlyRows = holding === null || holding.size === 0 ? null : holding;
  const fused = fuse(words, vectors, values, { wordShare: WORD_SHARES[mode], onlyRows, limit });
  const evidence = await withPassages(fused, index, signal);
  return {
    plan,
    evidence,
    literal: holding === null ? 'none' : holding.size > 0 ? 'found' : 'missing',
    values,
    knownShare: knownShare(plan.groups, (term) => held.has(term)),
    vector,
    tokens,
    milliseconds: { embed: encoded - started, search: clock.monotonic() - encoded },
  };
}

/** The vector of a question, and its tokens where the encoder tells them: both of one run of the model. */
async function encodeQuestion(
  text: string,
  encoder: Encoder,
  signal?: AbortSignal,
): Promise<{ readonly vector: Float32Array; readonly tokens: TextTokens | null }> {
  const [tokens = null] = (await encoder.tokens?.encode([text], 'query', signal)) ?? [];
  const [vector] = tokens === null ? await encoder.encode([text], 'query', signal) : [tokens.vector];
  if (vector === undefined) throw new RangeError('The encoder gave no vector for the question');
  return { vector, tokens };
}

/** The rows that hold all that a question quotes, as it is written or else as it is restated; null where it quotes nothing. */
async function rowsWithQuoted(
  plan: QuestionPlan,
  held: ReadonlySet<string>,
  rowsHolding: (literal: readonly string[]) => Promise<readonly number[]>,
): Promise<ReadonlySet<number> | null> {
  const literal = plan.literal.filter((quoted) => !isTranslation(quoted, plan, held));
  if (literal.length === 0) return null;
  const rows = await rowsHolding(literal);
  const isRestated = plan.literalRestated.join('\n') !== plan.literal.join('\n');
  return new Set(rows.length > 0 || !isRestated ? rows : await rowsHolding(plan.literalRestated));
}

/**
 * Whether quoted words are none of the documents' own but a translation of some: each of them can be translated, and none
 * stands in the documents as it is. "internet water army" over Chinese documents asks for nothing to the letter.
 */
function isTranslation(quoted: string, { groups }: QuestionPlan, held: ReadonlySet<string>): boolean {
  const translated = new Set(groups.flatMap(([own, ...others]) => (own && others.length > 0 ? [own.term] : [])));
  const terms = queryTerms(quoted).map(({ term }) => term);
  return terms.every((term) => translated.has(term) && !held.has(term));
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
