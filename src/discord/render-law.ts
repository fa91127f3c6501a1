import type { LawAnswer, LawName } from '../answering/law-answer.js';
import { viewLaw, viewLawName, type LawPassageView, type LawView } from '../wording/law-view.js';
import { viewQuote } from '../wording/quote-view.js';
import type { Words } from '../wording/words.js';
import { clipText } from './clip-text.js';
import { boldMarkdown } from './escape-markdown.js';
import { containerMessage, fitsLimits, separator, textDisplay, type OutgoingMessage } from './message.js';
import { renderNote } from './render-note.js';
import { address, field, renderPassage, subtext } from './render-passage.js';
import { shortenQuote, type ShortenedQuote } from './shorten-quote.js';

/** Code points of one fact of a card, from all that anybody needs to what is left where room is short. */
const FACT_LENGTHS = [400, 150, 60] as const;
const SHORTEST_FACT = 60;

/** Facts of one card; with every one of them at its shortest, the card by itself is within the limits. */
const MOST_FACTS = 12;
const SENTENCE_LENGTH = 200;
const NOTICES = 3;

/** Laws that are offered where a name means several, and code points of each. */
const OFFERED = 10;
const NAME_LENGTH = 120;

const NO_GAPS = { start: false, end: false };

type Passage = Parameters<typeof renderPassage>[0];

/** What a card of a law says beside the passages, at some length of its facts. */
interface Card {
  readonly view: LawView;
  readonly words: Words;
  readonly factLength: number;
}

/** The card of a law; or, where the name means no law or several, those that may have been meant. Within all limits. */
export function renderLawAnswer(answer: LawAnswer, words: Words): OutgoingMessage {
  switch (answer.kind) {
    case 'found':
      return renderLaw(viewLaw(answer, words), words);
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
 * The card of a law as one message: its facts and notices, then the article that was asked for, word for word, or else
 * the passages that name the law. What does not fit is left out in this order: the last passages, with a line that counts
 * them, and the ends of long facts (for an article these first); at last, parts of the one passage left, cut after 。；」
 * only and marked. A citation is never cut.
 */
export function renderLaw(view: LawView, words: Words): OutgoingMessage {
  const passages = passagesOf(view, words);
  const counts = passages.map((_, dropped) => passages.length - dropped);
  const extents =
    view.article.length > 0
      ? counts.flatMap((count) => FACT_LENGTHS.map((factLength) => ({ count, factLength })))
      : FACT_LENGTHS.flatMap((factLength) => counts.map((count) => ({ count, factLength })));
  for (const { count, factLength } of extents) {
    const texts = passages.slice(0, count).map((one) => renderPassage(one, whole(one), ALL, words));
    const message = compose({ view, words, factLength }, texts, passages.length - count);
    if (fitsLimits(message)) return message;
  }
  return withoutAll({ view, words, factLength: SHORTEST_FACT }, passages);
}

const ALL = { alsoIn: 0, notices: NOTICES };
const whole = ({ quote }: Passage): ShortenedQuote => ({ quote, cut: { before: false, after: false } });

/** Some of the first passage, or none: a card with many long facts leaves no room. */
function withoutAll(card: Card, passages: readonly Passage[]): OutgoingMessage {
  const [first] = passages;
  const alone = FACT_LENGTHS.map((factLength) => compose({ ...card, factLength }, [], passages.length));
  const bare = alone.find(fitsLimits) ?? compose(card, [], passages.length);
  if (first === undefined) return bare;
  const withQuote = (quote: ShortenedQuote): OutgoingMessage =>
    compose(card, [renderPassage(first, quote, ALL, card.words)], passages.length - 1);
  const shortened = shortenQuote(first.quote, (quote) => fitsLimits(withQuote(quote)));
  const message = withQuote(shortened);
  return fitsLimits(message) ? message : bare;
}

function passagesOf({ article, mentions }: LawView, words: Words): readonly Passage[] {
  const shown = article.length > 0 ? article : mentions;
  return shown.map((passage: LawPassageView, index) => ({
    ...passage,
    rank: index + 1,
    quote: viewQuote(passage.lines.join('\n'), null, NO_GAPS, words),
    alsoIn: [],
  }));
}

function compose(card: Card, texts: readonly string[], leftOut: number): OutgoingMessage {
  const { view, words } = card;
  return containerMessage([
    textDisplay(cardText(card)),
    separator(),
    textDisplay(sectionText(view)),
    ...texts.flatMap((text) => [separator(), textDisplay(text)]),
    separator(),
    textDisplay(
      [...(leftOut === 0 ? [] : [words.discord.leftOut(leftOut)]), view.disclaimer]
        .map((line) => subtext(field(line, SENTENCE_LENGTH)))
        .join('\n'),
    ),
  ]);
}

function cardText({ view, words, factLength }: Card): string {
  const more = view.facts.length - MOST_FACTS;
  return [
    `### ${field(view.heading)}`,
    ...view.facts
      .slice(0, MOST_FACTS)
      .map(
        ({ label, value }) => `${boldMarkdown(label)}${words.colon}${address(value)[0] ?? field(value, factLength)}`,
      ),
    ...(more > 0 ? [`… (+${more})`] : []),
    ...view.notices.slice(0, NOTICES).map((notice) => boldMarkdown(clipText(notice, SENTENCE_LENGTH))),
  ].join('\n');
}

/** What stands over the passages: the article, and why it is not shown; else that the law is named in them. */
function sectionText({ article, place, problem, mentionsHeading }: LawView): string {
  return [
    ...(place === null ? [] : [`### ${field(place)}`]),
    ...(problem === null ? [] : [field(problem, SENTENCE_LENGTH)]),
    ...(article.length > 0 ? [] : [`### ${field(mentionsHeading)}`]),
  ].join('\n');
}
