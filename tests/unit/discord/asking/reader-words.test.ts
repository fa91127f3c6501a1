import { describe, expect, it } from 'vitest';
import { readersLanguage, type KnownLanguages } from '../../../../src/discord/asking/reader-words.js';

const NOTHING: KnownLanguages = { client: null, text: 'other', setting: 'auto', server: null };

describe('readersLanguage', () => {
  it.each([
    [
      'the client of the reader before all else',
      { client: 'zh-TW', setting: 'en', text: 'en', server: 'zh-CN' },
      'zh-Hant',
    ],
    [
      'the setting where the bot does not speak that of the client',
      { client: 'de', setting: 'en', server: 'zh-CN' },
      'en',
    ],
    ['the server where nothing is set', { client: 'de', server: 'zh-CN' }, 'zh-Hans'],
    ['none where the bot speaks none of them', { client: 'de', server: 'fr' }, 'other'],
    ['the setting for a message', { setting: 'zh-Hant', text: 'zh-Hans', server: 'en-US' }, 'zh-Hant'],
    ['the text of a message where nothing is set', { text: 'zh-Hans', server: 'zh-TW' }, 'zh-Hans'],
    ['the server for a message of no language', { server: 'zh-TW' }, 'zh-Hant'],
    ['none for such a message in a direct conversation', {}, 'other'],
  ] as const)('is that of %s', (_, known, language) => {
    expect(readersLanguage({ ...NOTHING, ...known })).toBe(language);
  });
});
