import { chineseTitle } from './chinese-title.js';
import type { LawWords } from './law-words.js';

/** About laws, in English. */
export const ENGLISH_LAW: LawWords = {
  labels: {
    kind: 'Kind',
    issuer: 'Issued by',
    number: 'Number',
    status: 'Status',
    english: 'In English',
    address: 'Official text',
    text: 'Text at hand',
    otherTexts: 'Other texts at hand',
  },
  days: { adopted: 'adopted', published: 'published', inForce: 'in force' },
  changes: { original: 'First text', amended: 'Amended', revised: 'Issued anew' },
  status: {
    'in-force': (day) => `in force since ${day}`,
    amended: (day) => `in force; its text of that day since ${day}`,
    'not-yet-in-force': (day) => `not yet in force; from ${day}`,
    replaced: (day, title) => `replaced by ${chineseTitle(title)} since ${day}`,
    unknown: () => 'unknown: the day of entry into force is not known here',
  },
  onDay: (status, day) => `${status} (as of ${day})`,
  programme: 'programme or campaign',
  unknown: 'unknown',
  unofficial: (title) => `${title} (unofficial translation)`,
  withSource: (fact, source) => `${fact} (source: ${source})`,
  textAtHand: (day, articles, first, last) => `of ${day}, ${articles} articles, ${first} to ${last}`,
  noText: 'none. Read it at the official address, or add its text with `npx yinju add FILE`.',
  outdated: (day, since) =>
    `The text at hand is of ${day}. A newer one is in force since ${since}; articles may have other numbers and words in it.`,
  provision: (article, paragraph, item) => {
    const below = [paragraph, item].filter((part) => part !== null).map((part) => `(${part})`);
    return article === null ? `paragraph ${below.join('')}` : `Article ${article}${below.join('')}`;
  },
  absent: (title, place, day, first, last) =>
    `${chineseTitle(title)} has no ${place} in its text of ${day}, which goes from ${first} to ${last}.`,
  unchecked: (title, place) =>
    `${chineseTitle(title)}, ${place}: cannot be checked, because the text that counts is not here.`,
  mentions: (shown, all) =>
    shown === all ? `Passages that name it (${all})` : `Passages that name it (the first ${shown} of ${all})`,
  noMentions: 'No passage of the documents names it.',
  ambiguous: (name) => `“${name}” may mean several laws. Which one?`,
  unknownLaw: (name) => `“${name}” is the name of no law that is known here.`,
  didYouMean: 'Did you mean',
  badArticle: (typed) => `“${typed}” is no article. Write it like 21, 286-1, 第二十一条 or art. 21.`,
  disclaimer: 'This is not legal advice; only the Chinese text is authoritative.',
  verdicts: {
    found: 'found',
    absent: 'absent from the text at hand',
    superseded: 'superseded',
    unchecked: 'not checked: its text is not here, or out of date',
    unidentified: 'not identified: which law is meant is not known here',
  },
  noCitations: 'The text cites no law.',
  citations: (count) => `${count} ${count === 1 ? 'citation' : 'citations'}`,
};
