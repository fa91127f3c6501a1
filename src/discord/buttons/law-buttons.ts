import type { LawCard } from '../../answering/law-answer.js';
import type { Words } from '../../wording/words.js';
import { buttonRows, type ButtonRow, type ShownButton } from './button-row.js';
import { fieldsOfPlace, markOfLaw, textMark, type LawPlace } from './law-place.js';
import { turnButtons } from './turn-buttons.js';

/** Actions of the buttons under laws. They stand in messages that were sent long ago: never give one another meaning. */
export const LAW_ACTIONS = {
  previousArticle: 'prev',
  nextArticle: 'next',
  chapter: 'chap',
  chapterPage: 'chpg',
  citing: 'cite',
  citingPage: 'cipg',
  copyCitation: 'copy',
  conversion: 'lawconv',
  conversionPage: 'lawconvpg',
  article: 'art',
} as const;

/** The place that a card shows. @param asOf the day that was asked for, YYYY-MM-DD, or null */
export function placeOfCard({ id, article }: LawCard, asOf: string | null): LawPlace {
  const first = article?.passages[0];
  return {
    law: markOfLaw(id),
    provision: article?.provision ?? null,
    asOf,
    text: first === undefined ? null : textMark(first.id),
  };
}

/** The buttons under a card: for an article at hand all of them, else who cites the place that was asked for, or the law. */
export function lawButtonRows(
  card: LawCard,
  asOf: string | null,
  { law, discord, language }: Words,
): readonly ButtonRow[] {
  const { article } = card;
  const { steps } = law;
  const fields = fieldsOfPlace(placeOfCard(card, asOf));
  const button = (action: string, label: string, disabled = false): ShownButton => ({
    id: { action, fields },
    label,
    disabled,
  });
  const citing = button(LAW_ACTIONS.citing, steps.citedBy);
  if (article?.outcome !== 'found') return buttonRows([citing]);
  return buttonRows([
    button(LAW_ACTIONS.previousArticle, steps.previous, article.previous === null),
    button(LAW_ACTIONS.nextArticle, steps.next, article.next === null),
    button(LAW_ACTIONS.chapter, steps.chapter),
    citing,
    button(LAW_ACTIONS.copyCitation, discord.buttons.copy),
    ...(language === 'zh-Hant' ? [button(LAW_ACTIONS.conversion, discord.buttons.conversion.label)] : []),
  ]);
}

/** As `turnButtons`, for pages of what a place has. */
export function pageButtonRows(
  action: string,
  place: LawPlace,
  shown: { readonly page: number; readonly pages: number },
  words: Words,
): readonly ButtonRow[] {
  return turnButtons({ action, fields: fieldsOfPlace(place) }, shown, words);
}
