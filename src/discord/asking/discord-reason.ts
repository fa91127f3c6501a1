import { DiscordAPIError } from 'discord.js';

/** What an error is, for the log: its code or name, never its message, which may repeat what was sent. */
export function discordReason(cause: unknown): string {
  if (cause instanceof DiscordAPIError) return `Discord ${cause.code} (HTTP ${cause.status})`;
  if (!(cause instanceof Error)) return typeof cause;
  return 'code' in cause && typeof cause.code === 'string' ? `${cause.name} ${cause.code}` : cause.name;
}
