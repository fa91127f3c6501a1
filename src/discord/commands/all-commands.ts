import type { KnownLaw } from '../../answering/law/known-laws.js';
import { ask } from './ask.js';
import type { Command } from './command.js';
import { help } from './help.js';
import { insights } from './insights.js';
import { lawCommands, type LawCommandChoice } from './law-commands.js';
import { law } from './law.js';
import { privacy } from './privacy.js';
import { settings } from './settings.js';
import { sources } from './sources.js';
import { status } from './status.js';
import { verify } from './verify.js';

/** The commands that the bot always has. A new one is added here and nowhere else. */
export const STANDING_COMMANDS: readonly Command[] = [
  ask,
  law,
  settings,
  verify,
  sources,
  help,
  status,
  privacy,
  insights,
];

/**
 * Every command of the bot: the standing ones, and one for each chosen law.
 * @param laws as the engine knows them
 */
export function botCommands(laws: readonly KnownLaw[], choice: LawCommandChoice): readonly Command[] {
  return [...STANDING_COMMANDS, ...lawCommands(laws, choice)];
}
