/** What the bot must know of a message to tell whether it is spoken to. */
export interface IncomingMessage {
  readonly content: string;
  /** True for bots, webhooks and Discord itself: they are never answered, or two bots would talk for ever. */
  readonly automatic: boolean;
  /** True in a direct message, where no mention is needed. */
  readonly direct: boolean;
  /** Ids of the users that the message mentions by itself: @everyone and roles do not count. */
  readonly mentions: readonly string[];
}

/**
 * What a message says to the bot, without the mention of it and white space around; empty where it says nothing more.
 * Null where the message does not speak to the bot.
 */
export function addressedText(message: IncomingMessage, botId: string): string | null {
  if (message.automatic || !(message.direct || message.mentions.includes(botId))) return null;
  return message.content.replaceAll(`<@${botId}>`, ' ').replaceAll(`<@!${botId}>`, ' ').trim();
}
