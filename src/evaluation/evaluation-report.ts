import type { Answer } from '../answering/answer.js';
import type { Hit } from './hits.js';
import { CUT_OFFS, discountedGain, hitAt, meanOf, reciprocalRank, type Mean } from './metrics.js';
import type { EvaluationQuestion } from './question-set-schema.js';
import { seededRandom } from './seeded-random.js';

/** What became of one question. */
export interface QuestionOutcome {
  readonly question: EvaluationQuestion;
  readonly status: Answer['status'];
  readonly strength: Answer['strength'];
  /** Passages that hold evidence, whatever the status. Empty for an unanswerable question. */
  readonly hits: readonly Hit[];
  /** Whether the first hit's highlight marks the evidence; null without a hit or where it cannot be told. */
  readonly highlightRight: boolean | null;
}

/** Means over the questions of a group. "Answered" counts a question without status `answered` as 0. */
export interface GroupMetrics {
  /** Share of the answerable that were answered with a hit among the first 1, 3, 5, 10. */
  readonly answered: readonly { readonly cutOff: number; readonly mean: Mean }[];
  /** The same whatever the status: what retrieval alone reaches. */
  readonly retrieved: readonly { readonly cutOff: number; readonly mean: Mean }[];
  /** MRR at 10 and nDCG at 10 of the answerable, 0 where not answered. */
  readonly reciprocalRank: Mean;
  readonly discountedGain: Mean;
  /** Share of the answerable with status `none`. */
  readonly falseRefusals: Mean;
  /** Share of the unanswerable with status `answered`; and with strength `strong`. */
  readonly falseAnswers: Mean;
  readonly strongFalseAnswers: Mean;
  /** Share of the questions answered with a hit where the first hit's highlight is right. */
  readonly highlightRight: Mean;
}

export interface EvaluationGroup {
  readonly by: 'all' | 'language' | 'difficulty' | 'paired';
  /** `all`, a language, a difficulty, or `paired` with a language: the questions that are asked in every language of the set. */
  readonly name: string;
  readonly metrics: GroupMetrics;
}

/** Plain data. The same answers give the same report. */
export interface EvaluationReport {
  /** All first, then languages and difficulties as they come in the set, then languages of those asked in every one. */
  readonly groups: readonly EvaluationGroup[];
  /** In the order of the set. */
  readonly outcomes: readonly QuestionOutcome[];
}

/** What went wrong with a question: answered though unanswerable, not answered, answered without a hit among the first 5. */
export type Failure = 'false-answer' | 'false-refusal' | 'missed';

/** How many passages an answer shows unless told: a hit after them is not seen. */
const SHOWN = 5;

/** The failure of an outcome, or null where there is none. */
export function failureOf({ question, status, hits }: QuestionOutcome): Failure | null {
  if (question.answers.length === 0) return status === 'answered' ? 'false-answer' : null;
  if (status === 'none') return 'false-refusal';
  return hitAt(hits, SHOWN) === 1 ? null : 'missed';
}

/** Adds outcomes up. `seed` is that of the bootstrap intervals. */
export function reportOf(outcomes: readonly QuestionOutcome[], seed: number): EvaluationReport {
  const group = (by: EvaluationGroup['by'], name: string, members: readonly QuestionOutcome[]): EvaluationGroup => ({
    by,
    name,
    metrics: metricsOf(members, seed),
  });
  const groupsBy = (by: 'language' | 'difficulty'): readonly EvaluationGroup[] =>
    [...new Set(outcomes.map(({ question }) => question[by]))].map((name) =>
      group(
        by,
        name,
        outcomes.filter(({ question }) => question[by] === name),
      ),
    );
  const paired = askedInEvery(outcomes);
  const pairedGroups = [...new Set(paired.map(({ question }) => question.language))].map((language) =>
    group(
      'paired',
      `paired ${language}`,
      paired.filter(({ question }) => question.language === language),
    ),
  );
  const groups = [group('all', 'all', outcomes), ...groupsBy('language'), ...groupsBy('difficulty'), ...pairedGroups];
  return { groups, outcomes };
}

/** The outcomes of questions whose pair is asked in every language of the set; none where that is one language. */
function askedInEvery(outcomes: readonly QuestionOutcome[]): readonly QuestionOutcome[] {
  const languages = new Set(outcomes.map(({ question }) => question.language)).size;
  const asked = new Map<string, number>();
  for (const { question } of outcomes)
    if (question.pair !== undefined) asked.set(question.pair, (asked.get(question.pair) ?? 0) + 1);
  return outcomes.filter(({ question }) => languages > 1 && asked.get(question.pair ?? '') === languages);
}

function metricsOf(outcomes: readonly QuestionOutcome[], seed: number): GroupMetrics {
  const answerable = outcomes.filter(({ question }) => question.answers.length > 0);
  const unanswerable = outcomes.filter(({ question }) => question.answers.length === 0);
  const mean = (members: readonly QuestionOutcome[], value: (outcome: QuestionOutcome) => number | boolean): Mean =>
    meanOf(
      members.map((outcome) => Number(value(outcome))),
      // From the start for every mean, so that a further one leaves the intervals of the others as they are.
      seededRandom(seed),
    );
  const isAnswered = ({ status }: QuestionOutcome): boolean => status === 'answered';
  const hitsShown = (outcome: QuestionOutcome): readonly Hit[] => (isAnswered(outcome) ? outcome.hits : []);
  return {
    answered: CUT_OFFS.map((cutOff) => ({ cutOff, mean: mean(answerable, (one) => hitAt(hitsShown(one), cutOff)) })),
    retrieved: CUT_OFFS.map((cutOff) => ({ cutOff, mean: mean(answerable, (one) => hitAt(one.hits, cutOff)) })),
    reciprocalRank: mean(answerable, (one) => reciprocalRank(hitsShown(one))),
    discountedGain: mean(answerable, (one) => discountedGain(hitsShown(one), one.question.answers.length)),
    falseRefusals: mean(answerable, (one) => !isAnswered(one)),
    falseAnswers: mean(unanswerable, isAnswered),
    strongFalseAnswers: mean(unanswerable, (one) => isAnswered(one) && one.strength === 'strong'),
    highlightRight: mean(
      answerable.filter((one) => isAnswered(one) && one.highlightRight !== null),
      (one) => one.highlightRight === true,
    ),
  };
}
