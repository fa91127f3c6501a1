import { parseQuestion } from '../../retrieval/parse-question.js';
import type { ConversationContext } from '../../retrieval/question.js';
import { detectLanguage } from '../../shared/language.js';
import { viewAnswer } from '../../wording/views/answer-view.js';
import { wordQuestionProblem } from '../../wording/views/question-problem.js';
import { wordsFor } from '../../wording/words-for.js';
import type { BotServices } from '../bot-services.js';
import type { OutgoingMessage } from '../rendering/message.js';
import { renderAnswer } from '../rendering/render-answer.js';
import { renderNote } from '../rendering/render-note.js';
import { cardMeant } from './card-meant.js';
import type { QuestionBefore } from './question-before.js';
import { askedQuestion, recordAsked } from './record-asked.js';
import { respond, type Request } from './respond.js';
import { searchedNotice } from './searched-notice.js';
import { UNRESTRICTED, type Restriction } from '../rendering/shown-question.js';

/** A question as it came in. */
export interface Asked extends Omit<Request, 'compose'> {
  readonly text: string;
  /** What to search in; everything unless given. */
  readonly restriction?: Restriction;
  /** The question that this one may go on from, once it is known. Never rejects. */
  readonly before?: Promise<QuestionBefore | null>;
}

/** Answers one question with passages, or says what is wrong with it. Never rejects. */
export async function answerQuestion(asked: Asked, services: BotServices): Promise<void> {
  const compose: Request['compose'] = (signal) => composeAnswer(asked, services, signal);
  await respond({ ...asked, compose }, services);
}

/** The message that answers a question, which is recorded. It rejects where the engine does. */
export async function composeAnswer(
  { conversation, text, words: askersWords, restriction = UNRESTRICTED, before }: Omit<Asked, 'source'>,
  services: Pick<BotServices, 'engine' | 'store' | 'serverSettings' | 'vitals' | 'logger'>,
  signal: AbortSignal,
): Promise<OutgoingMessage> {
  const shown = (await before) ?? null;
  // "2022?" is of no language: that of the conversation counts.
  const silent = shown !== null && detectLanguage(text) === 'other';
  const words = silent ? wordsFor(shown.language) : askersWords;
  const context = shown === null ? null : contextOf(shown);
  const searched = await services.serverSettings.forSearch(conversation.asker.server);
  const parsed = parseQuestion(text, { ...searched, ...restriction, scopes: ['global'], context });
  if (!parsed.ok) return renderNote([wordQuestionProblem(parsed.problem, words)]);
  const { engine } = services;
  const [answer, { generation }] = await Promise.all([engine.answer(parsed.question, signal), engine.summary()]);
  const place = shown?.place ?? null;
  const card = place === null ? null : await cardMeant(answer, place, words, services, signal);
  if (card !== null) {
    if (card.outcome !== null) recordAsked(card.outcome, conversation, services);
    return card.message;
  }
  recordAsked(askedQuestion(answer), conversation, services);
  return renderAnswer(viewAnswer(answer, words), words, {
    restriction: answer.understood ?? restriction,
    notices: searchedNotice(parsed.question, answer, words),
    buttons: { generation, size: parsed.question.limit, offset: 0, hidden: conversation.hidden },
  });
}

function contextOf({ question, understood, restriction }: QuestionBefore): ConversationContext {
  return { question: understood ?? question, ...restriction };
}
