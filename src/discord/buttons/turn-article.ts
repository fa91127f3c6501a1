import { renderLawAnswer } from '../rendering/render-law.js';
import type { Button, PressContext, PressOutcome } from './button.js';
import { LAW_ACTIONS } from './law-buttons.js';
import { isOutcome, lawOfButton } from './law-of-button.js';
import { noteOutcome } from './note-outcome.js';
import { placeOfFields, type LawPlace } from './law-place.js';

type Side = 'previous' | 'next';

/** Shows the article before the one of the message, in the same text. */
export const previousArticle = turning(LAW_ACTIONS.previousArticle, 'previous');

/** Shows the article after the one of the message, in the same text. */
export const nextArticle = turning(LAW_ACTIONS.nextArticle, 'next');

function turning(action: string, side: Side): Button {
  return {
    action,
    read: (fields) => {
      const place = placeOfFields(fields);
      if (place?.provision == null) return null;
      return { place: 'in-place', run: (context) => turn(place, side, context) };
    },
  };
}

async function turn(place: LawPlace, side: Side, context: PressContext): Promise<PressOutcome> {
  const { engine, words, signal } = context;
  const { buttons } = words.discord;
  const found = await lawOfButton(place, context);
  if (isOutcome(found)) return found;
  const { request, card, changed } = found;
  const article = card.article?.outcome === 'found' ? card.article[side] : null;
  if (article === null) return noteOutcome(buttons.noFurtherArticle);
  const provision = { article, paragraph: null, item: null, subitem: null };
  const [turned, { generation }] = await Promise.all([engine.law({ ...request, provision }, signal), engine.summary()]);
  const notices = changed ? [buttons.textChanged] : [];
  return { kind: 'shown', message: renderLawAnswer(turned, words, { asOf: place.asOf, generation, notices }) };
}
