import type { LawCard } from '../../answering/law/law-answer.js';
import type { Words } from '../../wording/words.js';
import { ANSWER_ACTIONS, deleteButton } from './answer-buttons.js';
import { encodeButtonId, type ButtonId } from './button-id.js';
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
function placeOfCard({ id, article }: LawCard, asOf: string | null): LawPlace {
  const first = article?.passages[0];
  return {
    law: markOfLaw(id),
    provision: article?.provision ?? null,
    asOf,
    text: first === undefined ? null : textMark(first.id),
  };
}

/** For what and from what a card was made. */
export interface LawCardOrigin {
  /** The day that was asked for, YYYY-MM-DD; null where none was. */
  readonly asOf: string | null;
  /** The generation of the index that answered. */
  readonly generation: string;
}

/**
 * The buttons under a card: for an article at hand those that lead on from it, else who cites the place that was asked for,
 * or the law; under every card whether it helped, and its deletion.
 */
export function lawButtonRows(
  card: LawCard,
  { asOf, generation }: LawCardOrigin,
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
  const { helpful, unhelpful, remove } = discord.buttons.answer;
  const voteId = (action: string): ButtonId => ({ action, fields: voteFields(action, generation, passagesOf(card)) });
  const whatToThink: readonly ShownButton[] = [
    { id: voteId(ANSWER_ACTIONS.helpful), label: helpful },
    { id: voteId(ANSWER_ACTIONS.unhelpful), label: unhelpful },
    deleteButton(remove),
  ];
  if (article?.outcome !== 'found') return buttonRows([citing, ...whatToThink]);
  return buttonRows([
    button(LAW_ACTIONS.previousArticle, steps.previous, article.previous === null),
    button(LAW_ACTIONS.nextArticle, steps.next, article.next === null),
    button(LAW_ACTIONS.chapter, steps.chapter),
    citing,
    button(LAW_ACTIONS.copyCitation, discord.buttons.copy),
    ...(language === 'zh-Hant' ? [button(LAW_ACTIONS.conversion, discord.buttons.conversion.label)] : []),
    ...whatToThink,
  ]);
}

/** What a card shows word for word, in its order: the article, what answers the question, else who names the law. */
function passagesOf({ article, answer, mentions }: LawCard): readonly string[] {
  const own = (article?.passages ?? []).map(({ id }) => id);
  if (answer !== null) return [...new Set([...own, ...answer.passages.map(({ id }) => id)])];
  return own.length > 0 ? own : mentions.map(({ id }) => id);
}

/** The first passages, as many as a custom id has room for: a card is no answer of which they could be read. */
function voteFields(action: string, generation: string, passages: readonly string[]): readonly string[] {
  const fieldsOf = (count: number): readonly string[] => [generation, ...passages.slice(0, count)];
  const counts = passages.map((_, dropped) => passages.length - dropped);
  const fitting = counts.find((count) => encodeButtonId({ action, fields: fieldsOf(count) }) !== null) ?? 0;
  return fieldsOf(fitting);
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
