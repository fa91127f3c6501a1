import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  GatewayIntentBits,
  InteractionContextType,
  PermissionFlagsBits,
  type ChatInputCommandInteraction,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Words } from '../../wording/words.js';
import { interactionConversation } from '../asking/conversation.js';
import { noteFailure } from '../asking/note-failure.js';
import { interactionWords } from '../asking/reader-words.js';
import type { BotServices } from '../bot-services.js';
import type { OutgoingMessage } from '../rendering/message.js';
import { renderNote } from '../rendering/render-note.js';
import { renderSettings } from '../rendering/render-settings.js';
import { readChange, type AskedChange } from '../settings/read-change.js';
import type { Command } from './command.js';
import { described } from './described.js';
import {
  ADD_OPTION,
  ALL_OPTION,
  ANSWERS_OPTION,
  CARDS_OPTION,
  CHANNEL_OPTION,
  LANGUAGE_OPTION,
  NUMBER_OPTION,
  REMOVE_OPTION,
} from './settings-options.js';

const SUBCOMMAND = ApplicationCommandOptionType.Subcommand as const;

const DATA = {
  type: ApplicationCommandType.ChatInput,
  name: 'settings',
  name_localizations: { 'zh-CN': '设置', 'zh-TW': '設定' },
  ...described(({ discord }) => discord.settings.description),
  // What Discord offers the command by; an administrator of the server can give it to others, so it is looked at again.
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  options: [
    {
      type: SUBCOMMAND,
      name: 'view',
      name_localizations: { 'zh-CN': '查看', 'zh-TW': '查看' },
      ...described(({ discord }) => discord.settings.viewDescription),
    },
    {
      type: SUBCOMMAND,
      name: 'channel',
      name_localizations: { 'zh-CN': '频道', 'zh-TW': '頻道' },
      ...described(({ discord }) => discord.settings.channelDescription),
      options: [ANSWERS_OPTION, CARDS_OPTION, CHANNEL_OPTION],
    },
    {
      type: SUBCOMMAND,
      name: 'language',
      name_localizations: { 'zh-CN': '语言', 'zh-TW': '語言' },
      ...described(({ discord }) => discord.settings.languageDescription),
      options: [LANGUAGE_OPTION],
    },
    {
      type: SUBCOMMAND,
      name: 'documents',
      name_localizations: { 'zh-CN': '文档', 'zh-TW': '文件' },
      ...described(({ discord }) => discord.settings.documentsDescription),
      options: [ADD_OPTION, REMOVE_OPTION, ALL_OPTION],
    },
    {
      type: SUBCOMMAND,
      name: 'passages',
      name_localizations: { 'zh-CN': '段落', 'zh-TW': '段落' },
      ...described(({ discord }) => discord.settings.passagesDescription),
      options: [NUMBER_OPTION],
    },
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/settings` shows what is set for the server, and changes it: a subcommand for each setting. Only who asks sees it. */
export const settings: Command = {
  data: DATA,
  execute: async (interaction, services) => {
    const words = await interactionWords(interaction, services);
    try {
      const conversation = interactionConversation(interaction, { hidden: true });
      await conversation.acknowledge();
      await conversation.show(await answer(interaction, words, services));
    } catch (cause) {
      noteFailure(cause, { level: 'warn', event: 'discord-reply-failed', facts: { source: 'settings' } }, services);
    }
  },
  suggest: (interaction, { documentChoices }) => documentChoices.suggest(interaction.options.getFocused()),
};

async function answer(
  interaction: ChatInputCommandInteraction,
  words: Words,
  services: BotServices,
): Promise<OutgoingMessage> {
  const { settings: phrases } = words.discord;
  const { store, documentChoices, logger } = services;
  if (!interaction.inCachedGuild()) return renderNote([phrases.notHere]);
  if (!interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild)) return renderNote([phrases.notAllowed]);
  const { guildId } = interaction;
  try {
    const before = await store.settings.read(guildId);
    const asked = askedOf(interaction);
    const change = await readChange(asked, before, documentChoices);
    if (change.kind === 'refused') return renderNote([change.wordedBy(words)]);
    const after = change.kind === 'nothing' ? before : await store.settings.change(guildId, change.change);
    if (change.kind === 'changed') logger.info('discord-settings-changed', { setting: asked.setting });
    return renderSettings(
      {
        settings: after,
        saved: change.kind === 'changed',
        titles: await documentChoices.titles(),
        readsContent: interaction.client.options.intents.has(GatewayIntentBits.MessageContent),
      },
      words,
    );
  } catch (cause) {
    noteFailure(cause, { level: 'error', event: 'discord-settings-failed' }, services);
    return renderNote([phrases.failed]);
  }
}

/** What somebody typed, as values; options that were left out are null. */
function askedOf({ options, channel }: ChatInputCommandInteraction<'cached'>): AskedChange {
  switch (options.getSubcommand()) {
    case 'channel':
      return {
        setting: 'channel',
        channel: options.getChannel(CHANNEL_OPTION.name)?.id ?? homeOf(channel),
        answers: options.getString(ANSWERS_OPTION.name),
        cards: options.getBoolean(CARDS_OPTION.name),
      };
    case 'language':
      return { setting: 'language', language: options.getString(LANGUAGE_OPTION.name, true) };
    case 'documents':
      return {
        setting: 'documents',
        add: options.getString(ADD_OPTION.name),
        remove: options.getString(REMOVE_OPTION.name),
        all: options.getBoolean(ALL_OPTION.name) ?? false,
      };
    case 'passages':
      return { setting: 'passages', number: options.getInteger(NUMBER_OPTION.name) };
    default:
      return { setting: 'view' };
  }
}

/** The channel whose settings count where a command was used: of a thread its parent. Null where Discord does not say. */
function homeOf(channel: ChatInputCommandInteraction<'cached'>['channel']): string | null {
  return channel === null ? null : channel.isThread() ? channel.parentId : channel.id;
}
