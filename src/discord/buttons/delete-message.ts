import { PermissionFlagsBits } from 'discord.js';
import { ANSWER_ACTIONS } from './answer-buttons.js';
import type { Button, PressContext, PressOutcome } from './button.js';
import { noteOutcome } from './note-outcome.js';

/** Deletes the message, for who asked for it and for those who moderate its channel. */
export const deleteMessage: Button = {
  action: ANSWER_ACTIONS.remove,
  read: (fields) => (fields.length === 0 ? { place: 'none', immediate: true, run: remove } : null),
};

async function remove({ words, asker, permissions, writtenFor }: PressContext): Promise<PressOutcome> {
  const moderates = permissions?.has(PermissionFlagsBits.ManageMessages) === true;
  const allowed = moderates || (await writtenFor()) === asker.user;
  return allowed ? { kind: 'deleted' } : noteOutcome(words.discord.buttons.answer.notYours);
}
