import { REST } from 'discord.js';
import { explainFailure } from './explain-failure.js';

/** As whom, and where, Discord is spoken to. */
export interface DiscordAccess {
  /** The token of the bot. */
  readonly token: string;
  /** As discord.js's `rest.api`, such as `https://discord.com/api`; the gateway's address comes from there. */
  readonly apiUrl: string;
}

/**
 * Speaks to Discord over HTTP alone, without a client and its gateway. Nothing of it is left when the work has ended.
 * @throws DiscordTokenError, DiscordUnreachableError, DiscordRefusedError
 */
export async function overHttp<Result>(
  { token, apiUrl }: DiscordAccess,
  work: (rest: REST) => Promise<Result>,
): Promise<Result> {
  const rest = new REST({ api: apiUrl.replace(/\/$/, '') }).setToken(token);
  try {
    return await work(rest);
  } catch (cause) {
    throw explainFailure({ cause, closeCode: null, apiUrl });
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
