import { PRIVACY_ACTIONS, renderDeletion, renderExport } from '../rendering/render-privacy.js';
import { renderNote } from '../rendering/render-note.js';
import type { Button, PressContext, PressOutcome } from './button.js';
import { noteOutcome } from './note-outcome.js';

/** A button without fields, whose outcome only the one who pressed it sees: it is always about them. */
function ownButton(action: string, run: (context: PressContext) => Promise<PressOutcome>): Button {
  return { action, read: (fields) => (fields.length === 0 ? { place: 'private', immediate: true, run } : null) };
}

/** Sends everything that is kept of the presser, as a file. */
export const exportMine = ownButton(PRIVACY_ACTIONS.exportMine, async ({ store, asker, words }) => {
  const data = await store.users.exportUser(asker.user);
  const { nothingKept } = words.discord.operation.privacy;
  if (data.feedback.length + data.questions.length === 0) return noteOutcome(nothingKept);
  return { kind: 'shown', message: renderExport(data, words) };
});

/** Asks whether everything of the presser shall be deleted. */
export const deleteMine = ownButton(PRIVACY_ACTIONS.deleteMine, ({ words }) =>
  Promise.resolve({ kind: 'shown', message: renderDeletion(words) }),
);

/** Deletes everything of the presser. Pressed again, it finds nothing, and says so. */
export const confirmDeletion = ownButton(PRIVACY_ACTIONS.confirmed, async ({ store, asker, words }) => {
  const { feedback, questions } = await store.users.deleteUser(asker.user);
  const { deleted, nothingKept } = words.discord.operation.privacy;
  const line = feedback + questions === 0 ? nothingKept : deleted(feedback, questions);
  return { kind: 'shown', message: renderNote([line]) };
});
