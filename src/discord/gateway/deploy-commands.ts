import { Routes, type RESTGetCurrentApplicationResult } from 'discord.js';
import type { Command } from '../commands/command.js';
import { overHttp, type DiscordAccess } from './discord-access.js';
import { compareCommands, registerCommands, type CommandRegistration } from './register-commands.js';

export interface DeployOptions extends Pick<DiscordAccess, 'apiUrl'> {
  /** As `botCommands` gives them. */
  readonly commands: readonly Command[];
  /** Null: nothing is sent, and nobody can say whether Discord has the same commands. */
  readonly token: string | null;
  /** Id of one server, where a change shows at once; null registers them everywhere. */
  readonly guild: string | null;
  /** Only compares. */
  readonly dryRun: boolean;
}

/** What was, or would be, registered; `changed` is null where Discord was not asked. */
export type DeployReport = Omit<CommandRegistration, 'changed'> & { readonly changed: boolean | null };

/**
 * Registers the commands by hand, without starting the bot.
 * @returns the commands, and whether Discord had others
 * @throws DiscordTokenError, DiscordUnreachableError, DiscordRefusedError
 */
export async function deployCommands({ commands, token, apiUrl, guild, dryRun }: DeployOptions): Promise<DeployReport> {
  if (token === null) return { commands: commands.map(({ data }) => data), changed: null };
  return overHttp({ token, apiUrl }, async (rest) => {
    const application = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    const target = { application: application.id, guild };
    const compared = await (dryRun ? compareCommands : registerCommands)(rest, commands, target);
    return { commands: compared.commands, changed: compared.changed };
  });
}
