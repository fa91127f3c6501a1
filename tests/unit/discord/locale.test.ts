import { describe, expect, it } from 'vitest';
import { languageOfLocale } from '../../../src/discord/locale.js';

describe('languageOfLocale', () => {
  it.each([
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['en-GB', 'en'],
    ['de', 'other'],
  ])('%s is %s', (locale, language) => {
    expect(languageOfLocale(locale)).toBe(language);
  });
});
