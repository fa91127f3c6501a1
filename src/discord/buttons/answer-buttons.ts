import type { APIButtonComponentWithCustomId } from 'discord.js';
import { MAXIMUM_LIMIT } from '../../retrieval/question.js';
import type { Words } from '../../wording/words.js';
import { buttonComponent, buttonRows, type ButtonRow, type ShownButton } from './button-row.js';

/** Actions of the buttons under answers. They stand in messages that were sent long ago: never give one another meaning. */
export const ANSWER_ACTIONS = {
  context: 'context',
  contextPage: 'ctxpage',
  citation: 'citation',
  citations: 'citations',
  more: 'more',
  helpful: 'helpful',
  unhelpful: 'unhelpful',
  share: 'share',
  remove: 'delete',
  conversion: 'conv',
  conversionPage: 'convpg',
} as const;

/** What the buttons under an answer need to know beside its passages. */
export interface AnswerButtons {
  /** The generation of the index that answered. */
  readonly generation: string;
  /** How many passages were asked for, and how many come before them. */
  readonly size: number;
  readonly offset: number;
  /** True where nobody but the asker sees the message. */
  readonly hidden: boolean;
  /** False where only the beginning of the question is shown: nothing further can then be sought for it. */
  readonly questionShown: boolean;
}

/** What a message shows of an answer. */
export interface ShownPart {
  /** Passages in the message. */
  readonly count: number;
  /** Whether there is, or may be, another passage after them. */
  readonly goesOn: boolean;
}

/** The button beside a passage. Nothing where the id of the passage is too long for one. */
export function contextButton(
  { id, rank }: { readonly id: string; readonly rank: number },
  { discord }: Words,
): readonly APIButtonComponentWithCustomId[] {
  return buttonComponent({
    id: { action: ANSWER_ACTIONS.context, fields: [id, String(rank)] },
    label: discord.buttons.answer.context(rank),
  });
}

/** The buttons under an answer with passages. */
export function answerButtonRows(
  { count, goesOn }: ShownPart,
  { generation, size, offset, hidden, questionShown }: AnswerButtons,
  { discord, language }: Words,
): readonly ButtonRow[] {
  const labels = discord.buttons.answer;
  const next = offset + count;
  const first = offset === 0;
  const button = (action: string, label: string, ...fields: readonly string[]): ShownButton => ({
    id: { action, fields },
    label,
  });
  const pageFrom = (from: number, label: string): ShownButton =>
    button(ANSWER_ACTIONS.more, label, String(from), String(size));
  return buttonRows([
    ...(first ? [] : [pageFrom(Math.max(0, offset - size), labels.previous)]),
    ...(questionShown && goesOn && next < MAXIMUM_LIMIT ? [pageFrom(next, labels.more)] : []),
    button(ANSWER_ACTIONS.citations, labels.citations),
    // The documents are in simplified script.
    ...(language === 'zh-Hant' ? [button(ANSWER_ACTIONS.conversion, discord.buttons.conversion.label)] : []),
    // What is said of an answer is said of what its question brought first.
    ...(first
      ? [
          button(ANSWER_ACTIONS.helpful, labels.helpful, generation),
          button(ANSWER_ACTIONS.unhelpful, labels.unhelpful, generation),
        ]
      : []),
    hidden ? button(ANSWER_ACTIONS.share, labels.share) : deleteButton(discord.buttons.answer.remove),
  ]);
}

/** Deletes the message in which it stands. */
export function deleteButton(label: string): ShownButton {
  return { id: { action: ANSWER_ACTIONS.remove, fields: [] }, label };
}
