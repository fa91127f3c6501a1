import { InteractionContextType, type ButtonInteraction } from 'discord.js';
import type { Logger } from '../../shared/logger.js';
import { discordReason } from '../asking/discord-reason.js';

/**
 * Id of who asked for the message of a button, as far as the interaction tells: who ran the command, pressed the button
 * or wrote what it replies to. In a direct conversation with the bot nobody else can have asked. Null where it is not told.
 */
export function knownAsker({ message, user, context }: ButtonInteraction): string | null {
  if (context === InteractionContextType.BotDM) return user.id;
  return message.interactionMetadata?.user.id ?? message.mentions.repliedUser?.id ?? null;
}

/**
 * The same; where the interaction does not tell, the message that it replies to is asked for. Null where that is gone or may
 * not be read. Never rejects.
 */
export async function askerOf(interaction: ButtonInteraction, logger: Logger): Promise<string | null> {
  const known = knownAsker(interaction);
  const { message } = interaction;
  if (known !== null || message.reference === null) return known;
  try {
    return (await message.fetchReference()).author.id;
  } catch (cause) {
    logger.info('discord-asker-unknown', { reason: discordReason(cause) });
    return null;
  }
}
