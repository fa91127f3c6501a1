import { describe, expect, it } from 'vitest';
import { CHANNEL, GUILD, OTHER_GUILD, type FreshStore } from './store-examples.js';

/** What every store does with the settings of a server. */
export function describeSettings(fresh: FreshStore): void {
  describe('settings', () => {
    it('are the defaults in a server that nobody has set up', async () => {
      const { store } = await fresh();
      expect(await store.settings.read(GUILD)).toEqual({
        language: 'auto',
        documents: [],
        passages: null,
        channels: {},
      });
      expect(await store.settings.readChannel(GUILD, CHANNEL)).toEqual({ mode: 'mention', citationCards: false });
    });

    it('keep what a change does not name', async () => {
      const { store } = await fresh();
      await store.settings.change(GUILD, { language: 'zh-Hant', passages: 3 });
      await store.settings.change(GUILD, { documents: ['001-1', '003'], channels: { [CHANNEL]: { mode: 'all' } } });
      const after = await store.settings.change(GUILD, { channels: { [CHANNEL]: { citationCards: true } } });
      expect(after).toEqual({
        language: 'zh-Hant',
        documents: ['001-1', '003'],
        passages: 3,
        channels: { [CHANNEL]: { mode: 'all', citationCards: true } },
      });
      expect(await store.settings.read(GUILD)).toEqual(after);
    });

    it('give back to the program what is set to null', async () => {
      const { store } = await fresh();
      await store.settings.change(GUILD, { passages: 3 });
      await store.settings.change(GUILD, { passages: null });
      expect((await store.settings.read(GUILD)).passages).toBeNull();
    });

    it('belong to one server', async () => {
      const { store } = await fresh();
      await store.settings.change(GUILD, { channels: { [CHANNEL]: { mode: 'off' } } });
      expect(await store.settings.readChannel(OTHER_GUILD, CHANNEL)).toEqual({
        mode: 'mention',
        citationCards: false,
      });
    });

    it('refuse a number of passages that no answer has, and change nothing', async () => {
      const { store } = await fresh();
      for (const passages of [0, 11, 2.5, NaN])
        await expect(store.settings.change(GUILD, { language: 'en', passages })).rejects.toThrow(RangeError);
      expect((await store.settings.read(GUILD)).language).toBe('auto');
    });

    it('of many administrators at once all hold', async () => {
      const { store } = await fresh();
      const channels = Array.from({ length: 20 }, (_, index) => `channel-${index}`);
      await Promise.all(
        channels.map((channel) => store.settings.change(GUILD, { channels: { [channel]: { mode: 'all' } } })),
      );
      expect(Object.keys((await store.settings.read(GUILD)).channels).sort()).toEqual([...channels].sort());
    });

    it('of a channel that was deleted are forgotten', async () => {
      const { store } = await fresh();
      await store.settings.change(GUILD, { channels: { [CHANNEL]: { mode: 'all' }, other: { mode: 'off' } } });
      await store.settings.forgetChannel(GUILD, CHANNEL);
      expect(Object.keys((await store.settings.read(GUILD)).channels)).toEqual(['other']);
    });
  });
}
