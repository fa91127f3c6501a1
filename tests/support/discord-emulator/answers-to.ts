import type { DiscordEmulator } from './discord-emulator.js';
import { FLAG_LOADING, type BotMessage } from './message-board.js';

/** All that anybody has been shown in answer to an interaction or a message, "thinking" left out. */
export function answersTo({ board }: DiscordEmulator, asked: string): readonly BotMessage[] {
  return board.all.filter(
    ({ interaction, repliesTo, flags }) =>
      (interaction === asked || repliesTo === asked) && (flags & FLAG_LOADING) === 0,
  );
}

/** The answer to an interaction or a message, as soon as there is one. */
export function answerTo(emulator: DiscordEmulator, asked: string): Promise<BotMessage> {
  return emulator.waitFor(`the answer to ${asked}`, () => answersTo(emulator, asked)[0]);
}
