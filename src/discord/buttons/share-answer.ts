import { ComponentType } from 'discord.js';
import { wordsFor } from '../../wording/words-for.js';
import { sharedMessage } from '../rendering/shared-message.js';
import { readShownQuestion } from '../rendering/shown-question.js';
import { ANSWER_ACTIONS } from './answer-buttons.js';
import type { Button, PressContext, PressOutcome } from './button.js';
import { noteOutcome } from './note-outcome.js';

/** Shows an answer that only its asker sees to everybody, in the language in which it was written. */
export const shareAnswer: Button = {
  action: ANSWER_ACTIONS.share,
  read: (fields) => (fields.length === 0 ? { place: 'public', run: share } : null),
};

function share({ words, message, asker }: PressContext): Promise<PressOutcome> {
  const shown = readShownQuestion(message.components);
  const [container] = message.components;
  const outcome =
    shown === null || !message.hidden || container?.type !== ComponentType.Container
      ? noteOutcome(words.discord.buttons.unknown)
      : { kind: 'shown' as const, message: sharedMessage(container, asker.user, wordsFor(shown.language)) };
  return Promise.resolve(outcome);
}
