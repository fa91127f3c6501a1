import type { Answer } from '../../answering/answer.js';
import type { Words } from '../../wording/words.js';
import type { BotServices } from '../bot-services.js';
import type { LawPlace } from '../buttons/law-place.js';
import type { OutgoingMessage } from '../rendering/message.js';
import { renderLawAnswer } from '../rendering/render-law.js';
import { lawRequest } from './law-request.js';
import { askedLaw, type AskedOutcome } from './record-asked.js';

/** A card in the place of an answer. */
export interface MeantCard {
  readonly message: OutgoingMessage;
  readonly outcome: AskedOutcome | null;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * The card that a follow-up to the card of a law means, such as 那第二十一条呢？: it was understood as a law, or one place in
 * it, and asks for nothing else. Null where it asks for more: then it has its answer.
 * @param before what the card shows: the day for which it was asked goes on counting
 */
export async function cardMeant(
  { understood }: Answer,
  before: LawPlace,
  words: Words,
  { engine }: Pick<BotServices, 'engine'>,
  signal: AbortSignal,
): Promise<MeantCard | null> {
  if (understood === undefined) return null;
  const { question } = understood;
  const [citation, ...others] = await engine.cite(question, before.asOf, ['global'], signal);
  if (citation === undefined || others.length > 0 || citation.provisions.length > 1) return null;
  const beside = question.slice(0, citation.start) + question.slice(citation.end);
  if (citation.law === null || LETTER_OR_DIGIT.test(beside)) return null;
  const [provision = null] = citation.provisions;
  const request = lawRequest({ name: citation.law, provision, question: null, asOf: before.asOf });
  const [found, { generation }] = await Promise.all([engine.law(request, signal), engine.summary()]);
  const notices = [`${words.answer.understood}${words.colon}${question}`];
  return {
    message: renderLawAnswer(found, words, { asOf: before.asOf, generation, notices }),
    outcome: askedLaw([question], found),
  };
}
