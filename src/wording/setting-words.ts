/**
 * What is said around the settings of a server. Descriptions of commands and options have 1 to 100 characters, names of
 * choices too.
 */
export interface SettingWords {
  readonly description: string;
  readonly viewDescription: string;
  readonly channelDescription: string;
  readonly languageDescription: string;
  readonly documentsDescription: string;
  readonly passagesDescription: string;
  readonly options: {
    readonly channel: string;
    readonly answers: string;
    readonly cards: string;
    readonly language: string;
    readonly add: string;
    readonly remove: string;
    readonly all: string;
    readonly number: string;
  };
  /** Over all settings. */
  readonly heading: string;
  readonly language: string;
  /** Names of choices. `auto` is the language of the reader, as far as it is known. */
  readonly languages: Readonly<Record<'auto' | 'en' | 'zh-Hans' | 'zh-Hant', string>>;
  readonly documents: string;
  readonly allDocuments: string;
  /** Documents that are set, but not shown one by one. */
  readonly moreDocuments: (count: number) => string;
  /** A document of the settings that the index no longer has. */
  readonly documentGone: (id: string) => string;
  readonly passages: string;
  /** Nothing is set: so many are shown. */
  readonly usualPassages: (count: number) => string;
  readonly channels: string;
  /** Names of choices. */
  readonly modes: Readonly<Record<'all' | 'mention' | 'off', string>>;
  readonly cards: string;
  readonly cardsOn: string;
  /** Of every channel that nobody has set, new ones among them. */
  readonly otherChannels: string;
  /** Channels that are set, but not shown one by one. */
  readonly moreChannels: (count: number) => string;
  /** What an answered question in such a channel is, where one is set. */
  readonly allMeans: string;
  /** What still works in a channel that is off, where one is. */
  readonly offMeans: string;
  /** Something is set that needs the content of messages, which Discord does not send to this bot. */
  readonly contentWithheld: string;
  /** Over an answer: the default documents of the server alone were searched. */
  readonly searchedOnly: (ids: string) => string;
  /** Under the settings, after a change. */
  readonly saved: string;
  /** An option is missing without which there is nothing to change. */
  readonly nothingGiven: string;
  readonly noSuchChannel: string;
  readonly notListed: (document: string) => string;
  /** Who asks may not change settings. */
  readonly notAllowed: string;
  /** Not in a server that the bot is in. */
  readonly notHere: string;
  /** The settings could not be read or saved: nothing has changed. */
  readonly failed: string;
}
