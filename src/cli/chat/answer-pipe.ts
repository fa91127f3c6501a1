import type { Engine } from '../../answering/engine.js';
import { parseQuestion } from '../../retrieval/parse-question.js';
import type { Language } from '../../shared/language.js';
import { viewAnswer } from '../../wording/views/answer-view.js';
import { wordQuestionProblem } from '../../wording/views/question-problem.js';
import { wordsFor } from '../../wording/words-for.js';
import { linesOf } from '../input/lines-of.js';
import { renderAnswer } from '../rendering/render-answer.js';
import { printable } from '../terminal/printable.js';
import { printLines, say, type Terminal } from '../terminal/terminal.js';

/**
 * Answers a question a line, each under the question it belongs to. Empty lines are skipped; a line that cannot be asked
 * is told on standard error.
 * @returns false where a line could not be asked
 */
export async function answerPipe(
  engine: Engine,
  language: Language,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<boolean> {
  let perfect = true;
  for await (const line of linesOf(terminal.input, 'standard input', signal)) {
    signal.throwIfAborted();
    if (line.trim() === '') continue;
    const parsed = parseQuestion(line, { scopes: ['global'] });
    if (!parsed.ok) {
      perfect = false;
      say(terminal, wordQuestionProblem(parsed.problem, wordsFor(language)));
      continue;
    }
    const answer = await engine.answer(parsed.question, signal);
    const words = wordsFor(answer.language === 'other' ? language : answer.language);
    const canvas = { words, style: terminal.style, columns: terminal.columns };
    const question = `${words.answer.question}${words.colon}${printable(answer.question)}`;
    printLines(terminal, [question, ...renderAnswer(viewAnswer(answer, words), canvas), '']);
  }
  return perfect;
}
