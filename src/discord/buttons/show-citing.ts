import { renderCiting } from '../rendering/render-citing.js';
import type { Button, PressContext, PressOutcome } from './button.js';
import { LAW_ACTIONS, pageButtonRows } from './law-buttons.js';
import { isOutcome, lawOfButton } from './law-of-button.js';
import { placeOfFields } from './law-place.js';
import { pageOfFields, type PlacePage } from './page-fields.js';

/** So many passages are brought at most: some twenty pages, which is more than anybody turns. */
const CITING_PASSAGES = 100;

/** Shows who cites the place of the message, from the first page. */
export const citing: Button = {
  action: LAW_ACTIONS.citing,
  read: (fields) => {
    const place = placeOfFields(fields);
    return place === null ? null : { place: 'private', run: (context) => show({ place, page: 0 }, context) };
  },
};

/** Shows another page of them. */
export const citingPage: Button = {
  action: LAW_ACTIONS.citingPage,
  read: (fields) => {
    const asked = pageOfFields(fields);
    return asked === null ? null : { place: 'in-place', run: (context) => show(asked, context) };
  },
};

async function show({ place, page }: PlacePage, context: PressContext): Promise<PressOutcome> {
  const { engine, words, signal } = context;
  const found = await lawOfButton(place, context);
  if (isOutcome(found)) return found;
  const { request, changed } = found;
  const citations = await engine.citing({ ...request, limit: CITING_PASSAGES }, signal);
  const message = renderCiting(citations, words, {
    page,
    notices: changed ? [words.discord.buttons.textChanged] : [],
    rows: (shown) => pageButtonRows(LAW_ACTIONS.citingPage, place, shown, words),
  });
  return { kind: 'shown', message };
}
