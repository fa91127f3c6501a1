import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { channelSettings, searchSettings, serverSettings } from '../../../../src/discord/asking/server-settings.js';
import type { Store } from '../../../../src/store/store.js';
import { RecordingLogger } from '../../../support/discord-emulator/recording-logger.js';
import { createMemoryStore } from '../../../support/memory-store.js';
import { SetClock } from '../../../support/set-clock.js';

const PLACE = { guild: '1', channel: '2' };

describe('the settings of a server', () => {
  let store: Store;
  let logger: RecordingLogger;
  beforeEach(() => {
    store = createMemoryStore(new SetClock('2026-01-02T00:00:00Z'), { logQuestions: false, retentionDays: 90 });
    logger = new RecordingLogger(() => undefined);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are those of the store', async () => {
    const channels = { 2: { mode: 'all', citationCards: true } } as const;
    const set = await store.settings.change('1', { passages: 3, documents: ['000'], channels });
    expect(await serverSettings('1', { store, logger })).toEqual(set);
    expect(await channelSettings(PLACE, { store, logger })).toEqual(channels[2]);
    expect(await searchSettings('1', { store, logger })).toEqual({ among: ['000'], limit: 3 });
  });

  it('leave the number of passages to the program where none is set', async () => {
    expect(await searchSettings('1', { store, logger })).toEqual({ among: [] });
  });

  it.each([
    ['in a direct message', () => Promise.reject(new Error('not asked')), null, 0],
    ['where the database fails', () => Promise.reject(new Error('out of reach')), '1', 2],
    ['where it does not answer within a second', () => new Promise<never>(() => undefined), '1', 2],
  ])('are the careful ones %s', async (_, read, guild, warnings) => {
    vi.useFakeTimers();
    const broken: Store = { ...store, settings: { ...store.settings, read, readChannel: read } };
    const parts = { store: broken, logger };
    const both = Promise.all([serverSettings(guild, parts), channelSettings({ guild, channel: '2' }, parts)]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await both).toEqual([
      { language: 'auto', documents: [], passages: null, channels: {} },
      { mode: 'mention', citationCards: false },
    ]);
    expect(logger.lines.filter(({ level }) => level === 'warn')).toHaveLength(warnings);
    expect(logger.text).not.toContain('out of reach');
  });
});
