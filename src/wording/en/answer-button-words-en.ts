import type { AnswerButtonWords } from '../answer-button-words.js';

/** About the buttons under an answer, in English. */
export const ENGLISH_ANSWER_BUTTONS: AnswerButtonWords = {
  context: (rank) => `Context [${rank}]`,
  more: 'Next passages',
  previous: 'Previous passages',
  citations: 'Copy citations',
  share: 'Share in this channel',
  helpful: 'Helpful',
  unhelpful: 'Not helpful',
  remove: 'Delete',
  earlier: 'Before this',
  later: 'After this',
  ranks: (from, to) => (from === to ? `${from}` : `${from} to ${to}`),
  before: 'Before it',
  itself: 'The passage',
  after: 'After it',
  beginning: 'The document begins here.',
  end: 'The document ends here.',
  sharedBy: (member) => `Shared by ${member}`,
  thanks: {
    helpful: 'Thank you. Noted as helpful. Press the same button again to take it back.',
    unhelpful: 'Thank you. Noted as not helpful. Press the same button again to take it back.',
  },
  withdrawn: 'What you said of this answer was deleted.',
  notYours: 'Only who asked, and members who may manage messages, can delete this answer.',
  gone: 'This passage is no longer in the documents. Ask the question again.',
  changed: 'This passage has changed since the answer was written.',
  cutAnew: 'The document was divided into passages anew since the answer was written.',
  citationsGone: (ranks) => `No longer in the documents in these words: ${ranks}. Ask the question again.`,
  noFurther: 'There is nothing further on this side.',
  questionUnknown: 'This message does not say what was asked. Ask the question again.',
  tooLongForMore:
    'The question is too long for this message to keep, so no button leads to further passages. A shorter question has one.',
  reordered: 'The documents have changed since the answer was written, and so has the order of the passages.',
};
