import { GatewayIntentBits } from 'discord.js';

/**
 * What the bot asks the gateway for. None is privileged: Discord delivers the content of a message that mentions the
 * bot, and of direct messages, without the intent MessageContent (events/gateway.mdx, "Message Content Intent").
 */
export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
] as const;

/** As the documentation spells them. */
export const INTENT_NAMES: readonly string[] = INTENTS.map((intent) => GatewayIntentBits[intent]);
