import type { ButtonWords } from '../button-words.js';
import { ENGLISH_ANSWER_BUTTONS } from './answer-button-words-en.js';

/** About buttons, in English. */
export const ENGLISH_BUTTONS: ButtonWords = {
  answer: ENGLISH_ANSWER_BUTTONS,
  copy: 'Copy citation',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  page: (page, pages) => `Page ${page} of ${pages}`,
  plainForm: 'Plain',
  nationalStandardForm: 'GB/T 7714',
  conversion: {
    label: 'Traditional script',
    heading: 'Converted view, not a quotation',
    explanation:
      'A program put these simplified characters into traditional ones. The words are those of the source, and some characters may be wrong: quote the source only.',
  },
  lawGone: 'This law is no longer known here. Ask for it again with /law.',
  articleGone: (place) => `The text at hand no longer has ${place}. Ask for it again with /law.`,
  textChanged: 'The text of this law has changed here since the message was written. This is the text at hand now.',
  noFurtherArticle: 'There is no further article on this side.',
  unknown: 'This button is from another version of the bot and does nothing any more. Ask again.',
};
