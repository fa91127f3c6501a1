import { setTimeout } from 'node:timers/promises';
import {
  MessageFlags,
  type ChatInputCommandInteraction,
  type ContextMenuCommandInteraction,
  type Message,
} from 'discord.js';
import type { Logger } from '../../shared/logger.js';
import type { Asker } from './admission.js';
import type { OutgoingMessage } from '../rendering/message.js';
import { discordReason } from './discord-reason.js';
import { replyTo } from './reply-to.js';
import { acknowledge, untilTaken } from './until-taken.js';

/** How long an answer to a message waits until it is seen that the bot types. */
const TYPING_MILLISECONDS = 1000;

/** One question and the one message that answers it, whichever way the question came. */
export interface Conversation {
  readonly asker: Asker;
  /** Id of the server in which it goes on, where the bot is a member of it; else null. */
  readonly guild: string | null;
  /** Id of the channel or thread in which it goes on. */
  readonly channel: string;
  /** True where nobody but the asker sees the answer. */
  readonly hidden: boolean;
  /** Shows the asker at once that the question has arrived. Called once, first. */
  acknowledge(): Promise<void>;
  /** Shows the answer; called again, it edits the same message. */
  show(message: OutgoingMessage): Promise<void>;
}

/**
 * A command: a deferred response, which is edited in place. Nothing else is sent, so it works as well where the bot is
 * installed to the user alone.
 * @param options.hidden whether the asker alone sees it
 */
export function interactionConversation(
  interaction: ChatInputCommandInteraction | ContextMenuCommandInteraction,
  { hidden }: { readonly hidden: boolean } = { hidden: false },
): Conversation {
  return {
    asker: { user: interaction.user.id, server: interaction.guildId },
    guild: interaction.guild?.id ?? null,
    channel: interaction.channelId,
    hidden,
    acknowledge: () =>
      acknowledge(interaction, () => interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {})),
    show: async (message) => {
      await untilTaken(() => interaction.editReply(message), 'answer');
    },
  };
}

/** A message to the bot: it is seen typing, then replies. Without the right to type it still replies. */
export function messageConversation(message: Message, logger: Logger): Conversation {
  let reply: Message | null = null;
  return {
    asker: { user: message.author.id, server: message.guildId },
    guild: message.guildId,
    channel: message.channelId,
    hidden: false,
    acknowledge: async () => {
      if (!message.channel.isSendable()) return;
      const typing = message.channel.sendTyping().catch((cause: unknown) => {
        logger.debug('discord-typing-failed', { reason: discordReason(cause) });
      });
      // That Discord is slow to show it keeps nobody waiting for the answer.
      await Promise.race([typing, setTimeout(TYPING_MILLISECONDS, undefined, { ref: false })]);
    },
    show: async (outgoing) => {
      const before = reply;
      reply = await untilTaken(() => (before === null ? replyTo(message, outgoing) : before.edit(outgoing)), 'answer');
    },
  };
}
