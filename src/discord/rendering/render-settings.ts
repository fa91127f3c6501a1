import type { ChannelSettings, GuildSettings } from '../../store/contract/guild-settings.js';
import { DEFAULT_LIMIT } from '../../retrieval/question.js';
import type { Words } from '../../wording/words.js';
import { clipText } from './clip-text.js';
import { boldMarkdown, escapeMarkdown } from './escape-markdown.js';
import { containerMessage, separator, textDisplay, type OutgoingMessage } from './message.js';
import { subtext } from './render-passage.js';

/** Channels and documents that are shown one by one: with so many of them every message is within the limits. */
const MOST_CHANNELS = 20;
const MOST_DOCUMENTS = 15;
/** Code points of an id with its title. */
const DOCUMENT_LENGTH = 60;

/** The settings of a server, and what is known around them. */
export interface ShownSettings {
  readonly settings: GuildSettings;
  /** Whether they have just been changed. */
  readonly saved: boolean;
  /** Titles of all documents by their ids. */
  readonly titles: ReadonlyMap<string, string>;
  /** Whether Discord sends the bot the content of messages that do not speak to it. */
  readonly readsContent: boolean;
}

const CHANNEL_ID = /^\d{1,20}$/;

/** All settings as one text, a line for each: it reads well aloud, and says what is on as well as what is not. */
export function renderSettings(
  { settings, saved, titles, readsContent }: ShownSettings,
  words: Words,
): OutgoingMessage {
  const { settings: phrases } = words.discord;
  const { language, passages, documents } = settings;
  const line = (label: string, value: string): string => `${boldMarkdown(label)}${words.colon}${escapeMarkdown(value)}`;
  const channels = Object.entries(settings.channels).filter(([id]) => CHANNEL_ID.test(id));
  const used = channels.map(([, one]) => one);
  const notes = [
    ...(used.some(({ mode }) => mode === 'all') ? [phrases.allMeans] : []),
    ...(used.some(({ mode }) => mode === 'off') ? [phrases.offMeans] : []),
    ...(!readsContent && used.some(needsContent) ? [phrases.contentWithheld] : []),
    ...(saved ? [phrases.saved] : []),
  ];
  return containerMessage([
    textDisplay(
      [
        `### ${escapeMarkdown(phrases.heading)}`,
        line(phrases.language, phrases.languages[language]),
        line(phrases.documents, documentsLine(documents, titles, words)),
        line(phrases.passages, passages === null ? phrases.usualPassages(DEFAULT_LIMIT) : String(passages)),
      ].join('\n'),
    ),
    separator(),
    textDisplay(
      [
        boldMarkdown(phrases.channels),
        ...channels.slice(0, MOST_CHANNELS).map(([id, one]) => `<#${id}>${words.colon}${channelLine(one, words)}`),
        ...(channels.length > MOST_CHANNELS ? [phrases.moreChannels(channels.length - MOST_CHANNELS)] : []),
        `${escapeMarkdown(phrases.otherChannels)}${words.colon}${escapeMarkdown(phrases.modes.mention)}`,
      ].join('\n'),
    ),
    ...(notes.length === 0 ? [] : [textDisplay(notes.map((note) => subtext(escapeMarkdown(note))).join('\n'))]),
  ]);
}

const needsContent = ({ mode, citationCards }: ChannelSettings): boolean =>
  mode === 'all' || (citationCards && mode !== 'off');

function channelLine({ mode, citationCards }: ChannelSettings, words: Words): string {
  const { settings: phrases } = words.discord;
  const parts = [phrases.modes[mode], ...(citationCards ? [`${phrases.cards}${words.colon}${phrases.cardsOn}`] : [])];
  return escapeMarkdown(parts.join(words.partSeparator));
}

function documentsLine(ids: readonly string[], titles: ReadonlyMap<string, string>, words: Words): string {
  const { settings: phrases } = words.discord;
  if (ids.length === 0) return phrases.allDocuments;
  const shown = ids.slice(0, MOST_DOCUMENTS).map((id) => {
    const title = titles.get(id);
    return clipText(title === undefined ? phrases.documentGone(id) : `${id} ${title}`, DOCUMENT_LENGTH);
  });
  const more = ids.length > MOST_DOCUMENTS ? [phrases.moreDocuments(ids.length - MOST_DOCUMENTS)] : [];
  return [...shown, ...more].join(words.listSeparator);
}
