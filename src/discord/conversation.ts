import { DiscordAPIError, type ChatInputCommandInteraction, type Message } from 'discord.js';
import type { Logger } from '../shared/logger.js';
import type { OutgoingMessage } from './message.js';

/** One question and the one message that answers it, whichever way the question came. */
export interface Conversation {
  /** Shows the asker at once that the question has arrived. Called once, first. */
  acknowledge(): Promise<void>;
  /** Shows the answer; called again, it edits the same message. */
  show(message: OutgoingMessage): Promise<void>;
}

/** A slash command: a deferred response, which is edited in place. */
export function interactionConversation(interaction: ChatInputCommandInteraction): Conversation {
  return {
    acknowledge: async () => {
      await interaction.deferReply();
    },
    show: async (message) => {
      await interaction.editReply(message);
    },
  };
}

/** A message to the bot: it is seen typing, then replies. Without the right to type it still replies. */
export function messageConversation(message: Message, logger: Logger): Conversation {
  let reply: Message | null = null;
  return {
    acknowledge: async () => {
      if (!message.channel.isSendable()) return;
      await message.channel.sendTyping().catch((cause: unknown) => {
        logger.debug('discord-typing-failed', { reason: discordReason(cause) });
      });
    },
    show: async (outgoing) => {
      reply = reply === null ? await message.reply(outgoing) : await reply.edit(outgoing);
    },
  };
}

/** What an error is, for the log: its code or name, never its message, which may repeat what was sent. */
export function discordReason(cause: unknown): string {
  if (cause instanceof DiscordAPIError) return `Discord ${cause.code} (HTTP ${cause.status})`;
  if (!(cause instanceof Error)) return typeof cause;
  return 'code' in cause && typeof cause.code === 'string' ? `${cause.name} ${cause.code}` : cause.name;
}
