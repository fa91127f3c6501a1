import type { AnswerView, PassageView } from '../wording/answer-view.js';
import type { Words } from '../wording/words.js';
import { clipText } from './clip-text.js';
import { escapeMarkdown } from './escape-markdown.js';
import { containerMessage, fitsLimits, separator, textDisplay, type OutgoingMessage } from './message.js';
import { renderPassage, type PassageExtent } from './render-passage.js';
import { shortenQuote, type ShortenedQuote } from './shorten-quote.js';

/** Code points of the question that are shown; the rest of a longer one is replaced by an ellipsis. */
export const SHOWN_QUESTION_LENGTH = 300;

/** How much of an answer a message shows. */
interface Extent {
  readonly passages: number;
  /** Near-identical passages named under each. */
  readonly alsoIn: number;
}

const EVERY_NOTICE = Number.POSITIVE_INFINITY;

/** With no more than these, and every field at its greatest length, there is always room for some of the passage. */
const FEW_NOTICES = 3;

const whole = ({ quote }: PassageView): ShortenedQuote => ({ quote, cut: { before: false, after: false } });

function header(view: AnswerView, words: Words): string {
  const question = clipText(view.question.replace(/\s+/g, ' ').trim(), SHOWN_QUESTION_LENGTH);
  return [
    `-# ${escapeMarkdown(words.answer.question)}`,
    escapeMarkdown(question),
    `### ${escapeMarkdown(view.heading)}`,
    ...(view.strengthLine === null ? [] : [`-# ${escapeMarkdown(view.strengthLine)}`]),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function compose(view: AnswerView, words: Words, texts: readonly string[]): OutgoingMessage {
  const leftOut = view.passages.length - texts.length;
  return containerMessage([
    textDisplay(header(view, words)),
    ...texts.flatMap((text) => [separator(), textDisplay(text)]),
    ...(leftOut === 0 ? [] : [textDisplay(`-# ${escapeMarkdown(words.discord.leftOut(leftOut))}`)]),
  ]);
}

/** From everything to one passage: near-identical passages go first, then the last passages. */
function extents(view: AnswerView): readonly Extent[] {
  const most = Math.max(0, ...view.passages.map(({ alsoIn }) => alsoIn.length));
  return [
    ...Array.from({ length: most + 1 }, (_, dropped) => ({ passages: view.passages.length, alsoIn: most - dropped })),
    ...view.passages.slice(1).map((_, dropped) => ({ passages: view.passages.length - 1 - dropped, alsoIn: 0 })),
  ];
}

/**
 * An answer as one message within all of Discord's limits, whatever its length. What does not fit is left out in this
 * order: near-identical passages; the last passages, with a line that counts them; at last, parts of the one passage
 * left, cut after 。；」 only and marked. A citation is never cut.
 */
export function renderAnswer(view: AnswerView, words: Words): OutgoingMessage {
  for (const { passages, alsoIn } of extents(view)) {
    const texts = view.passages
      .slice(0, passages)
      .map((one) => renderPassage(one, whole(one), { alsoIn, notices: EVERY_NOTICE }, words));
    const message = compose(view, words, texts);
    if (fitsLimits(message)) return message;
  }
  const [first] = view.passages;
  if (first === undefined) return compose(view, words, []);
  const shortenedTo = (extent: PassageExtent): OutgoingMessage => {
    const withQuote = (quote: ShortenedQuote): OutgoingMessage =>
      compose(view, words, [renderPassage(first, quote, extent, words)]);
    return withQuote(shortenQuote(first.quote, (quote) => fitsLimits(withQuote(quote))));
  };
  const shortened = shortenedTo({ alsoIn: 0, notices: EVERY_NOTICE });
  return fitsLimits(shortened) ? shortened : shortenedTo({ alsoIn: 0, notices: FEW_NOTICES });
}
