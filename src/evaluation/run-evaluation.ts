import type { Engine } from '../answering/engine.js';
import { reasonOf, UsageError } from '../shared/errors.js';
import { evaluate } from './evaluate.js';
import type { EvaluationReport } from './evaluation-report.js';
import { evaluationText, failureLines } from './evaluation-table.js';
import { readQuestionSet } from './question-set.js';

export interface EvaluationRequest {
  /** The file of questions. */
  readonly path: string;
  readonly readText: (path: string) => Promise<string>;
  /** Called once the questions are read; the engine is closed at the end. */
  readonly openEngine: () => Promise<Engine>;
  /** How many questions of `total` were asked. */
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Asks an engine the questions of a file and measures the answers: a table and the questions that failed as lines to
 * read, and the same as a value.
 * @throws UsageError where the file cannot be read · QuestionSetError · what the engine throws
 */
export async function runEvaluation({
  path,
  readText,
  openEngine,
  onProgress,
  signal,
}: EvaluationRequest): Promise<{ readonly lines: readonly string[]; readonly value: EvaluationReport }> {
  const text = await readText(path).catch((cause: unknown) => {
    throw new UsageError(`The questions in ${path} cannot be read: ${reasonOf(cause)}`, { cause });
  });
  const questions = readQuestionSet(text, path);
  const engine = await openEngine();
  try {
    const report = await evaluate({ engine, questions, onProgress, signal });
    return { lines: [...evaluationText(report).trimEnd().split('\n'), '', ...failureLines(report)], value: report };
  } finally {
    await engine.close();
  }
}
