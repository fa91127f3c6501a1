import { REST, Routes, type RESTGetCurrentApplicationResult } from 'discord.js';
import type { Command } from '../commands/command.js';
import { explainFailure } from './explain-failure.js';
import { compareCommands, registerCommands, type CommandRegistration } from './register-commands.js';

export interface DeployOptions {
  /** As `botCommands` gives them. */
  readonly commands: readonly Command[];
  /** Null: nothing is sent, and nobody can say whether Discord has the same commands. */
  readonly token: string | null;
  /** As discord.js's `rest.api`. */
  readonly apiUrl: string;
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
  const rest = new REST({ api: apiUrl.replace(/\/$/, '') }).setToken(token);
  try {
    const application = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    const target = { application: application.id, guild };
    return await (dryRun ? compareCommands(rest, commands, target) : registerCommands(rest, commands, target));
  } catch (cause) {
    throw explainFailure({ cause, closeCode: null, apiUrl });
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
