import { asDay } from '../../laws/texts/law-notes.js';
import { parseArticle } from '../../laws/citations/parse-article.js';
import { parseQuestion } from '../../retrieval/parse-question.js';
import { wordQuestionProblem } from '../../wording/views/question-problem.js';
import type { BotServices } from '../bot-services.js';
import { askedLaw, recordAsked } from './record-asked.js';
import { lawRequest } from './law-request.js';
import { clipText } from '../rendering/clip-text.js';
import { DISCORD_LIMITS } from '../rendering/limits.js';
import { renderLawAnswer } from '../rendering/render-law.js';
import { renderNote } from '../rendering/render-note.js';
import { respond, type Request } from './respond.js';

/** What was typed about a law; null where an option was left out. */
export interface AskedLaw extends Omit<Request, 'compose'> {
  readonly name: string;
  readonly article: string | null;
  readonly question: string | null;
  /** A day, as YYYY-MM-DD where it is right. */
  readonly asOf: string | null;
}

/** Answers with the card of one law, or says what is wrong with an option. Never rejects. */
export async function answerLaw(asked: AskedLaw, services: BotServices): Promise<void> {
  const { name, article, question, asOf, words } = asked;
  const compose: Request['compose'] = async (signal) => {
    const provision = article === null ? null : parseArticle(article);
    if (article !== null && provision?.article == null) return renderNote([words.law.badArticle(quoted(article))]);
    const day = asOf === null ? null : asDay(asOf.trim());
    if (asOf !== null && day === null) return renderNote([words.discord.badDate(quoted(asOf))]);
    const parsed = question === null ? null : parseQuestion(question, { scopes: ['global'] });
    if (parsed?.ok === false) return renderNote([wordQuestionProblem(parsed.problem, words)]);
    const text = parsed?.question.text ?? null;
    const request = lawRequest({ name: name.trim(), provision, question: text, asOf: day });
    const { engine } = services;
    const [found, { generation }] = await Promise.all([engine.law(request, signal), engine.summary()]);
    const outcome = askedLaw(
      [name, article, question].filter((part) => part !== null),
      found,
    );
    if (outcome !== null) recordAsked(outcome, asked.conversation, services);
    return renderLawAnswer(found, words, { asOf: day, generation, notices: [] });
  };
  await respond({ ...asked, compose }, services);
}

/** What was typed, its end left out where a client has sent more than it may. */
function quoted(typed: string): string {
  return clipText(typed, DISCORD_LIMITS.choiceText);
}
