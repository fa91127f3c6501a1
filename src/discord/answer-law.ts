import { asDay } from '../laws/law-notes.js';
import { parseArticle } from '../laws/parse-article.js';
import type { BotServices } from './bot-services.js';
import { renderLawAnswer } from './render-law.js';
import { renderNote } from './render-note.js';
import { respond, type Request } from './respond.js';

/** Passages that name the law: so many are brought at most. */
const MENTIONS = 5;

/** What was typed about a law; null where an option was left out. */
export interface AskedLaw extends Omit<Request, 'compose'> {
  readonly name: string;
  readonly article: string | null;
  /** A day, as YYYY-MM-DD where it is right. */
  readonly asOf: string | null;
}

/** Answers with the card of one law, or says what is wrong with an option. Never rejects. */
export async function answerLaw({ name, article, asOf, ...asked }: AskedLaw, services: BotServices): Promise<void> {
  const { words } = asked;
  const compose: Request['compose'] = async (signal) => {
    const provision = article === null ? null : parseArticle(article);
    if (article !== null && provision?.article == null) return renderNote([words.law.badArticle(article)]);
    const day = asOf === null ? null : asDay(asOf.trim());
    if (asOf !== null && day === null) return renderNote([words.discord.badDate(asOf)]);
    const request = { name: name.trim(), provision, asOf: day, scopes: ['global' as const], limit: MENTIONS };
    return renderLawAnswer(await services.engine.law(request, signal), words);
  };
  await respond({ ...asked, compose }, services);
}
