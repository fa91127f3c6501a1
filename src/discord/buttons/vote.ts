import { readShownQuestion } from '../rendering/shown-question.js';
import { ANSWER_ACTIONS } from './answer-buttons.js';
import { voteOfFields, type VoteFields } from './answer-fields.js';
import type { Button, PressContext, PressOutcome } from './button.js';
import { noteOutcome } from './note-outcome.js';
import { readShownLaw } from './shown-law.js';
import { shownPassages } from './shown-passages.js';

/** Keeps that an answer helped; takes that back where it is kept already. */
export const helpful = voting(ANSWER_ACTIONS.helpful, true);

/** Keeps that an answer did not help; takes that back where it is kept already. */
export const unhelpful = voting(ANSWER_ACTIONS.unhelpful, false);

function voting(action: string, isHelpful: boolean): Button {
  return {
    action,
    read: (fields) => {
      const voted = voteOfFields(fields);
      if (voted === null) return null;
      return { place: 'private', immediate: true, run: (press) => vote({ ...voted, isHelpful }, press) };
    },
  };
}

interface Said extends VoteFields {
  readonly isHelpful: boolean;
}

async function vote(
  { isHelpful, generation, passages }: Said,
  { store, words, message, asker }: PressContext,
): Promise<PressOutcome> {
  const { thanks, withdrawn } = words.discord.buttons.answer;
  const shown = readShownQuestion(message.components) ?? readShownLaw(message.components);
  const outcome = await store.feedback.vote({
    answer: message.id,
    guild: message.server,
    channel: message.channel,
    user: asker.user,
    helpful: isHelpful,
    passages: passages.length > 0 ? passages : shownPassages(message.components).map(({ id }) => id),
    generation,
    question: shown === null ? null : (shown.understood ?? shown.question),
  });
  if (outcome === 'withdrawn') return noteOutcome(withdrawn);
  return noteOutcome(isHelpful ? thanks.helpful : thanks.unhelpful);
}
