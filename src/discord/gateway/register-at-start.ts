import type { Client } from 'discord.js';
import type { Logger } from '../../shared/logger.js';
import { discordReason } from '../asking/conversation.js';
import type { Command } from '../commands/command.js';
import { registerCommands } from './register-commands.js';

/**
 * Registers the commands for every server, where this process is the one to do so: commands belong to the application, so
 * of several shards the first registers them. Never rejects: mentions and commands that are registered already work
 * without.
 */
export async function registerAtStart(client: Client, commands: readonly Command[], logger: Logger): Promise<void> {
  if (client.application === null || client.shard?.ids.includes(0) === false) return;
  try {
    const target = { application: client.application.id, guild: null };
    const { changed } = await registerCommands(client.rest, commands, target);
    logger.info('discord-commands', { commands: commands.length, changed });
  } catch (cause) {
    logger.error('discord-commands-failed', { reason: discordReason(cause) });
  }
}
