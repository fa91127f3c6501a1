import type { Client } from 'discord.js';
import type { Clock } from '../../shared/clock.js';
import type { Logger } from '../../shared/logger.js';
import { discordReason } from '../asking/discord-reason.js';
import type { Command } from '../commands/command.js';
import { DISCORD_LIMITS } from '../rendering/limits.js';
import { compareCommands, writeCommands } from './register-commands.js';

const DAY = 86_400_000;

/** Commands that the bot makes in a day at most: what is left of Discord's limit is for restarts and `yinju deploy`. */
const MOST_CREATED = DISCORD_LIMITS.commandsCreatedPerDay / 2;

interface Creation {
  readonly at: number;
  readonly count: number;
}

/**
 * Registers the commands for every server, where this process is the one to do so: commands belong to the application, so
 * of several shards the first registers them. Writes only what differs, and never so much that Discord's daily limit is met.
 */
export class CommandRegistrar {
  readonly #client: Client;
  readonly #clock: Clock;
  readonly #logger: Logger;
  #created: readonly Creation[] = [];

  constructor(client: Client, clock: Clock, logger: Logger) {
    this.#client = client;
    this.#clock = clock;
    this.#logger = logger;
  }

  /**
   * Never rejects: mentions and commands that are registered already work without.
   * @returns false where it is to be tried again later
   */
  async register(commands: readonly Command[]): Promise<boolean> {
    const { application, rest, shard } = this.#client;
    if (shard?.ids.includes(0) === false) return true;
    if (application === null) return false;
    try {
      const target = { application: application.id, guild: null };
      const compared = await compareCommands(rest, commands, target);
      const { changed, created } = compared;
      if (changed && this.#createdToday() + created > MOST_CREATED) {
        this.#logger.warn('discord-commands-postponed', { created });
        return false;
      }
      if (changed) {
        await writeCommands(rest, compared, target);
        this.#created = [...this.#created, { at: this.#clock.monotonic(), count: created }];
      }
      this.#logger.info('discord-commands', { commands: commands.length, changed });
      return true;
    } catch (cause) {
      this.#logger.error('discord-commands-failed', { reason: discordReason(cause) });
      return false;
    }
  }

  #createdToday(): number {
    const since = this.#clock.monotonic() - DAY;
    this.#created = this.#created.filter(({ at }) => at > since);
    return this.#created.reduce((sum, { count }) => sum + count, 0);
  }
}
