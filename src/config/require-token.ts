import { UsageError } from '../shared/errors.js';
import type { Config } from './load-config.js';

/** The token of the bot. @throws UsageError where there is none */
export function requireToken({ discordToken }: Config): string {
  if (discordToken !== null) return discordToken;
  throw new UsageError('DISCORD_TOKEN is not set', {
    remedy: 'Set it in the environment or in .env (see .env.example).',
  });
}
