import { MessageFlags, type ButtonInteraction } from 'discord.js';
import type { BotServices } from '../bot-services.js';
import { ALL_BUTTONS } from '../buttons/all-buttons.js';
import { decodeButtonId } from '../buttons/button-id.js';
import type { Press, PressContext, PressOutcome } from '../buttons/button.js';
import { noteOutcome } from '../buttons/note-outcome.js';
import { discordReason } from '../asking/conversation.js';
import { inTurn } from '../asking/in-turn.js';
import { interactionWords } from '../asking/reader-words.js';
import type { OutgoingMessage } from '../rendering/message.js';
import { renderNote } from '../rendering/render-note.js';
import { askerOf, knownAsker } from './asker-of.js';

/**
 * Does what a button says. Everything comes from its custom id and its message: it may have been sent before the bot was
 * started anew, or by an older version. Acknowledged at once; never rejects. Nothing but responses to the interaction is
 * sent, so it works as well where the bot may not see the channel.
 */
export async function onButton(interaction: ButtonInteraction, services: BotServices): Promise<void> {
  const { logger, clock } = services;
  const words = await interactionWords(interaction, services);
  const { action, press } = pressOf(interaction.customId);
  const start = clock.monotonic();
  try {
    if (press === null) {
      logger.warn('discord-button-unknown', { action });
      await interaction.reply(privately(renderNote([words.discord.buttons.unknown])));
      return;
    }
    const inMessage = changesMessage(press, interaction);
    if (inMessage) await interaction.deferUpdate();
    else await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const outcome = await outcomeOf(press, interaction, services);
    if (outcome.kind === 'deleted') await interaction.deleteReply();
    // What cannot be shown must not take the place of what is shown already.
    else if (inMessage && outcome.kind === 'note') await interaction.followUp(privately(outcome.message));
    else if (press.place === 'public') await interaction.followUp(outcome.message);
    else await interaction.editReply(outcome.message);
    logger.info('discord-button-answered', { action, milliseconds: Math.round(clock.monotonic() - start) });
  } catch (cause) {
    logger.warn('discord-reply-failed', { source: 'button', reason: discordReason(cause) });
  }
}

/** What a custom id means; `press` is null where this version does not understand it. */
function pressOf(customId: string): { readonly action: string | null; readonly press: Press | null } {
  const id = decodeButtonId(customId);
  const button = ALL_BUTTONS.find(({ action }) => action === id?.action);
  if (id === null || button === undefined) return { action: null, press: null };
  return { action: button.action, press: button.read(id.fields) };
}

/** Whether the message of the button itself changes, or another one shows the outcome. */
function changesMessage({ place }: Press, interaction: ButtonInteraction): boolean {
  switch (place) {
    case 'in-place':
      return knownAsker(interaction) === interaction.user.id;
    case 'aside':
      return isHidden(interaction);
    case 'private':
      return false;
    case 'public':
    case 'none':
      return true;
  }
}

async function outcomeOf(press: Press, interaction: ButtonInteraction, services: BotServices): Promise<PressOutcome> {
  const { engine, clock, store, logger, deadline } = services;
  const words = await interactionWords(interaction, services);
  const asker = { user: interaction.user.id, server: interaction.guildId };
  const context: Omit<PressContext, 'signal'> = {
    engine,
    clock,
    store,
    logger,
    words,
    message: {
      id: interaction.message.id,
      channel: interaction.channelId,
      server: interaction.guild?.id ?? null,
      components: interaction.message.components.map((component) => component.toJSON()),
      hidden: isHidden(interaction),
    },
    asker,
    permissions: interaction.memberPermissions,
    writtenFor: () => askerOf(interaction, logger),
  };
  if (press.immediate === true) {
    try {
      return await press.run({ ...context, signal: deadline() });
    } catch (cause) {
      logger.error('discord-button-failed', { reason: discordReason(cause) });
      return noteOutcome(words.problem.failure);
    }
  }
  const work = (signal: AbortSignal) => press.run({ ...context, signal });
  return inTurn({ asker, words, work, excuse: noteOutcome }, services);
}

function isHidden({ message }: ButtonInteraction): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}

/** The message as one that nobody else sees. */
function privately(message: OutgoingMessage) {
  return { ...message, flags: [...message.flags, MessageFlags.Ephemeral] as const };
}
