import type { Language } from '../shared/language.js';

/** The locales of Discord in which the bot has words (reference.mdx, "Locales"). */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['zh-CN', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['en-US', 'en'],
  ['en-GB', 'en'],
]);

/** The language of a Discord client or server, from its locale. */
export function languageOfLocale(locale: string): Language {
  return LANGUAGES.get(locale) ?? 'other';
}
