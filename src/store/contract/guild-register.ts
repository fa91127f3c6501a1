/**
 * Which servers the bot has left. What is kept of a server is deleted `GRACE_DAYS` after the bot was removed from it, and
 * not at once: administrators remove and invite a bot again to change its permissions, and would lose their settings.
 */
export interface GuildRegister {
  /** The bot was removed from a server (an outage of Discord is no removal): the days of grace begin, if they have not. */
  left(guild: string): Promise<void>;
  /** The bot is in these servers: none of them is deleted. To be told at start and when the bot joins one. */
  present(guilds: readonly string[]): Promise<void>;
  /** Servers of which something is kept and that count as present, sorted: those that the bot is no longer in were left meanwhile. */
  known(): Promise<readonly string[]>;
  /** Deletes everything of a server at once. */
  delete(guild: string): Promise<void>;
}

/** Days between the removal of the bot from a server and the deletion of what is kept of it. */
export const GRACE_DAYS = 7;
