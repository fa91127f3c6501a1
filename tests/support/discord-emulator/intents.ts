/* events/gateway.mdx, "List of Intents". */
export const INTENT_GUILDS = 1 << 0;
export const INTENT_GUILD_MESSAGES = 1 << 9;
export const INTENT_DIRECT_MESSAGES = 1 << 12;
export const INTENT_MESSAGE_CONTENT = 1 << 15;

/** events/gateway.mdx, "Privileged Intents": members, presences, message content. */
export const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | INTENT_MESSAGE_CONTENT;

/** events/gateway.mdx, "List of Intents": all bits that exist. */
export const KNOWN_INTENTS = 0b11_0011_0001_1111_1111_1111_1111;
