import { chineseTitle } from '../chinese-title.js';
import type { Words } from '../words.js';
import { ENGLISH_ASKING } from './asking-words-en.js';
import { ENGLISH_BUTTONS } from './button-words-en.js';
import { ENGLISH_LAW } from './law-words-en.js';
import { ENGLISH_OPERATION } from './operation-words-en.js';
import { ENGLISH_SETTINGS } from './setting-words-en.js';

const since = (day: string | null): string => (day === null ? '' : ` (in force ${day})`);
const counted = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`;
const passages = (count: number): string => counted(count, 'passage', 'passages');
const documents = (count: number): string => counted(count, 'document', 'documents');

/** English. Dates stay in the form YYYY-MM-DD: it reads the same on both sides of the Atlantic. */
export const ENGLISH: Words = {
  language: 'en',
  partSeparator: ' · ',
  listSeparator: ', ',
  colon: ': ',
  gapMark: '[…]',
  kinds: {
    'news agency report': 'news agency report',
    'newspaper brief': 'newspaper brief',
    'article signed by an official': 'article signed by an official',
    'article of a Party study group': 'article of a Party study group',
    'ministry feature': 'ministry feature',
    law: 'law',
    'administrative regulation': 'administrative regulation',
    'departmental rule': 'departmental rule',
    'normative document': 'normative document',
    'judicial document': 'judicial document',
    'Party document': 'Party document',
    'strategy or plan': 'strategy or plan',
    initiative: 'initiative',
    'joint statement': 'joint statement',
  },
  unknown: { speaker: 'speaker not stated', kind: 'kind not stated', date: 'date unknown' },
  date: {
    day: (day) => day,
    range: (from, to) => `between ${from} and ${to}`,
  },
  inferred: (fact) => `${fact} (inferred)`,
  answer: {
    match: 'Passages that match',
    nearest: 'The documents do not answer this. Nearest passages:',
    nothing: 'The documents do not answer this, and no passage comes near.',
    strength: { strong: 'match: strong', weak: 'match: weak', none: 'match: none' },
    question: 'Question',
    understood: 'Understood as',
    questionRest: 'Rest of the question',
    alsoIn: 'Almost the same also in',
    readInContext: 'Read in context',
    more: 'More passages',
    context: 'The passage in its context',
    contextGone: 'This passage is no longer in the documents. Ask the question again.',
  },
  citation: {
    section: 'Section',
    page: (page) => `page ${page}`,
    source: (file, sha256) => `${file} (text SHA-256 ${sha256}…)`,
    title: chineseTitle,
  },
  notice: {
    ruleReplaced: (title, replacedBy, day) =>
      `It names ${chineseTitle(title)}, since replaced by ${chineseTitle(replacedBy)}${since(day)}.`,
    ruleAmended: (title, day) => `It names ${chineseTitle(title)}, amended or issued anew since then${since(day)}.`,
    ruleModified: (title, by, day) =>
      `It names ${chineseTitle(title)}; how that applies was changed by ${chineseTitle(by)}${since(day)}.`,
    textOutdated: (title, day, newer) =>
      `This is the text of ${chineseTitle(title)} of ${day ?? 'an unknown day'}; a newer one is in force since ${newer}.`,
    abstract: 'From the abstract at the head of the article; the body may say it with its speaker.',
    gap: 'The source has lost text where […] stands.',
  },
  law: ENGLISH_LAW,
  verification: {
    verbatim: 'This text stands in the documents word for word.',
    equivalent: 'This text stands in the documents; only script, width, spacing or quotation marks differ.',
    different: 'This text does not stand in the documents. Nearest wording, with the differences marked:',
    absent: 'This text does not stand in the documents, and nothing in them comes near.',
    leavesOutNegation: 'Careful: the rest of its clause holds a negation, so the whole says something else.',
    changesMeaning: 'Careful: a negation or a number differs, so the sense may be another.',
    missing: 'only in the document',
    added: 'only in the checked text',
  },
  sources: {
    heading: (documentCount, passageCount) => `${documents(documentCount)}, ${passages(passageCount)}`,
    passages,
    lawTexts: (count) => `Texts of laws: ${count}`,
    none: 'There are no documents.',
  },
  problem: {
    empty: 'There is no question. Write one, such as: What was the theme of the 2023 cybersecurity week?',
    noWords: 'The question has no words, only marks. Write it out.',
    tooLong: (length, maximum) => `The question is ${length} characters long; at most ${maximum} can be searched.`,
    failure: 'Something went wrong here, and it was not your question. Please try again later.',
    tooSlow: 'This took too long. Please try again.',
  },
  chat: {
    welcome: (documentCount, passageCount) => [
      `Yinju quotes ${documents(documentCount)} (${passages(passageCount)}) word for word. No text is written by a machine.`,
      'Ask in Chinese or English. “help” lists the commands, “quit” ends.',
    ],
    help: [
      'Write a question and press Enter. These words do something else:',
      '  more         further passages for the last question',
      '  context N    the paragraphs before and after passage N',
      '  help         this list',
      '  quit         end (Ctrl-D does the same)',
      'Words in “” or 「」 must occur in a passage exactly so.',
      'The arrow keys bring back earlier questions.',
    ],
    prompt: 'question> ',
    noQuestionYet: 'Ask a question first.',
    noMore: 'There are no further passages.',
    noSuchPassage: (rank, count) =>
      count === 0
        ? `There is no passage ${rank}: none was shown.`
        : `There is no passage ${rank}: ${count === 1 ? 'only passage 1 was shown' : `passages 1 to ${count} were shown`}.`,
    moreHint: (rest) => `“more” shows ${passages(rest)} further.`,
    goodbye: 'Goodbye.',
  },
  discord: {
    askDescription: 'Find the passages of the documents that match a question, word for word',
    questionDescription: 'Your question, in Chinese or English',
    lawDescription: 'Show what is known of a law, one of its articles, or the passages that name it',
    lawNameDescription: 'Any name of the law, in Chinese or English',
    articleDescription: 'Number of an article, such as 21, 286-1 or 第二十一条',
    asOfDescription: 'Status and text of this day instead of today, YYYY-MM-DD',
    lawQuestionDescription: 'A question: sought in the text of this law and in the passages that name it',
    oneLawDescription: (title) => `Facts, articles and passages: ${title}`,
    commandGone: 'This command is no longer there. Use /law with the name of the law.',
    coolDown: (seconds) => `You have asked much in a short time. Ask again in ${seconds} s.`,
    serverCoolDown: (seconds) => `This server has asked much in a short time. Ask again in ${seconds} s.`,
    busy: 'Too many questions are waiting already, so yours was not taken. Please ask again in a minute.',
    buttons: ENGLISH_BUTTONS,
    asking: ENGLISH_ASKING,
    operation: ENGLISH_OPERATION,
    settings: ENGLISH_SETTINGS,
    badDate: (typed) => `“${typed}” is no date. Write it as YYYY-MM-DD, such as 2026-01-01.`,
    help: [
      'Mention me with a question, or use /ask, and I quote the passages of the documents that match, word for word.',
      'Each comes with who speaks, when, and where it stands. No text is written by a machine.',
      '/law shows what is known of a law, one of its articles, or the passages of a law that match a question.',
    ],
    leftOut: (count) => `${passages(count)} more did not fit into this message.`,
    shortened: 'The passage goes on in its source.',
  },
};
