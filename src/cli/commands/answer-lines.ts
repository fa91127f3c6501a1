import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Engine } from '../../answering/engine.js';
import { parseQuestion, type QuestionOptions } from '../../retrieval/parse-question.js';
import { wordQuestionProblem } from '../../wording/views/question-problem.js';
import { wordsFor } from '../../wording/words-for.js';
import type { CommandContext } from '../command-context.js';
import { linesOf } from '../input/lines-of.js';
import { readQuestionLine } from '../input/question-line.js';
import { printJson } from '../terminal/terminal.js';

/**
 * Answers every line of a file of questions (`-`: of standard input), in their order, one line of JSON each.
 * @returns false where a line was bad
 * @throws UsageError where the file cannot be read
 */
export async function answerLines(
  engine: Engine,
  file: string,
  options: QuestionOptions,
  { terminal, workingFolder, signal }: CommandContext,
): Promise<boolean> {
  const input = file === '-' ? terminal.input : createReadStream(resolve(workingFolder, file));
  let perfect = true;
  for await (const line of linesOf(input, file, signal)) {
    signal.throwIfAborted();
    const result = await answerLine(engine, line, options, signal);
    if (result === null) continue;
    if ('error' in result) perfect = false;
    printJson(terminal, result);
  }
  return perfect;
}

/** The answer to a line, the error that stands in its place, or null for an empty line. */
async function answerLine(engine: Engine, line: string, options: QuestionOptions, signal: AbortSignal) {
  const read = readQuestionLine(line);
  if (read === null) return null;
  if (!read.ok) return { id: read.id, error: { code: read.code, message: read.message } };
  const parsed = parseQuestion(read.question, options);
  if (!parsed.ok) {
    const message = wordQuestionProblem(parsed.problem, wordsFor('en'));
    return { id: read.id, error: { code: parsed.problem.code, message } };
  }
  return { ...(await engine.answer(parsed.question, signal)), id: read.id };
}
