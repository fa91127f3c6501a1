import { viewProvision } from '../../wording/views/law-view.js';
import { renderChapter } from '../rendering/render-chapter.js';
import type { Button, PressContext, PressOutcome } from './button.js';
import { LAW_ACTIONS, pageButtonRows } from './law-buttons.js';
import { isOutcome, lawOfButton } from './law-of-button.js';
import { noteOutcome } from './note-outcome.js';
import { placeOfFields } from './law-place.js';
import { pageOfFields, type PlacePage } from './page-fields.js';

/** Shows the chapter of the article of the message, from its first page. */
export const chapter: Button = {
  action: LAW_ACTIONS.chapter,
  read: (fields) => {
    const place = placeOfFields(fields);
    if (place?.provision == null) return null;
    return { place: 'private', run: (context) => show({ place, page: 0 }, context) };
  },
};

/** Shows another page of the chapter. */
export const chapterPage: Button = {
  action: LAW_ACTIONS.chapterPage,
  read: (fields) => {
    const asked = pageOfFields(fields);
    if (asked?.place.provision == null) return null;
    return { place: 'in-place', run: (context) => show(asked, context) };
  },
};

async function show({ place, page }: PlacePage, context: PressContext): Promise<PressOutcome> {
  const { engine, words, signal } = context;
  const { buttons } = words.discord;
  const found = await lawOfButton(place, context);
  if (isOutcome(found)) return found;
  const { request, changed } = found;
  const all = await engine.chapter(request, signal);
  const { provision } = request;
  if (all === null)
    return noteOutcome(provision === null ? buttons.lawGone : buttons.articleGone(viewProvision(provision, words)));
  const message = renderChapter(all, words, {
    page,
    notices: changed ? [buttons.textChanged] : [],
    rows: (shown) => pageButtonRows(LAW_ACTIONS.chapterPage, place, shown, words),
  });
  return { kind: 'shown', message };
}
