import { chineseTitle } from '../chinese-title.js';
import type { LawWords } from '../law-words.js';

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
  sources: (list) => `Sources: ${list}`,
  textAtHand: (day, articles, first, last) => `of ${day}, ${articles} articles, ${first} to ${last}`,
  noText: 'none',
  noTextAtHand: (title, day, url) =>
    `No text of ${chineseTitle(title)} that counts on ${day} is here. ${url === null ? 'Add one' : `Read it at ${url} , or add it`} with \`npx yinju add FILE\`.`,
  noTextHere: (title, day, hasAddress) =>
    `No text of ${chineseTitle(title)} that counts on ${day} is here${hasAddress ? ': read it at the address above' : ''}.`,
  outdated: (day, since) =>
    `The text at hand is of ${day}. A newer one is in force since ${since}; articles may have other numbers and words in it.`,
  provision: (article, paragraph, item, items) => {
    const places = [paragraph, item].filter((part) => part !== null).map((part) => `(${part})`);
    const below = items === undefined ? places : [...places, `(${items[0]})–(${items[1]})`];
    return article === null ? `paragraph ${below.join('')}` : `Article ${article}${below.join('')}`;
  },
  subitem: (subitem) => `(${subitem})`,
  textOfDay: (day) => `text of ${day}`,
  absent: (title, place, day, first, last) =>
    `${chineseTitle(title)} has no ${place} in its text of ${day}, which goes from ${first} to ${last}.`,
  unchecked: (title, place) =>
    `${chineseTitle(title)}, ${place}: cannot be checked, because the text that counts is not here.`,
  uncheckedInOldText: (title, place, { day, first, last, since }) =>
    `${chineseTitle(title)}, ${place}: cannot be checked; the text at hand, of ${day}, goes from ${first} to ${last}, and a newer one is in force since ${since}.`,
  mentions: (shown, all) =>
    shown === all ? `Passages that name it (${all})` : `Passages that name it (the first ${shown} of ${all})`,
  noMentions: 'No passage of the documents names it.',
  citedIn: (shown, all, more) =>
    `Cited in ${more ? 'at least ' : ''}${all} ${all === 1 ? 'passage' : 'passages'}${shown === all ? '' : ` (the first ${shown})`}`,
  citedNowhere: 'No passage of the documents or of other laws cites it.',
  meant: (day, since) =>
    `When this was written, the text of ${day} was in force${since === null ? '' : `; a newer one is in force since ${since}`}.`,
  steps: {
    previous: 'Previous article',
    next: 'Next article',
    chapter: 'Whole chapter',
    citedBy: 'Who cites it',
    citation: 'As a citation',
  },
  known: (count) => `${count} laws and policies are known here:`,
  ambiguous: (name) => `“${name}” may mean several laws. Which one?`,
  unknownLaw: (name) => `“${name}” is the name of no law that is known here.`,
  didYouMean: 'Did you mean',
  howToKnow: '`npx yinju law` lists all that are known; `npx yinju add FILE` adds the text of another.',
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
