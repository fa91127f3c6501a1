/** Labels of the buttons under an answer (1 to 80 characters each), and what is said when one is pressed. */
export interface AnswerButtonWords {
  /** Beside a passage; its number, from 1, tells it from the other passages for who hears the label alone. */
  readonly context: (rank: number) => string;
  readonly more: string;
  readonly previous: string;
  readonly citations: string;
  readonly share: string;
  readonly helpful: string;
  readonly unhelpful: string;
  readonly remove: string;
  /** To the paragraphs before those that are shown, and to those after them. */
  readonly earlier: string;
  readonly later: string;
  /** Which passages of the answer a later page shows, after its heading; both from 1. */
  readonly ranks: (from: number, to: number) => string;
  /** Over the paragraphs before the passage, over itself, and over those after it. */
  readonly before: string;
  readonly itself: string;
  readonly after: string;
  /** The paragraphs that are shown are the first, or the last, of their document. */
  readonly beginning: string;
  readonly end: string;
  /** `member` is a mention of whoever shared the answer. */
  readonly sharedBy: (member: string) => string;
  /** A vote was kept. */
  readonly thanks: { readonly helpful: string; readonly unhelpful: string };
  readonly withdrawn: string;
  /** Somebody else wants an answer deleted. */
  readonly notYours: string;
  /** The passage stands nowhere any more, nor anything like it. */
  readonly gone: string;
  /** Before what a search for the text of a passage brings that has other words now. */
  readonly changed: string;
  /** The text still stands where it stood, but its passage begins or ends elsewhere. */
  readonly cutAnew: string;
  /** Numbers of the passages whose citation cannot be given, because they are gone or have changed. */
  readonly citationsGone: (ranks: string) => string;
  /** There are no passages, or no paragraphs, on this side. */
  readonly noFurther: string;
  /** The message does not show what was asked. */
  readonly questionUnknown: string;
  /** There may be further passages, and the question is too long for the message to keep it for a button. */
  readonly tooLongForMore: string;
  /** Later passages are shown, and those before them are not those that the message shows. */
  readonly reordered: string;
}
