import { describe, expect, it } from 'vitest';
import { fitsLimits } from '../../../../src/discord/rendering/message.js';
import { renderSettings, type ShownSettings } from '../../../../src/discord/rendering/render-settings.js';
import type { ChannelSettings } from '../../../../src/store/contract/guild-settings.js';
import { WORDED_LANGUAGES } from '../../../../src/wording/words.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { checkMessage } from '../../../support/discord-emulator/check-message.js';
import { asObject } from '../../../support/discord-emulator/json.js';

/** As much of everything as there can be. */
function most(count: number): ShownSettings {
  const documents = Array.from({ length: count }, (_, at) => `文件-${at}`);
  const channels = Array.from({ length: count }, (_, at): [string, ChannelSettings] => [
    String(1_100_000_000_000_000_000n + BigInt(at)),
    { mode: at === 0 ? 'off' : 'all', citationCards: true },
  ]);
  return {
    settings: { language: 'auto', documents, passages: 10, channels: Object.fromEntries(channels) },
    saved: true,
    titles: new Map(documents.map((id) => [id, '很长的标题'.repeat(40)])),
    readsContent: false,
  };
}

describe.each(WORDED_LANGUAGES)('the settings in %s', (language) => {
  const words = wordsFor(language);
  const textOf = (shown: ShownSettings) => JSON.stringify(renderSettings(shown, words));

  it.each([0, 1, 20, 21, 500])('fit into one message with %i channels and documents', (count) => {
    const message = renderSettings(most(count), words);
    expect(fitsLimits(message)).toBe(true);
    const components = message.components.map((one) => asObject(one));
    expect(() => checkMessage({ flags: 1 << 15, components })).not.toThrow();
  });

  it('say how many channels and documents are not shown', () => {
    const { moreChannels, moreDocuments } = words.discord.settings;
    expect(textOf(most(22))).toContain(moreChannels(2));
    expect(textOf(most(22))).toContain(moreDocuments(7));
    expect(textOf(most(20))).not.toContain(moreChannels(0));
  });

  it('name a document that is there no longer, and mark nothing up that is not ours', () => {
    const shown = { ...most(0), settings: { ...most(0).settings, documents: ['*gone*', '<@1>'] } };
    const text = textOf(shown);
    expect(text).toContain('gone');
    expect(text).not.toContain(' *gone*');
    expect(text).not.toContain(' <@1>');
  });

  it('leave out what is no id of a channel', () => {
    const channels = { '1> @everyone': { mode: 'all', citationCards: false } } as const;
    expect(textOf({ ...most(0), settings: { ...most(0).settings, channels } })).not.toContain('everyone');
  });
});
