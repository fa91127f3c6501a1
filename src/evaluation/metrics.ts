import type { Hit } from './hits.js';
import type { RandomNumbers } from './seeded-random.js';

/** The cut-offs at which hits are counted. Reciprocal rank and nDCG look at the last of them. */
export const CUT_OFFS = [1, 3, 5, 10] as const;
const DEPTH = 10;

/** 1 where a hit is among the first `cutOff` passages, else 0. Its mean is the recall of "at least one right passage". */
export function hitAt(hits: readonly Hit[], cutOff: number): 0 | 1 {
  return hits.some(({ rank }) => rank <= cutOff) ? 1 : 0;
}

/** 1 / rank of the first hit among the first 10, else 0. Its mean is MRR at 10 (Voorhees, TREC-8, 1999). */
export function reciprocalRank(hits: readonly Hit[]): number {
  const first = Math.min(...hits.map(({ rank }) => rank));
  return first <= DEPTH ? 1 / first : 0;
}

/**
 * nDCG at 10 with binary gain (Järvelin and Kekäläinen, 2002): DCG / IDCG, where
 *
 *     DCG  = sum over the relevant passages of 1 / log2(rank + 1)
 *     IDCG = sum over i = 1 .. min(R, 10)   of 1 / log2(i + 1)
 *
 * A passage is relevant when it holds an expected answer that none before it held, so repeating one earns nothing. R is
 * the number of relevant passages found plus the number of expected answers not found: two answers in one passage ask for
 * one passage, each missing one counts as a passage of its own. 0 to 1; 0 where nothing is expected.
 */
export function discountedGain(hits: readonly Hit[], expected: number): number {
  const found = new Set<number>();
  const ranks: number[] = [];
  for (const { rank, answers } of [...hits].sort((one, other) => one.rank - other.rank)) {
    if (rank > DEPTH || answers.every((answer) => found.has(answer))) continue;
    for (const answer of answers) found.add(answer);
    ranks.push(rank);
  }
  const ideal = Math.min(ranks.length + expected - found.size, DEPTH);
  if (ideal === 0) return 0;
  const idealRanks = Array.from({ length: ideal }, (_, index) => index + 1);
  return gain(ranks) / gain(idealRanks);
}

const gain = (ranks: readonly number[]): number => ranks.reduce((sum, rank) => sum + 1 / Math.log2(rank + 1), 0);

/** The mean of one number a question, with the range in which it lies with 95 % confidence. */
export interface Mean {
  /** Sum of the numbers; for a share the number of questions for which it holds. */
  readonly sum: number;
  /** How many questions the number is known for. */
  readonly of: number;
  /** Lower and upper bound, or null where there is no question. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** sum / of, or null where there is no question. */
export function valueOf({ sum, of }: Mean): number | null {
  return of === 0 ? null : sum / of;
}

/** How the interval is found. */
export const BOOTSTRAP = { samples: 1000, confidence: 0.95 } as const;

/**
 * The mean with its percentile bootstrap interval (Efron, 1979): as many values are drawn with replacement as there are,
 * `BOOTSTRAP.samples` times; of the sorted means those at the outer 2.5 % are the bounds. The same random numbers give the
 * same interval.
 */
export function meanOf(values: readonly number[], random: RandomNumbers): Mean {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (values.length === 0) return { sum: 0, of: 0, interval: null };
  const means = Float64Array.from({ length: BOOTSTRAP.samples }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < values.length; drawn += 1) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / values.length;
  }).sort();
  const outside = (1 - BOOTSTRAP.confidence) / 2;
  const bound = (share: number): number => means[Math.round(share * (means.length - 1))] ?? 0;
  return { sum: total, of: values.length, interval: [bound(outside), bound(1 - outside)] };
}
