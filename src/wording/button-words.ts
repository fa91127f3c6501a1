import type { AnswerButtonWords } from './answer-button-words.js';

/** Labels of buttons (1 to 80 characters each) beside those of `LawWords.steps`, and what is said when one is pressed. */
export interface ButtonWords {
  readonly answer: AnswerButtonWords;
  readonly copy: string;
  readonly previousPage: string;
  readonly nextPage: string;
  /** Under a text of several pages; both from 1. */
  readonly page: (page: number, pages: number) => string;
  /** Over the forms of a citation that may be copied. */
  readonly plainForm: string;
  readonly nationalStandardForm: string;
  /** A text in another script, made by a program: what leads to it, what stands over it, and what it is. */
  readonly conversion: { readonly label: string; readonly heading: string; readonly explanation: string };
  /** The law was shown once, and is known no more. */
  readonly lawGone: string;
  /** `place` is worded already; the text at hand no longer has it. */
  readonly articleGone: (place: string) => string;
  /** The text of the article is not what it was when the message with the button was written. */
  readonly textChanged: string;
  /** There is no article before the first, or after the last. */
  readonly noFurtherArticle: string;
  /** The button is of a version of the bot that this one does not understand. */
  readonly unknown: string;
}
