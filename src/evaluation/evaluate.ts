import type { AnswerPassage } from '../answering/answer.js';
import type { Engine } from '../answering/engine.js';
import { parseQuestion } from '../retrieval/parse-question.js';
import { reportOf, type EvaluationReport, type QuestionOutcome } from './evaluation-report.js';
import { hitsOf, isHighlightRight, type Hit } from './hits.js';
import type { EvaluationQuestion } from './question-set-schema.js';

/** How deep metrics look: MRR and nDCG are defined at 10. */
const DEFAULT_DEPTH = 10;
const DEFAULT_SEED = 1;

export interface EvaluationRun {
  readonly engine: Engine;
  readonly questions: readonly EvaluationQuestion[];
  /** Passages asked for with each question, 1 to 20; 10 unless told. A smaller number makes the deeper metrics smaller too. */
  readonly limit?: number;
  /** Seed of the bootstrap intervals; 1 unless told. */
  readonly seed?: number;
  /** Called after each question. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Asks every question, one after the other, of the global scope alone, and holds the answers against the expected ones.
 * @throws what the engine throws, and the reason of the signal once it is aborted
 * @throws RangeError for a question that cannot be asked; `readQuestionSet` lets none through
 */
export async function evaluate(run: EvaluationRun): Promise<EvaluationReport> {
  const { engine, questions, limit = DEFAULT_DEPTH, seed = DEFAULT_SEED, onProgress, signal } = run;
  const outcomes: QuestionOutcome[] = [];
  for (const question of questions) {
    signal?.throwIfAborted();
    const asked = parseQuestion(question.question, { scopes: ['global'], limit });
    if (!asked.ok) throw new RangeError(`Question ${question.id} cannot be asked: ${asked.problem.code}`);
    const { status, strength, passages } = await engine.answer(asked.question, signal);
    const hits = hitsOf(passages, question.answers);
    outcomes.push({ question, status, strength, hits, highlightRight: firstHighlight(passages, question, hits[0]) });
    onProgress?.(outcomes.length, questions.length);
  }
  return reportOf(outcomes, seed);
}

/** Right where the highlight of the first hit marks one of the answers that the hit holds. */
function firstHighlight(
  passages: readonly AnswerPassage[],
  question: EvaluationQuestion,
  hit: Hit | undefined,
): boolean | null {
  const passage = passages.find(({ rank }) => rank === hit?.rank);
  if (hit === undefined || passage === undefined) return null;
  const verdicts = question.answers
    .filter((_, index) => hit.answers.includes(index))
    .map(({ evidence }) => isHighlightRight(passage.text, passage.highlight, evidence))
    .filter((verdict) => verdict !== null);
  return verdicts.length === 0 ? null : verdicts.includes(true);
}
