import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { silentLogger, type Logger } from '../../../../src/shared/logger.js';
import { CachedGuildSettings } from '../../../../src/store/sql/cached-guild-settings.js';
import {
  DEFAULT_GUILD_SETTINGS,
  type GuildSettings,
  type GuildSettingsChange,
} from '../../../../src/store/contract/guild-settings.js';
import { StoreAccessError, StoreUnavailableError } from '../../../../src/store/store-errors.js';
import { SetClock } from '../../../support/set-clock.js';

/** Settings in a database that counts what it is asked, may be slow, and may not answer. */
class FakeSource {
  settings: GuildSettings = DEFAULT_GUILD_SETTINGS;
  token = 1;
  reads = 0;
  checks = 0;
  failure: Error | null = null;
  /** Reads wait for it, after they have looked. */
  slow: Promise<void> = Promise.resolve();
  /** Checks wait for it. */
  hanging: Promise<void> = Promise.resolve();

  async read(): Promise<GuildSettings> {
    this.reads += 1;
    if (this.failure !== null) throw this.failure;
    const { settings } = this;
    await this.slow;
    return settings;
  }

  async revision(): Promise<string> {
    this.checks += 1;
    await this.hanging;
    if (this.failure !== null) throw this.failure;
    return String(this.token);
  }

  change(_guild: string, { passages = null }: GuildSettingsChange): Promise<GuildSettings> {
    this.settings = { ...this.settings, passages };
    this.token += 1;
    return Promise.resolve(this.settings);
  }

  forgetChannel(): Promise<void> {
    this.settings = { ...this.settings, channels: {} };
    return Promise.resolve();
  }
}

const setUp = (logger: Logger = silentLogger) => {
  const source = new FakeSource();
  const clock = new SetClock('2026-11-22T12:00:00Z');
  return { source, clock, cached: new CachedGuildSettings(source, clock, logger) };
};

describe('settings that are kept', () => {
  it('are read once, and checked once a second', async () => {
    const { source, clock, cached } = setUp();
    for (let index = 0; index < 100; index += 1) {
      await cached.read('1');
      clock.advance({ milliseconds: 50 });
    }
    expect(source.reads).toBe(1);
    expect(source.checks).toBe(5);
  });

  it('are checked once by many messages at the same moment', async () => {
    const { source, cached } = setUp();
    await Promise.all(Array.from({ length: 50 }, () => cached.read('1')));
    expect(source).toMatchObject({ reads: 1, checks: 1 });
  });

  it('are read again when another process changed any', async () => {
    const { source, clock, cached } = setUp();
    await cached.read('1');
    await source.change('1', { passages: 4 });
    expect((await cached.read('1')).passages).toBeNull();
    clock.advance({ seconds: 1 });
    expect((await cached.read('1')).passages).toBe(4);
  });

  it('are those after a change that was made while they were being read', async () => {
    const { source, cached } = setUp();
    let answer = (): void => undefined;
    source.slow = new Promise((resolve) => (answer = resolve));
    const early = cached.read('1');
    while (source.reads === 0) await Promise.resolve();
    await cached.change('1', { passages: 4 });
    answer();
    expect((await early).passages).toBeNull();
    expect((await cached.read('1')).passages).toBe(4);
  });

  it('still serve while the database does not answer, and the log says so', async () => {
    const warnings: string[] = [];
    const { source, clock, cached } = setUp({ ...silentLogger, warn: (event) => warnings.push(event) });
    await cached.read('1');
    source.failure = new StoreUnavailableError('db', 'nobody answers', 'Start it.');
    clock.advance({ seconds: 1 });
    expect(await cached.read('1')).toEqual(DEFAULT_GUILD_SETTINGS);
    await expect(cached.read('2')).rejects.toThrow(StoreUnavailableError);
    expect(warnings).toEqual(['settings-not-checked']);
    source.failure = null;
    expect(await cached.read('2')).toEqual(DEFAULT_GUILD_SETTINGS);
  });

  it('serve after 0.3 s while the database hangs, and are read anew when it answers that they changed', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { source, clock, cached } = setUp();
    await cached.read('1');
    await source.change('1', { passages: 4 });
    let answer = (): void => undefined;
    source.hanging = new Promise((resolve) => (answer = resolve));
    clock.advance({ seconds: 1 });

    const waiting = cached.read('1');
    await vi.advanceTimersByTimeAsync(300);
    expect((await waiting).passages).toBeNull();
    // Who comes now waits no more: no timer goes on in this line.
    expect((await cached.read('1')).passages).toBeNull();
    expect(source).toMatchObject({ reads: 1, checks: 2 });

    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect((await cached.read('1')).passages).toBe(4);
  });

  it('leave no timer behind where the database answers', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { cached } = setUp();
    await cached.read('1');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('do not hide other errors', async () => {
    const { source, cached } = setUp();
    source.failure = new StoreAccessError('db', 'no rights', 'Give them.');
    await expect(cached.read('1')).rejects.toThrow(StoreAccessError);
  });

  it('are the defaults for a channel with the name of something that every object has', async () => {
    const { cached } = setUp();
    expect(await cached.readChannel('1', 'constructor')).toEqual({ mode: 'mention', citationCards: false });
  });
});
