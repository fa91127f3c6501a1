import { viewProvision } from '../../wording/views/law-view.js';
import type { Words } from '../../wording/words.js';
import { deleteButton } from '../buttons/answer-buttons.js';
import { buttonRows, type ShownButton } from '../buttons/button-row.js';
import { LAW_ACTIONS } from '../buttons/law-buttons.js';
import { fieldsOfPlace, markOfLaw } from '../buttons/law-place.js';
import { containerMessage, textDisplay, type OutgoingMessage } from '../rendering/message.js';
import { field, subtext } from '../rendering/render-passage.js';
import type { CitedPlace } from './cited-places.js';

/** Code points of the titles in the line over the buttons. */
const TITLES_LENGTH = 200;

/**
 * A line with the laws, and a button for each place, which shows its text to whoever presses it; the last one takes the
 * offer away, for whoever cited and for moderators. Where the places are of several laws each button names its own. Null
 * where not one place fits into a button.
 * @param places titled in the language of the words
 */
export function renderCard(places: readonly CitedPlace[], words: Words): OutgoingMessage | null {
  const titles = [...new Set(places.map(({ title }) => words.citation.title(title)))];
  const buttons = places.map(({ law, title, provision }): ShownButton => {
    const place = viewProvision(provision, words);
    const fields = fieldsOfPlace({ law: markOfLaw(law), provision, asOf: null, text: null });
    return {
      id: { action: LAW_ACTIONS.article, fields },
      label: titles.length === 1 ? place : `${words.citation.title(title)}${words.partSeparator}${place}`,
    };
  });
  if (buttonRows(buttons).length === 0) return null;
  const rows = buttonRows([...buttons, deleteButton(words.discord.buttons.answer.remove)]);
  return containerMessage([textDisplay(subtext(field(titles.join(words.listSeparator), TITLES_LENGTH))), ...rows]);
}
