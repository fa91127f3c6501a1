import type { AnswerView, PassageView } from '../../wording/views/answer-view.js';
import type { Words } from '../../wording/words.js';
import { answerButtonRows, contextButton, type AnswerButtons } from '../buttons/answer-buttons.js';
import { clipText } from './clip-text.js';
import { boldMarkdown, escapeMarkdown } from './escape-markdown.js';
import { containerMessage, fitsLimits, section, separator, textDisplay, type OutgoingMessage } from './message.js';
import { passageBody, passageHead, type PassageExtent } from './render-passage.js';
import { sharedMessage } from './shared-message.js';
import { isShownWhole, questionLines, questionRest, type Restriction } from './shown-question.js';
import { shortenQuote, type ShortenedQuote } from './shorten-quote.js';

/** How an answer is to be shown. */
export interface AnswerAsked {
  /** What the question was restricted to. */
  readonly restriction: Restriction;
  /** What must be said over the passages, as whole sentences. */
  readonly notices: readonly string[];
  readonly buttons: Omit<AnswerButtons, 'questionShown'>;
}

/** How much of an answer a message shows. */
interface Extent {
  readonly passages: number;
  /** Near-identical passages named under each. */
  readonly alsoIn: number;
}

/** What a message is made of. */
interface Parts {
  /** Texts of the first passages, as many as are shown. */
  readonly bodies: readonly string[];
  /** Whether what the head leaves out of a long question stands under the passages. */
  readonly wholeQuestion: boolean;
}

/** An answer in words, and how it is to be shown. */
interface Shown {
  readonly view: AnswerView;
  readonly words: Words;
  readonly asked: AnswerAsked;
}

const EVERY_NOTICE = Number.POSITIVE_INFINITY;

/** With no more than these, and every field at its greatest length, there is always room for some of the passage. */
const FEW_NOTICES = 3;

/** Code points of a sentence over the passages. */
const NOTICE_LENGTH = 200;

/**
 * Between so many passages there is room for lines: with more there would be too many components. With fewer there is room for
 * another one under them.
 */
const MOST_RULED = 6;

/** As long as an id of Discord can be: 64 bits in decimal digits. */
const LONGEST_USER = '9'.repeat(20);

const whole = ({ quote }: PassageView): ShortenedQuote => ({ quote, cut: { before: false, after: false } });

/** @param shown how many passages the message shows */
function header({ view, words, asked }: Shown, shown: number): string {
  const { restriction, notices, buttons } = asked;
  const part = words.discord.buttons.answer.ranks(buttons.offset + 1, buttons.offset + shown);
  const isPart = buttons.offset > 0 && shown > 0;
  const heading = isPart ? `${view.heading.replace(/[:：]$/u, '')}${words.colon}${part}` : view.heading;
  return [
    ...questionLines({ question: view.question, understood: view.understood, restriction }, words),
    `### ${escapeMarkdown(heading)}`,
    ...(view.strengthLine === null ? [] : [`-# ${escapeMarkdown(view.strengthLine)}`]),
    ...notices.map((notice) => boldMarkdown(clipText(notice, NOTICE_LENGTH))),
  ].join('\n');
}

function compose(shown: Shown, { bodies, wholeQuestion }: Parts): OutgoingMessage {
  const { view, words, asked } = shown;
  const leftOut = view.passages.length - bodies.length;
  const buttons = { ...asked.buttons, questionShown: wholeQuestion || isShownWhole(view) };
  const goesOn = view.passages.length >= buttons.size || leftOut > 0;
  const rest = wholeQuestion ? questionRest(view, words) : [];
  const { tooLongForMore } = words.discord.buttons.answer;
  return containerMessage([
    textDisplay(header(shown, bodies.length)),
    ...view.passages.slice(0, bodies.length).flatMap((passage, at) => {
      const [button] = contextButton(passage, words);
      const head = passageHead(passage);
      return [
        ...(bodies.length > MOST_RULED ? [] : [separator()]),
        button === undefined ? textDisplay(head) : section(head, button),
        textDisplay(bodies[at] ?? ''),
      ];
    }),
    ...(leftOut === 0 ? [] : [textDisplay(`-# ${escapeMarkdown(words.discord.leftOut(leftOut))}`)]),
    ...(goesOn && !buttons.questionShown ? [textDisplay(`-# ${escapeMarkdown(tooLongForMore)}`)] : []),
    ...(rest.length === 0 ? [] : [textDisplay(rest.join('\n'))]),
    // What follows is of the whole answer, not of its last passage.
    ...(bodies.length > 0 && bodies.length < MOST_RULED ? [separator()] : []),
    ...(bodies.length === 0 ? [] : answerButtonRows({ count: bodies.length, goesOn }, buttons, words)),
  ]);
}

/** What nobody else sees can be shared: then there is a line more. */
function fits(message: OutgoingMessage, { words, asked }: Shown): boolean {
  return fitsLimits(asked.buttons.hidden ? sharedMessage(message.components[0], LONGEST_USER, words) : message);
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
 * order: near-identical passages; the last passages, with a line that counts them; the end of a long question, with a line
 * that says what that costs; at last, parts of the one passage left, cut after 。；」 only and marked. A citation is never
 * cut. The question stands where `readShownQuestion` finds it,
 * and the passages where `shownPassages` does. Beside each passage stands the button for its context, in a row under them those
 * for the answer; where there are no passages there are no buttons.
 */
export function renderAnswer(view: AnswerView, words: Words, asked: AnswerAsked): OutgoingMessage {
  const answer: Shown = { view, words, asked };
  for (const wholeQuestion of isShownWhole(view) ? [true] : [true, false])
    for (const { passages, alsoIn } of extents(view)) {
      const bodies = view.passages
        .slice(0, passages)
        .map((one) => passageBody(one, whole(one), { alsoIn, notices: EVERY_NOTICE }, words));
      const message = compose(answer, { bodies, wholeQuestion });
      if (fits(message, answer)) return message;
    }
  const [first] = view.passages;
  if (first === undefined) return compose(answer, { bodies: [], wholeQuestion: false });
  const shortenedTo = (extent: PassageExtent): OutgoingMessage => {
    const withQuote = (quote: ShortenedQuote): OutgoingMessage =>
      compose(answer, { bodies: [passageBody(first, quote, extent, words)], wholeQuestion: false });
    return withQuote(shortenQuote(first.quote, (quote) => fits(withQuote(quote), answer)));
  };
  const shortened = shortenedTo({ alsoIn: 0, notices: EVERY_NOTICE });
  return fits(shortened, answer) ? shortened : shortenedTo({ alsoIn: 0, notices: FEW_NOTICES });
}
