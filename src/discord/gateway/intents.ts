import { GatewayIntentBits } from 'discord.js';

/**
 * What the bot always asks the gateway for. None is privileged: Discord delivers the content of a message that mentions
 * the bot, and of direct messages, without the intent MessageContent (events/gateway.mdx, "Message Content Intent").
 */
const PLAIN_INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
] as const;

/** What the bot asks for. @param messageContent whether to be sent the content of every message, which is privileged */
export function intentsFor(messageContent: boolean): readonly GatewayIntentBits[] {
  return messageContent ? [...PLAIN_INTENTS, GatewayIntentBits.MessageContent] : PLAIN_INTENTS;
}

/** The same, as the documentation spells them. */
export function intentNames(messageContent: boolean): readonly string[] {
  return intentsFor(messageContent).map((intent) => GatewayIntentBits[intent]);
}
