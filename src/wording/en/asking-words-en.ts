import type { AskingWords } from '../asking-words.js';

export const ENGLISH_ASKING: AskingWords = {
  documentDescription: 'Search in this document only; its id or its title',
  kindDescription: 'Search in documents of this kind only',
  lawDescription: 'Search only in passages of this law, or that name it',
  privateDescription: 'Show the answer to you alone',
  verifyDescription: 'Check whether a text stands in the documents word for word, and where',
  verifyTextDescription: 'The text to check, in the words in which it is quoted',
  askAboutMessage: 'Ask about this message',
  continueInThread: 'Go on in a thread',
  threadOpened: (mentionNeeded) =>
    mentionNeeded
      ? 'The thread is open. Mention me in it, or reply to an answer: each question goes on from the one before.'
      : 'The thread is open. Just write in it: each question goes on from the one before.',
  threadThere: 'There is a thread under this answer already.',
  noThreadHere: 'I cannot open a thread here: it takes a text channel, and the permission Create Public Threads.',
  notAnAnswer: 'Choose one of my answers for this.',
  only: 'Only in',
  restriction: { document: 'document', kind: 'kind', law: 'law' },
  noSuchDocument: (typed) => `There is no document “${typed}”. Choose one of those that are offered while you type.`,
  noText: 'This message has no text that could be asked about.',
  tooLong: (length, maximum) =>
    `The text is ${length} characters long; at most ${maximum} can be checked at once. Check it paragraph by paragraph.`,
  verified: 'Checked text',
  morePlaces: (places) => `It stands in ${places} more ${places === 1 ? 'place' : 'places'}, not shown here.`,
};
