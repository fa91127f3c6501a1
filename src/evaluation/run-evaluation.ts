import type { Engine } from '../answering/engine.js';
import { reasonOf, UsageError } from '../shared/errors.js';
import { evaluate } from './evaluate.js';
import type { EvaluationReport } from './evaluation-report.js';
import { evaluationMarkdown, evaluationText, failureLines } from './evaluation-table.js';
import { readQuestionSet } from './question-set.js';
import { isInSplit, type Split } from './question-split.js';

export interface EvaluationRequest {
  /** The file of questions. */
  readonly path: string;
  /** Which of its questions are asked. */
  readonly split: Split;
  readonly readText: (path: string) => Promise<string>;
  /** Called once the questions are read; the engine is closed at the end. */
  readonly openEngine: () => Promise<Engine>;
  /** How many questions of `total` were asked. */
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

export interface EvaluationOutcome {
  readonly lines: readonly string[];
  readonly markdown: string;
  readonly value: EvaluationReport;
}

/**
 * Asks an engine the questions of a file and measures the answers: tables and the questions that failed as lines to
 * read, the tables as Markdown, and all of it as a value.
 * @throws UsageError where the file cannot be read or the split holds no question of it · QuestionSetError · what the engine throws
 */
export async function runEvaluation({
  path,
  split,
  readText,
  openEngine,
  onProgress,
  signal,
}: EvaluationRequest): Promise<EvaluationOutcome> {
  const text = await readText(path).catch((cause: unknown) => {
    throw new UsageError(`The questions in ${path} cannot be read: ${reasonOf(cause)}`, { cause });
  });
  const questions = readQuestionSet(text, path).filter((question) => isInSplit(question, split));
  if (questions.length === 0) throw new UsageError(`No question in ${path} belongs to the split ${split}`);
  const engine = await openEngine();
  try {
    const report = await evaluate({ engine, questions, onProgress, signal });
    return {
      lines: [...evaluationText(report).trimEnd().split('\n'), '', ...failureLines(report)],
      markdown: evaluationMarkdown(report),
      value: report,
    };
  } finally {
    await engine.close();
  }
}
