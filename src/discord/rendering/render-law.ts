import type { LawAnswer, LawName } from '../../answering/law/law-answer.js';
import type { AnswerView } from '../../wording/views/answer-view.js';
import { viewLaw, viewLawName, type LawPassageView, type LawView } from '../../wording/views/law-view.js';
import { viewQuote } from '../../wording/views/quote-view.js';
import type { Words } from '../../wording/words.js';
import type { ButtonRow } from '../buttons/button-row.js';
import { lawButtonRows, type LawCardOrigin } from '../buttons/law-buttons.js';
import { clipText } from './clip-text.js';
import { boldMarkdown } from './escape-markdown.js';
import { containerMessage, fitsLimits, separator, textDisplay, type OutgoingMessage } from './message.js';
import { renderNote } from './render-note.js';
import { address, field, renderPassage, subtext } from './render-passage.js';
import { shortenQuote, type ShortenedQuote } from './shorten-quote.js';

/** Code points of one fact of a card, from all that anybody needs to what is left where room is short. */
const FACT_LENGTHS = [400, 150, 60] as const;
const SHORTEST_FACT = 60;

/**
 * Facts of one card; and those of a card whose other lines are long and full of marks that must be escaped, which with these at
 * their shortest is within the limits whatever it says.
 */
const MOST_FACTS = 12;
const LEAST_FACTS = 2;
const SENTENCE_LENGTH = 200;
const NOTICES = 3;

/** A line at the foot: the places that facts were read in are the longest. */
const SOURCES_LENGTH = 400;

/** Laws that are offered where a name means several, and code points of each. */
const OFFERED = 10;
const NAME_LENGTH = 120;

/** Code points of the question that are shown. */
const QUESTION_LENGTH = 300;

type Passage = Parameters<typeof renderPassage>[0];

/** Passages under one heading. */
interface Group {
  /** Markdown. */
  readonly heading: string;
  readonly passages: readonly Passage[];
}

/** The card of a law with all that is to stand under it. */
interface Card {
  readonly view: LawView;
  readonly words: Words;
  readonly groups: readonly Group[];
  readonly rows: readonly ButtonRow[];
}

/** How much of a card a message shows. */
interface Extent {
  /** Passages, over all groups, the first ones. */
  readonly count: number;
  /** The first facts. */
  readonly facts: number;
  readonly factLength: number;
}

/** How a card was asked for. */
export interface LawAsked extends LawCardOrigin {
  /** What must be said over the card beside its own notices, as whole sentences. */
  readonly notices: readonly string[];
}

/** The card of a law; or, where the name means no law or several, those that may have been meant. Within all limits. */
export function renderLawAnswer(answer: LawAnswer, words: Words, asked: LawAsked): OutgoingMessage {
  switch (answer.kind) {
    case 'found': {
      const view = viewLaw(answer, words);
      const notices = [...asked.notices, ...view.readerNotices];
      return renderLaw({ ...view, notices }, words, lawButtonRows(answer, asked, words));
    }
    case 'ambiguous':
      return renderOffer(words.law.ambiguous(clipText(answer.name, NAME_LENGTH)), answer.candidates, words);
    case 'unknown': {
      const heading = words.law.unknownLaw(clipText(answer.name, NAME_LENGTH));
      if (answer.near.length === 0) return renderNote([heading]);
      return renderOffer(`${heading}\n${words.law.didYouMean}${words.colon}`, answer.near, words);
    }
  }
}

function renderOffer(heading: string, laws: readonly LawName[], words: Words): OutgoingMessage {
  const shown = laws.slice(0, OFFERED).map((law) => `- ${clipText(viewLawName(law, words), NAME_LENGTH)}`);
  return renderNote([heading, ...shown, ...(laws.length > OFFERED ? [`… (+${laws.length - OFFERED})`] : [])]);
}

/**
 * The card of a law as one message: its facts and notices, then the article that was asked for, word for word, then the
 * passages that match what was asked of it; where neither was asked for, the passages that name it. What does not fit is
 * left out in this order: the last passages, with a line that counts them, and the ends of long facts (where something was
 * asked for these first); then parts of the one passage left, cut after 。；」 only and marked; at last facts, with a line that
 * counts them, and that passage. Notices, citations and the disclaimer are never cut.
 */
export function renderLaw(view: LawView, words: Words, rows: readonly ButtonRow[]): OutgoingMessage {
  const card: Card = { view, words, groups: groupsOf(view, words), rows };
  const all = card.groups.flatMap(({ passages }) => passages);
  const counts = all.map((_, dropped) => all.length - dropped);
  const extents = isAskedFor(view)
    ? counts.flatMap((count) => FACT_LENGTHS.map((factLength) => ({ count, factLength })))
    : FACT_LENGTHS.flatMap((factLength) => counts.map((count) => ({ count, factLength })));
  for (const extent of extents) {
    const message = compose(card, { ...extent, facts: MOST_FACTS }, (one) =>
      renderPassage(one, whole(one), ALL, words),
    );
    if (fitsLimits(message)) return message;
  }
  return shortest(card, all[0]);
}

const ALL = { alsoIn: 3, notices: NOTICES };
const ONLY_ITSELF = { alsoIn: 0, notices: NOTICES };
const whole = ({ quote }: Passage): ShortenedQuote => ({ quote, cut: { before: false, after: false } });

/** Some of the first passage, or none: a card with many long facts leaves no room. */
function shortest(card: Card, first: Passage | undefined): OutgoingMessage {
  const quoting = first === undefined ? null : quotingSomeOf(first, card);
  if (quoting !== null) return quoting;
  const alone = (facts: number, factLength: number): OutgoingMessage =>
    compose(card, { count: 0, facts, factLength }, () => '');
  return FACT_LENGTHS.map((length) => alone(MOST_FACTS, length)).find(fitsLimits) ?? alone(LEAST_FACTS, SHORTEST_FACT);
}

/** The card with as much of a passage as fits, which goes before facts where it was asked for; null where nothing of it fits. */
function quotingSomeOf(first: Passage, card: Card): OutgoingMessage | null {
  for (const facts of isAskedFor(card.view) ? [MOST_FACTS, LEAST_FACTS] : [MOST_FACTS]) {
    const extent = { count: 1, facts, factLength: SHORTEST_FACT };
    const quoting = (quote: ShortenedQuote): OutgoingMessage =>
      compose(card, extent, (one) => renderPassage(one, quote, ONLY_ITSELF, card.words));
    const message = quoting(shortenQuote(first.quote, (quote) => fitsLimits(quoting(quote))));
    if (fitsLimits(message)) return message;
  }
  return null;
}

/** Whether an article or an answer was wanted, and not the law as a whole. */
const isAskedFor = ({ article, answer }: LawView): boolean => article.length > 0 || answer !== null;

function groupsOf(view: LawView, words: Words): readonly Group[] {
  const { place, section, problem, article, answer, mentions, mentionsHeading } = view;
  const placeLines = [
    ...(place === null ? [] : [`### ${field(place)}`]),
    ...(section === null ? [] : [subtext(field(section))]),
    ...(problem === null ? [] : [field(problem, SENTENCE_LENGTH)]),
  ];
  const quoted = article.map((passage, index) => asPassage(passage, index + 1, words));
  const own = placeLines.length === 0 ? [] : [{ heading: placeLines.join('\n'), passages: quoted }];
  if (answer !== null) {
    const others = answer.passages.filter(({ id }) => !article.some((one) => one.id === id));
    const passages = others.map((passage, index) => ({ ...passage, rank: quoted.length + index + 1 }));
    return [...own, { heading: answerHeading(answer, words), passages }];
  }
  if (quoted.length > 0) return own;
  const heading = [...placeLines, `### ${field(mentionsHeading)}`].join('\n');
  return [{ heading, passages: mentions.map((passage, index) => asPassage(passage, index + 1, words)) }];
}

function asPassage(passage: LawPassageView, rank: number, words: Words): Passage {
  const quote = viewQuote(passage.lines.join('\n'), null, passage.gaps, words);
  return { ...passage, rank, quote, alsoIn: [] };
}

function answerHeading({ question, heading, strengthLine }: AnswerView, words: Words): string {
  return [
    subtext(field(words.answer.question)),
    field(question, QUESTION_LENGTH),
    `### ${field(heading)}`,
    ...(strengthLine === null ? [] : [subtext(field(strengthLine))]),
  ].join('\n');
}

function compose(card: Card, extent: Extent, render: (passage: Passage) => string): OutgoingMessage {
  const { count, factLength } = extent;
  const { view, words, groups, rows } = card;
  const all = groups.reduce((sum, { passages }) => sum + passages.length, 0);
  let room = count;
  const shown = groups.flatMap(({ heading, passages }) => {
    const here = passages.slice(0, room);
    room -= here.length;
    return [heading, ...here.map(render)];
  });
  const foot = [
    ...(all === count ? [] : [words.discord.leftOut(all - count)]),
    ...(view.sources === null ? [] : [clipText(view.sources, factLength)]),
    view.disclaimer,
  ];
  return containerMessage([
    textDisplay(cardText(card, extent)),
    ...shown.flatMap((text) => [separator(), textDisplay(text)]),
    separator(),
    textDisplay(foot.map((line) => subtext(field(line, SOURCES_LENGTH))).join('\n')),
    ...rows,
  ]);
}

function cardText({ view, words }: Card, { facts, factLength }: Extent): string {
  const more = view.facts.length - facts;
  return [
    `### ${field(view.heading)}`,
    ...view.facts
      .slice(0, facts)
      .map(
        ({ label, value }) => `${boldMarkdown(label)}${words.colon}${address(value)[0] ?? field(value, factLength)}`,
      ),
    ...(more > 0 ? [`… (+${more})`] : []),
    ...view.notices
      .slice(0, NOTICES)
      .map((notice) => boldMarkdown(clipText(notice, Math.max(factLength, SENTENCE_LENGTH)))),
  ].join('\n');
}
