import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ServerSettings } from '../../../../src/discord/asking/server-settings.js';
import type { GuildSettingsStore } from '../../../../src/store/contract/guild-settings.js';
import { RecordingLogger } from '../../../support/discord-emulator/recording-logger.js';
import { createMemoryStore } from '../../../support/memory-store.js';
import { SetClock } from '../../../support/set-clock.js';

const CAREFUL = { language: 'auto', documents: [], passages: null, channels: {} };
const CAREFUL_CHANNEL = { mode: 'mention', citationCards: false };

/** Settings in memory, whose reading can be made to go wrong. */
class FaultySettings {
  readonly #settings: GuildSettingsStore;
  reads = 0;
  fault: (() => Promise<never>) | null = null;

  constructor(settings: GuildSettingsStore) {
    this.#settings = settings;
  }

  read(server: string) {
    this.reads += 1;
    return this.fault?.() ?? this.#settings.read(server);
  }

  readChannel(server: string, channel: string) {
    this.reads += 1;
    return this.fault?.() ?? this.#settings.readChannel(server, channel);
  }
}

const failing = () => Promise.reject(new Error('out of reach'));
const hanging = () => new Promise<never>(() => undefined);

describe('the settings of a server', () => {
  let stored: GuildSettingsStore;
  let faulty: FaultySettings;
  let clock: SetClock;
  let logger: RecordingLogger;
  let settings: ServerSettings;
  beforeEach(() => {
    clock = new SetClock('2026-01-02T00:00:00Z');
    stored = createMemoryStore(clock, { logQuestions: false, retentionDays: 90 }).settings;
    faulty = new FaultySettings(stored);
    logger = new RecordingLogger(() => undefined);
    settings = new ServerSettings({ store: { settings: faulty }, clock, logger });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const warnings = () => logger.lines.filter(({ level }) => level === 'warn').map(({ event }) => event);

  it('are those of the store', async () => {
    const channels = { 2: { mode: 'all', citationCards: true } } as const;
    const set = await stored.change('1', { passages: 3, documents: ['000'], channels });
    expect(await settings.ofServer('1')).toEqual(set);
    expect(await settings.ofChannel('1', '2')).toEqual(channels[2]);
    expect(await settings.forSearch('1')).toEqual({ among: ['000'], limit: 3 });
  });

  it('leave the number of passages to the program where none is set', async () => {
    expect(await settings.forSearch('1')).toEqual({ among: [] });
  });

  it('are the careful ones in a direct message, and nothing is read', async () => {
    expect(await settings.ofServer(null)).toEqual(CAREFUL);
    expect(await settings.ofChannel(null, '2')).toEqual(CAREFUL_CHANNEL);
    expect(faulty.reads).toBe(0);
  });

  it.each([
    ['where the database fails', failing],
    ['where it does not answer within a second', hanging],
  ])('are the careful ones %s, which is told once', async (_, fault) => {
    vi.useFakeTimers();
    faulty.fault = fault;
    const both = Promise.all([settings.ofServer('1'), settings.ofChannel('1', '2')]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await both).toEqual([CAREFUL, CAREFUL_CHANNEL]);
    expect(warnings()).toEqual(['discord-settings-unread']);
    expect(logger.text).not.toContain('out of reach');
  });

  it('are the careful ones without a wait for ten seconds after a read that took too long, then are read again', async () => {
    vi.useFakeTimers();
    await stored.change('1', { passages: 3 });
    faulty.fault = hanging;
    const first = settings.ofServer('1');
    await vi.advanceTimersByTimeAsync(1000);
    expect(await first).toEqual(CAREFUL);
    faulty.fault = null;

    clock.advance({ milliseconds: 9999 });
    expect(await settings.ofServer('1')).toEqual(CAREFUL);
    expect(await settings.ofChannel('1', '2')).toEqual(CAREFUL_CHANNEL);
    expect(await settings.forSearch('1')).toEqual({ among: [] });
    expect(faulty.reads).toBe(1);

    clock.advance({ milliseconds: 1 });
    expect((await settings.ofServer('1')).passages).toBe(3);
  });

  it('are read for other servers meanwhile, which may be known without the database', async () => {
    await stored.change('2', { passages: 4 });
    faulty.fault = failing;
    await settings.ofServer('1');
    faulty.fault = null;
    expect((await settings.ofServer('2')).passages).toBe(4);
  });
});
