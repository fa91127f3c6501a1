import type { Citation } from '../../answering/answer.js';
import { toTraditional } from '../../shared/traditional.js';
import { viewNotice } from '../../wording/views/citation-view.js';
import { viewProvision } from '../../wording/views/law-view.js';
import type { Words } from '../../wording/words.js';
import { renderConversion, type ConvertedText } from '../rendering/render-conversion.js';
import { ANSWER_ACTIONS } from './answer-buttons.js';
import { passageIdOfFields } from './answer-fields.js';
import type { Button, PressContext, PressOutcome } from './button.js';
import { LAW_ACTIONS, pageButtonRows } from './law-buttons.js';
import { isOutcome, lawOfButton } from './law-of-button.js';
import { placeOfFields } from './law-place.js';
import { noteOutcome } from './note-outcome.js';
import { pageOfFields, readPage, type PlacePage } from './page-fields.js';
import { shownPassages } from './shown-passages.js';
import { turnButtons } from './turn-buttons.js';

/** A custom id has room for the ids of so many passages: as many as an answer has unless more are asked for. */
const MOST_PASSAGES = 5;

/** Shows the passages of the answer in traditional script. */
export const conversion: Button = {
  action: ANSWER_ACTIONS.conversion,
  read: (fields) =>
    fields.length === 0
      ? {
          place: 'private',
          run: (press) => {
            const ids = shownPassages(press.message.components).map(({ id }) => id);
            return showPassages({ ids: ids.slice(0, MOST_PASSAGES), page: 0 }, press);
          },
        }
      : null,
};

/** Shows another page of them. */
export const conversionPage: Button = {
  action: ANSWER_ACTIONS.conversionPage,
  read: (fields) => {
    const asked = passagesOfFields(fields);
    return asked === null ? null : { place: 'in-place', run: (press) => showPassages(asked, press) };
  },
};

/** Shows the article of the card in traditional script. */
export const lawConversion: Button = {
  action: LAW_ACTIONS.conversion,
  read: (fields) => {
    const place = placeOfFields(fields);
    return place?.provision == null
      ? null
      : { place: 'private', run: (press) => showArticle({ place, page: 0 }, press) };
  },
};

/** Shows another page of it. */
export const lawConversionPage: Button = {
  action: LAW_ACTIONS.conversionPage,
  read: (fields) => {
    const asked = pageOfFields(fields);
    return asked?.place.provision == null ? null : { place: 'in-place', run: (press) => showArticle(asked, press) };
  },
};

interface PassagesAsked {
  readonly ids: readonly string[];
  /** From 0. */
  readonly page: number;
}

/** Ids of passages, then the page; null where the fields are something else. */
function passagesOfFields(fields: readonly string[]): PassagesAsked | null {
  const page = readPage(fields.at(-1));
  const ids = fields.slice(0, -1).flatMap((field) => passageIdOfFields([field]) ?? []);
  const valid = ids.length === fields.length - 1 && ids.length > 0 && ids.length <= MOST_PASSAGES;
  return page === null || !valid ? null : { ids, page };
}

async function showPassages({ ids, page }: PassagesAsked, press: PressContext): Promise<PressOutcome> {
  const { engine, words, signal } = press;
  const found = await Promise.all(ids.map((id) => engine.context(id, 0, ['global'], signal)));
  const texts = await Promise.all(
    found.flatMap((one) => (one === null ? [] : [converted(one.passage.text, one.citation, null, words)])),
  );
  if (texts.length === 0) return noteOutcome(words.discord.buttons.answer.gone);
  const message = renderConversion(texts, words, {
    page,
    notices: [],
    rows: (shown) => turnButtons({ action: ANSWER_ACTIONS.conversionPage, fields: ids }, shown, words),
  });
  return { kind: 'shown', message };
}

async function showArticle({ place, page }: PlacePage, press: PressContext): Promise<PressOutcome> {
  const { words } = press;
  const { buttons } = words.discord;
  const found = await lawOfButton(place, press);
  if (isOutcome(found)) return found;
  const { article } = found.card;
  if (article?.outcome !== 'found') return noteOutcome(buttons.lawGone);
  const name = viewProvision(article.provision, words);
  const texts = await Promise.all(article.passages.map(({ text, citation }) => converted(text, citation, name, words)));
  const message = renderConversion(texts, words, {
    page,
    notices: found.changed ? [buttons.textChanged] : [],
    rows: (shown) => pageButtonRows(LAW_ACTIONS.conversionPage, place, shown, words),
  });
  return { kind: 'shown', message };
}

/** @param place in words; null where the title says enough */
async function converted(
  text: string,
  { title, notices }: Citation,
  place: string | null,
  words: Words,
): Promise<ConvertedText> {
  return {
    heading: [words.citation.title(title), ...(place === null ? [] : [place])].join(words.partSeparator),
    text: await toTraditional(text),
    notices: notices.map((notice) => viewNotice(notice, words)),
  };
}
