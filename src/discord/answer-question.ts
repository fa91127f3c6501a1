import { parseQuestion } from '../retrieval/parse-question.js';
import { viewAnswer } from '../wording/answer-view.js';
import { wordQuestionProblem } from '../wording/question-problem.js';
import type { BotServices } from './bot-services.js';
import { renderAnswer } from './render-answer.js';
import { renderNote } from './render-note.js';
import { respond, type Request } from './respond.js';

/** A question as it came in. */
export interface Asked extends Omit<Request, 'compose'> {
  readonly text: string;
}

/** Answers one question with passages, or says what is wrong with it. Never rejects. */
export async function answerQuestion({ text, ...asked }: Asked, services: BotServices): Promise<void> {
  const { words } = asked;
  const compose: Request['compose'] = async (signal) => {
    const parsed = parseQuestion(text, { scopes: ['global'] });
    if (!parsed.ok) return renderNote([wordQuestionProblem(parsed.problem, words)]);
    return renderAnswer(viewAnswer(await services.engine.answer(parsed.question, signal), words), words);
  };
  await respond({ ...asked, compose }, services);
}
