import { MAXIMUM_VERIFIED_LENGTH } from '../../answering/verification/quotation-too-long-error.js';
import { viewVerification } from '../../wording/views/verification-view.js';
import { readShownQuestion } from '../rendering/shown-question.js';
import { renderVerification } from '../rendering/render-verification.js';
import type { PressContext, PressOutcome } from './button.js';
import { noteOutcome } from './note-outcome.js';
import { shownText } from './shown-passages.js';

/**
 * What is shown where a passage is not found by its id any more: where its text, as the message shows it, still stands,
 * or the wording nearest to it with the differences marked; a note where there is nothing like it, or no text to search by.
 */
export async function passageGone(id: string, { engine, words, signal, message }: PressContext): Promise<PressOutcome> {
  const { gone, changed, cutAnew } = words.discord.buttons.answer;
  const language = readShownQuestion(message.components)?.language ?? words.language;
  const text = shownText(message.components, id, language);
  if (text === null || text.trim() === '' || text.length > MAXIMUM_VERIFIED_LENGTH) return noteOutcome(gone);
  const verification = await engine.verify(text, ['global'], signal);
  if (verification.verdict === 'absent') return noteOutcome(gone);
  const view = viewVerification(verification, words);
  const said = verification.verdict === 'different' ? changed : cutAnew;
  const heading = [said, view.heading].join(words.language === 'en' ? ' ' : '');
  return { kind: 'shown', message: renderVerification({ text, view: { ...view, heading } }, words) };
}
