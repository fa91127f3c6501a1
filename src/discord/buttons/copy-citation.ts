import { citedAs } from '../../answering/law/cited-as.js';
import { renderCitations } from '../rendering/render-citations.js';
import type { Button, PressContext, PressOutcome } from './button.js';
import { LAW_ACTIONS } from './law-buttons.js';
import { isOutcome, lawOfButton } from './law-of-button.js';
import { noteOutcome } from './note-outcome.js';
import { placeOfFields, type LawPlace } from './law-place.js';

/** Gives the citation of the article of the message in forms that can be copied. */
export const copyCitation: Button = {
  action: LAW_ACTIONS.copyCitation,
  read: (fields) => {
    const place = placeOfFields(fields);
    return place?.provision == null ? null : { place: 'private', run: (context) => copy(place, context) };
  },
};

async function copy(place: LawPlace, context: PressContext): Promise<PressOutcome> {
  const { clock, words } = context;
  const { buttons } = words.discord;
  const found = await lawOfButton(place, context);
  if (isOutcome(found)) return found;
  const { article } = found.card;
  const [first] = article?.passages ?? [];
  if (article === null || first === undefined) return noteOutcome(buttons.lawGone);
  const citation = citedAs(first.citation, article.provision);
  const message = renderCitations([{ rank: null, citation }], words, {
    accessed: clock.now().toISOString().slice(0, 10),
    notices: found.changed ? [buttons.textChanged] : [],
  });
  return { kind: 'shown', message };
}
