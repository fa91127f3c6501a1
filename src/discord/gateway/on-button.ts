import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes, type ButtonInteraction } from 'discord.js';
import type { Words } from '../../wording/words.js';
import type { Outcome } from '../bot-observer.js';
import type { BotServices } from '../bot-services.js';
import { ALL_BUTTONS } from '../buttons/all-buttons.js';
import { decodeButtonId } from '../buttons/button-id.js';
import type { Press, PressContext, PressOutcome } from '../buttons/button.js';
import { noteOutcome } from '../buttons/note-outcome.js';
import { inTurn, type TurnTaken } from '../asking/in-turn.js';
import { noteFailure } from '../asking/note-failure.js';
import { interactionWords } from '../asking/reader-words.js';
import { acknowledge, untilTaken } from '../asking/until-taken.js';
import type { OutgoingMessage } from '../rendering/message.js';
import { renderNote } from '../rendering/render-note.js';
import { askerOf, knownAsker } from './asker-of.js';

/**
 * Does what a button says. Everything comes from its custom id and its message: it may have been sent before the bot was
 * started anew, or by an older version. Acknowledged at once; never rejects. Nothing but responses to the interaction is
 * sent, so it works as well where the bot may not see the channel.
 */
export async function onButton(interaction: ButtonInteraction, services: BotServices): Promise<void> {
  const { vitals, logger, clock } = services;
  const start = clock.monotonic();
  const words = await interactionWords(interaction, services);
  const { action, press } = pressOf(interaction.customId);
  const sinceStart = (): number => Math.round(clock.monotonic() - start);
  const settled = (outcome: Outcome): void => {
    // What asks nothing of the engine, such as a vote, is no question.
    if (press !== null && press.immediate !== true)
      vitals.settled({ way: 'button', outcome, milliseconds: sinceStart() });
  };
  try {
    if (press === null) {
      logger.warn('discord-button-unknown', { action });
      const note = privately(renderNote([words.discord.buttons.unknown]));
      await acknowledge(interaction, () => interaction.reply(note));
      return;
    }
    const inMessage = changesMessage(press, interaction);
    await acknowledge(interaction, () => {
      if (inMessage) return interaction.deferUpdate();
      return interaction.deferReply(press.place === 'public' ? {} : { flags: MessageFlags.Ephemeral });
    });
    const { outcome, value } = await outcomeOf(press, words, interaction, services);
    await untilTaken(() => show(value, { press, inMessage, interaction }), 'answer');
    settled(outcome);
    logger.info('discord-button-answered', { action, milliseconds: sinceStart() });
  } catch (cause) {
    settled('undelivered');
    noteFailure(cause, { level: 'warn', event: 'discord-reply-failed', facts: { source: 'button' } }, services);
  }
}

/**
 * Shows what came of a press, where it belongs. Edits and deletions may be sent twice; a note that follows may then be seen
 * twice by whoever pressed, because Discord knows no nonce there.
 */
async function show(
  outcome: PressOutcome,
  {
    press,
    inMessage,
    interaction,
  }: { readonly press: Press; readonly inMessage: boolean; readonly interaction: ButtonInteraction },
): Promise<void> {
  const isPublic = press.place === 'public';
  if (outcome.kind === 'deleted') await remove(interaction);
  // What cannot be shown must not take the place of what is shown already, and is nobody else's affair.
  else if (outcome.kind === 'note' && (inMessage || isPublic)) {
    if (isPublic) await remove(interaction);
    await interaction.followUp(privately(outcome.message));
  } else await interaction.editReply(outcome.message);
}

/** Deletes the message of the button, or what was to become the outcome. That it is gone already is as well. */
async function remove(interaction: ButtonInteraction): Promise<void> {
  try {
    await interaction.deleteReply();
  } catch (cause) {
    if (!(cause instanceof DiscordAPIError && cause.code === RESTJSONErrorCodes.UnknownMessage)) throw cause;
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
    case 'public':
      return false;
    case 'none':
      return true;
  }
}

async function outcomeOf(
  press: Press,
  words: Words,
  interaction: ButtonInteraction,
  services: BotServices,
): Promise<TurnTaken<PressOutcome>> {
  const { engine, clock, store, serverSettings, logger, deadline } = services;
  const asker = { user: interaction.user.id, server: interaction.guildId };
  const context: Omit<PressContext, 'signal'> = {
    engine,
    clock,
    store,
    serverSettings,
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
      return { outcome: 'answered', value: await press.run({ ...context, signal: deadline() }) };
    } catch (cause) {
      noteFailure(cause, { level: 'error', event: 'discord-button-failed' }, services);
      return { outcome: 'failed', value: noteOutcome(words.problem.failure) };
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
