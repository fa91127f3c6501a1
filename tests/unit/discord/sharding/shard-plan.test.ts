import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiscordTokenError, DiscordUnreachableError } from '../../../../src/discord/gateway/discord-errors.js';
import { pauseBetweenShards, readShardPlan } from '../../../../src/discord/sharding/shard-plan.js';
import { DiscordEmulator } from '../../../support/discord-emulator/discord-emulator.js';

describe('readShardPlan', () => {
  let emulator: DiscordEmulator;
  const { signal } = new AbortController();

  beforeEach(async () => {
    emulator = await DiscordEmulator.start({ sharding: { shards: 3, maxConcurrency: 2 } });
  });
  afterEach(() => emulator.close());

  it('is what Discord says of the gateway', async () => {
    const { token, apiUrl } = emulator;
    expect(await readShardPlan({ token, apiUrl, signal })).toEqual({ shards: 3, maxConcurrency: 2 });
  });

  it('names a token that Discord does not know', async () => {
    const { apiUrl } = emulator;
    await expect(readShardPlan({ token: 'another', apiUrl, signal })).rejects.toThrow(DiscordTokenError);
  });

  it('names an address where nobody answers', async () => {
    const { token, apiUrl } = await DiscordEmulator.start().then(async (gone) => {
      const address = { token: gone.token, apiUrl: gone.apiUrl };
      await gone.close();
      return address;
    });
    await expect(readShardPlan({ token, apiUrl, signal })).rejects.toThrow(DiscordUnreachableError);
  });
});

describe('pauseBetweenShards', () => {
  it('keeps shards that share a limit five seconds apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 0, max: 500 }), (maxConcurrency, first) => {
        const pause = pauseBetweenShards({ shards: 1000, maxConcurrency });
        const again = first + maxConcurrency;
        expect(again % maxConcurrency).toBe(first % maxConcurrency);
        expect((again - first) * pause).toBeGreaterThanOrEqual(5000);
      }),
    );
  });

  it('lets sixteen start within little more than five seconds where Discord does', () => {
    expect(pauseBetweenShards({ shards: 16, maxConcurrency: 16 }) * 16).toBeLessThan(10_000);
  });
});
