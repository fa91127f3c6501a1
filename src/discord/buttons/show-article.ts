import { renderLawAnswer } from '../rendering/render-law.js';
import type { Button, PressContext, PressOutcome } from './button.js';
import { LAW_ACTIONS } from './law-buttons.js';
import { isOutcome, lawOfButton } from './law-of-button.js';
import { placeOfFields, type LawPlace } from './law-place.js';

/** Shows the article of a citation card, to whoever presses alone: others in the channel did not ask for it. */
export const showArticle: Button = {
  action: LAW_ACTIONS.article,
  read: (fields) => {
    const place = placeOfFields(fields);
    return place?.provision == null ? null : { place: 'private', run: (context) => show(place, context) };
  },
};

async function show(place: LawPlace, context: PressContext): Promise<PressOutcome> {
  const found = await lawOfButton(place, context);
  if (isOutcome(found)) return found;
  const { generation } = await context.engine.summary();
  const message = renderLawAnswer(found.card, context.words, { asOf: place.asOf, generation, notices: [] });
  return { kind: 'shown', message };
}
