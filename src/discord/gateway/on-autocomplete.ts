import type { AutocompleteInteraction } from 'discord.js';
import { noteFailure } from '../asking/note-failure.js';
import { respondOnce } from '../asking/until-taken.js';
import type { BotServices } from '../bot-services.js';
import type { Command } from '../commands/command.js';

/**
 * Offers choices while somebody types. Where there are none in time, or the look-up fails, who types goes on and sees the
 * next choices, or none: any text is taken. Never rejects.
 */
export async function onAutocomplete(
  interaction: AutocompleteInteraction,
  command: Command | undefined,
  services: BotServices,
): Promise<void> {
  const { keystrokes } = services;
  try {
    const choices = await keystrokes.take(
      interaction.user.id,
      async () => (await command?.suggest?.(interaction, services)) ?? [],
    );
    await respondOnce(() => interaction.respond(choices));
  } catch (cause) {
    noteFailure(cause, { level: 'warn', event: 'discord-choices-failed' }, services);
  }
}
