import { ask } from './ask.js';
import type { Command } from './command.js';
import { law } from './law.js';

/** Every command of the bot. A new one is added here and nowhere else. */
export const ALL_COMMANDS: readonly Command[] = [ask, law];

/** The command that Discord names so, or null: a command of an older version may still be shown somewhere. */
export function commandNamed(name: string): Command | null {
  return ALL_COMMANDS.find(({ data }) => data.name === name) ?? null;
}
