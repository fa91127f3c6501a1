import type { QuestionOptions } from '../../retrieval/parse-question.js';
import type { Clock } from '../../shared/clock.js';
import type { Logger } from '../../shared/logger.js';
import type { ChannelSettings, GuildSettings, GuildSettingsStore } from '../../store/contract/guild-settings.js';
import { discordReason } from './discord-reason.js';
import { Cooldown } from './cooldown.js';

/** What counts in direct messages, and where the settings of a server cannot be read: the bot is then as careful as it can be. */
const CAREFUL: GuildSettings = { language: 'auto', documents: [], passages: null, channels: {} };
const CAREFUL_CHANNEL: ChannelSettings = { mode: 'mention', citationCards: false };

/** How long an answer waits for settings: an interaction has to be acknowledged within 3 seconds. */
const WAIT_MILLISECONDS = 1000;

/**
 * For so long after a read that failed or took too long the careful settings count, unasked: a question looks for settings
 * several times, and would else wait each time. As long as a call waits for a database.
 */
const CAREFUL_MILLISECONDS = 10_000;

/** With what the settings are read. */
export interface SettingsSource {
  readonly store: { readonly settings: Pick<GuildSettingsStore, 'read' | 'readChannel'> };
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The settings of servers as everything that answers reads them: there always are some, and soon. Nothing here rejects. */
export class ServerSettings {
  readonly #source: SettingsSource;
  /** Servers of which a read has failed of late. */
  readonly #failed = new Cooldown({ burst: 1, interval: CAREFUL_MILLISECONDS });

  constructor(source: SettingsSource) {
    this.#source = source;
  }

  /** What the administrators of a server have set. @param server id; null in a direct message */
  async ofServer(server: string | null): Promise<GuildSettings> {
    if (server === null) return CAREFUL;
    return this.#orElse(server, () => this.#source.store.settings.read(server), CAREFUL);
  }

  /** What they have set for one channel. @param channel id of one that is no thread */
  async ofChannel(server: string | null, channel: string): Promise<ChannelSettings> {
    if (server === null) return CAREFUL_CHANNEL;
    return this.#orElse(server, () => this.#source.store.settings.readChannel(server, channel), CAREFUL_CHANNEL);
  }

  /** How the questions of a server are searched, as `parseQuestion` takes it: in which documents, and how many passages. */
  async forSearch(server: string | null): Promise<Pick<QuestionOptions, 'among' | 'limit'>> {
    const { documents, passages } = await this.ofServer(server);
    return { among: documents, ...(passages === null ? {} : { limit: passages }) };
  }

  async #orElse<Value>(server: string, read: () => Promise<Value>, careful: Value): Promise<Value> {
    if (this.#hasFailed(server)) return careful;
    try {
      return await within(read(), WAIT_MILLISECONDS);
    } catch (cause) {
      // Of several reads at the same moment one is counted, and told.
      if (!this.#hasFailed(server)) {
        this.#failed.count(server, this.#source.clock.monotonic());
        this.#source.logger.warn('discord-settings-unread', { reason: discordReason(cause) });
      }
      return careful;
    }
  }

  #hasFailed(server: string): boolean {
    return this.#failed.wait(server, this.#source.clock.monotonic()) > 0;
  }
}

/** The value of a promise, where it comes in time. @throws its error, or one that says it came too late */
function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('Settings came too late')), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(limit));
  });
}
