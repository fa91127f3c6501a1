import { FLAG_EPHEMERAL } from './discord-emulator/check-message.js';
import type { ButtonPress } from './discord-emulator/discord-emulator.js';
import { buttonsOf, textOf, type BotMessage } from './discord-emulator/message-board.js';
import { readMarkdown } from './discord-emulator/read-markdown.js';
import type { RunningBot } from './running-bot.js';

/** Of topics/permissions.mdx: to send messages; to delete those of others; to manage the server. */
export const SEND_MESSAGES = String(1 << 11);
export const MANAGE_MESSAGES = String(1 << 13);
export const MANAGE_GUILD = String(1 << 5);

/** What a reader sees of a message. */
export const shownBy = (message: BotMessage): string => readMarkdown(textOf(message)).text;

export const labelsOf = (message: BotMessage): readonly string[] =>
  buttonsOf(message).map(({ label }) => String(label));

/** Whether nobody but one user sees a message. */
export const isEphemeral = ({ flags }: BotMessage): boolean => (flags & FLAG_EPHEMERAL) !== 0;

/** A user who presses buttons by what stands on them. */
export interface Presser {
  /** @returns the id of the interaction */
  readonly press: (message: BotMessage, label: string, more?: Partial<ButtonPress>) => string;
  /** The message that answers it. */
  readonly pressed: (message: BotMessage, label: string, more?: Partial<ButtonPress>) => Promise<BotMessage>;
  /** The message itself once it has changed. */
  readonly turned: (message: BotMessage, label: string) => Promise<BotMessage>;
  /** The message as it is now; undefined where it is gone. */
  readonly now: (message: BotMessage) => BotMessage | undefined;
  /** Resolves when the message is gone. */
  readonly gone: (message: BotMessage) => Promise<unknown>;
}

/**
 * @param bot the bot of the test that runs
 * @param locale of the user's client: a Chinese one unless told
 */
export function presserOf(bot: () => RunningBot, locale = 'zh-CN'): Presser {
  const press: Presser['press'] = (message, label, more = {}) => {
    const button = buttonsOf(message).find((one) => one.label === label);
    if (button === undefined) throw new Error(`No button ${label} among ${labelsOf(message).join(', ')}`);
    return bot().emulator.press({ message, customId: String(button.custom_id), locale, ...more });
  };
  const now: Presser['now'] = (message) => bot().emulator.board.all.find(({ id }) => id === message.id);
  return {
    press,
    pressed: (message, label, more = {}) => bot().answerTo(press(message, label, more)),
    turned: (message, label) => {
      press(message, label);
      return bot().edited(message);
    },
    now,
    gone: (message) => bot().emulator.waitFor('the deletion', () => now(message) === undefined),
  };
}
