import type { Engine } from '../../answering/engine.js';
import type { Logger } from '../../shared/logger.js';
import type { Repeat } from '../../shared/repeat.js';
import { discordReason } from '../asking/discord-reason.js';
import type { Command } from '../commands/command.js';
import type { CommandSet } from '../commands/command-set.js';
import type { CommandRegistrar } from './command-registrar.js';

/** How often it is looked whether the index is another one. Clients learn of other commands within minutes anyway. */
const INTERVAL = 60_000;

export interface FollowedCommands {
  readonly commands: CommandSet;
  readonly engine: Pick<Engine, 'summary'>;
  /** The commands for the index as it is now. */
  readonly readCommands: () => Promise<readonly Command[]>;
  readonly registrar: Pick<CommandRegistrar, 'register'>;
  readonly repeat: Repeat;
  readonly logger: Logger;
}

/** What keeps the commands right. */
export interface CommandFollowing {
  /** Looks now. Never rejects; a look that is under way is the one. */
  look(): Promise<void>;
  stop(): void;
}

/**
 * Keeps the commands those of the index: where a new generation names other laws, they take effect here and are registered
 * anew. What could not be registered is tried again at the next look.
 */
export function followCommands(followed: FollowedCommands): CommandFollowing {
  const { commands, engine, readCommands, registrar, repeat, logger } = followed;
  let seen: string | null = null;
  let isDue = true;
  let looking: Promise<void> | null = null;
  const lookOnce = async (): Promise<void> => {
    try {
      const { generation } = await engine.summary();
      if (generation !== seen) {
        if (commands.replace(await readCommands())) isDue = true;
        seen = generation;
      }
    } catch (cause) {
      logger.warn('discord-commands-unread', { reason: discordReason(cause) });
    }
    if (isDue && (await registrar.register(commands.all))) isDue = false;
  };
  const look = (): Promise<void> => (looking ??= lookOnce().finally(() => (looking = null)));
  return { look, stop: repeat(INTERVAL, () => void look()) };
}
