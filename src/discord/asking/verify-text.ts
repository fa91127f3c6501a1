import { MAXIMUM_VERIFIED_LENGTH } from '../../answering/verification/quotation-too-long-error.js';
import { viewVerification } from '../../wording/views/verification-view.js';
import type { BotServices } from '../bot-services.js';
import { renderNote } from '../rendering/render-note.js';
import { renderVerification } from '../rendering/render-verification.js';
import { askedToVerify, recordAsked } from './record-asked.js';
import { respond, type Request } from './respond.js';

/** A text that somebody wants to have verified. */
export interface AskedToVerify extends Omit<Request, 'compose'> {
  readonly text: string;
}

/** Says whether a text stands in the documents word for word, and where, or that it is too long. Never rejects. */
export async function verifyText({ text, ...request }: AskedToVerify, services: BotServices): Promise<void> {
  const { words } = request;
  const quotation = text.trim();
  const compose: Request['compose'] = async (signal) => {
    if (quotation.length > MAXIMUM_VERIFIED_LENGTH)
      return renderNote([words.discord.asking.tooLong(quotation.length, MAXIMUM_VERIFIED_LENGTH)]);
    const verification = await services.engine.verify(quotation, ['global'], signal);
    recordAsked(askedToVerify(quotation, verification), request.conversation, services);
    return renderVerification({ text: quotation, view: viewVerification(verification, words) }, words);
  };
  await respond({ ...request, compose }, services);
}
