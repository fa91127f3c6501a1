import type { Clock } from '../../shared/clock.js';
import type { Logger } from '../../shared/logger.js';
import {
  channelSettingsOf,
  type ChannelSettings,
  type GuildSettings,
  type GuildSettingsChange,
  type GuildSettingsStore,
} from '../contract/guild-settings.js';
import { StoreUnavailableError } from '../store-errors.js';
import type { SqlGuildSettings } from './sql-guild-settings.js';

/** Milliseconds after which it is asked again whether another process has changed settings. */
const FRESH_FOR = 1000;

/**
 * So long a read of settings that are kept waits for such a query; then they serve, and the query goes on. One that hangs
 * takes as long as a call waits for the database.
 */
const CHECK_PATIENCE = 300;

/** Servers whose settings are kept at most; beyond it all are forgotten and read again when needed. */
const MOST_GUILDS = 20_000;

/** A query that is under way. */
interface Check {
  /** Rejects where it fails for another reason than that the database does not answer. */
  readonly done: Promise<void>;
  /** Resolves, and never rejects, when it takes longer than `CHECK_PATIENCE`. */
  readonly overdue: Promise<void>;
}

/** Settings as they are in the database now. */
type SettingsSource = Pick<SqlGuildSettings, 'read' | 'revision' | 'change' | 'forgetChannel'>;

/**
 * Keeps the settings that were read. Once a second at most, and only when settings are asked for, one small query finds
 * out whether anything was changed by any process; if so, everything is read anew.
 */
export class CachedGuildSettings implements GuildSettingsStore {
  readonly #source: SettingsSource;
  readonly #clock: Clock;
  readonly #logger: Logger;
  /** Promises, put here before they are read: what is dropped while it is being read is not kept afterwards. */
  readonly #kept = new Map<string, Promise<GuildSettings>>();
  #revision: string | null = null;
  #checkedAt = -Infinity;
  #checking: Check | null = null;

  constructor(source: SettingsSource, clock: Clock, logger: Logger) {
    this.#source = source;
    this.#clock = clock;
    this.#logger = logger;
  }

  async read(guild: string): Promise<GuildSettings> {
    if (this.#clock.monotonic() - this.#checkedAt >= FRESH_FOR) {
      const { done, overdue } = (this.#checking ??= this.#beginCheck());
      await (this.#kept.has(guild) ? Promise.race([done, overdue]) : done);
    }
    const kept = this.#kept.get(guild);
    if (kept !== undefined) return kept;
    if (this.#kept.size >= MOST_GUILDS) this.#kept.clear();
    const reading = this.#source.read(guild);
    this.#kept.set(guild, reading);
    return reading.catch((error: unknown) => {
      if (this.#kept.get(guild) === reading) this.#kept.delete(guild);
      throw error;
    });
  }

  async readChannel(guild: string, channel: string): Promise<ChannelSettings> {
    return channelSettingsOf(await this.read(guild), channel);
  }

  async change(guild: string, change: GuildSettingsChange): Promise<GuildSettings> {
    const settings = await this.#source.change(guild, change);
    this.#kept.delete(guild);
    return settings;
  }

  async forgetChannel(guild: string, channel: string): Promise<void> {
    await this.#source.forgetChannel(guild, channel);
    this.#kept.delete(guild);
  }

  /** Forgets everything that was read: for a change that this process made by another way. */
  forget(): void {
    this.#kept.clear();
  }

  #beginCheck(): Check {
    const done = this.#check().finally(() => (this.#checking = null));
    return { done, overdue: overdueOf(done) };
  }

  async #check(): Promise<void> {
    const startedAt = this.#clock.monotonic();
    try {
      const revision = await this.#source.revision();
      if (revision !== this.#revision) this.#kept.clear();
      this.#revision = revision;
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      // Answering goes on with what is known; a server that was not read before fails when it is read.
      this.#logger.warn('settings-not-checked', { code: error.code, kept: this.#kept.size });
    }
    this.#checkedAt = startedAt;
  }
}

/** Where the check is done in time it never resolves, and leaves no timer behind. */
function overdueOf(done: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, CHECK_PATIENCE);
    const clear = (): void => clearTimeout(limit);
    done.then(clear, clear);
  });
}
