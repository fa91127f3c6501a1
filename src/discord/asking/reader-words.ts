import type { Interaction, Message } from 'discord.js';
import type { GuildSettings } from '../../store/contract/guild-settings.js';
import { detectLanguage, type Language } from '../../shared/language.js';
import { wordsFor } from '../../wording/words-for.js';
import type { Words } from '../../wording/words.js';
import type { BotServices } from '../bot-services.js';
import { languageOfLocale } from '../locale.js';

/** Languages as far as they are known; null where nothing says one. */
export interface KnownLanguages {
  /** Locale of the reader's client; Discord does not tell it with a message. */
  readonly client: string | null;
  /** Of what was written. */
  readonly text: Language;
  /** What the administrators of the server have set. */
  readonly setting: GuildSettings['language'];
  /** Locale of the server; null in a direct message. */
  readonly server: string | null;
}

/**
 * The language of the bot's own words: that of the reader's client where the bot speaks it, else the one that the server
 * has set, else that of the text, else that of the server; `other` where none of them says one.
 */
export function readersLanguage({ client, text, setting, server }: KnownLanguages): Language {
  const ofClient = client === null ? 'other' : languageOfLocale(client);
  if (ofClient !== 'other') return ofClient;
  if (setting !== 'auto') return setting;
  if (text !== 'other') return text;
  return server === null ? 'other' : languageOfLocale(server);
}

type Parts = Pick<BotServices, 'serverSettings'>;

/** The words for whoever used a command or pressed a button. Asks for settings only where the client does not decide. */
export async function interactionWords(
  { locale, guildId, guildLocale }: Pick<Interaction, 'locale' | 'guildId' | 'guildLocale'>,
  { serverSettings }: Parts,
): Promise<Words> {
  const decided = languageOfLocale(locale) !== 'other';
  const { language: setting } = await serverSettings.ofServer(decided ? null : guildId);
  return wordsFor(readersLanguage({ client: locale, text: 'other', setting, server: guildLocale }));
}

/** The words for whoever wrote a message. @param text what of it the bot may look at */
export async function messageWords(
  text: string,
  { guildId, guild }: Pick<Message, 'guildId' | 'guild'>,
  { serverSettings }: Parts,
): Promise<Words> {
  const { language: setting } = await serverSettings.ofServer(guildId);
  const server = guild?.preferredLocale ?? null;
  return wordsFor(readersLanguage({ client: null, text: detectLanguage(text), setting, server }));
}
