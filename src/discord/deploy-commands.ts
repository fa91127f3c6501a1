import { REST, Routes, type RESTGetCurrentApplicationResult } from 'discord.js';
import { explainFailure } from './explain-failure.js';
import { compareCommands, registerCommands, type CommandRegistration } from './register-commands.js';

export interface DeployOptions {
  readonly token: string;
  /** As discord.js's `rest.api`. */
  readonly apiUrl: string;
  /** Id of one server, where a change shows at once; null registers them everywhere. */
  readonly guild: string | null;
  /** Only compares. */
  readonly dryRun: boolean;
}

/**
 * Registers the commands by hand, without starting the bot.
 * @returns the commands, and whether Discord had others
 * @throws DiscordTokenError, DiscordUnreachableError, DiscordRefusedError
 */
export async function deployCommands({ token, apiUrl, guild, dryRun }: DeployOptions): Promise<CommandRegistration> {
  const rest = new REST({ api: apiUrl.replace(/\/$/, '') }).setToken(token);
  try {
    const application = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    const target = { application: application.id, guild };
    return await (dryRun ? compareCommands(rest, target) : registerCommands(rest, target));
  } catch (cause) {
    throw explainFailure({ cause, closeCode: null, apiUrl });
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
