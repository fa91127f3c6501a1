import type { LawCard, LawRequest } from '../../answering/law/law-answer.js';
import { viewProvision } from '../../wording/views/law-view.js';
import { lawRequest } from '../asking/law-request.js';
import type { PressContext, PressOutcome } from './button.js';
import { noteOutcome } from './note-outcome.js';
import { lawOfPlace, textMark, type LawPlace } from './law-place.js';

/** A law as a button meant it, looked up again. */
export interface LawOfButton {
  readonly request: LawRequest;
  readonly card: LawCard;
  /** True where the text of the place is not the one that the message of the button shows. */
  readonly changed: boolean;
}

/**
 * Looks the place of a button up again: the law, and its text, may have changed since the message was written, or be gone.
 * @returns the law, or the note that says what is gone
 */
export async function lawOfButton(
  place: LawPlace,
  { engine, words, signal }: PressContext,
): Promise<LawOfButton | PressOutcome> {
  const { buttons } = words.discord;
  const id = await lawOfPlace(place, engine);
  if (id === null) return noteOutcome(buttons.lawGone);
  const { provision, asOf, text } = place;
  const request = lawRequest({ name: id, provision, question: null, asOf });
  const card = await engine.law(request, signal);
  if (card.kind !== 'found') return noteOutcome(buttons.lawGone);
  const first = card.article?.passages[0];
  // A place that was shown without its text, because none was at hand, cannot go.
  if (text !== null && provision !== null && first === undefined)
    return noteOutcome(buttons.articleGone(viewProvision(provision, words)));
  return { request, card, changed: text !== null && first !== undefined && textMark(first.id) !== text };
}

export function isOutcome(found: LawOfButton | PressOutcome): found is PressOutcome {
  return 'kind' in found;
}
