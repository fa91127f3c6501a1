import { DiscordAPIError, RESTJSONErrorCodes, type Message } from 'discord.js';
import type { OutgoingMessage } from '../rendering/message.js';

const NO_HISTORY = RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory;

/**
 * Replies to a message. However often it is sent because no response came, Discord takes it once: for a few minutes the same
 * nonce gives the message that is there (resources/message.mdx, "Create Message", `enforce_nonce`). Without the right to read
 * what was written Discord lets nobody reply: then the message stands by itself, and the question in it tells whose it is.
 * @throws what Discord or the network says against it
 */
export async function replyTo(message: Message, outgoing: OutgoingMessage): Promise<Message> {
  const once = { ...outgoing, nonce: message.id, enforceNonce: true } as const;
  try {
    return await message.reply(once);
  } catch (cause) {
    const blind = cause instanceof DiscordAPIError && cause.code === NO_HISTORY;
    if (!blind || !message.channel.isSendable()) throw cause;
    return message.channel.send(once);
  }
}
