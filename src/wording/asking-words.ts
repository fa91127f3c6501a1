/** What is said around asking in Discord: descriptions of commands and options (1 to 100 characters each), and answers. */
export interface AskingWords {
  readonly documentDescription: string;
  readonly kindDescription: string;
  readonly lawDescription: string;
  readonly privateDescription: string;
  readonly verifyDescription: string;
  readonly verifyTextDescription: string;
  /** Name of a message command, 1 to 32 characters. */
  readonly askAboutMessage: string;
  /** Name of a message command, 1 to 32 characters. */
  readonly continueInThread: string;
  /** A thread was opened; whether the bot must be mentioned in it, because it is not sent other messages. */
  readonly threadOpened: (mentionNeeded: boolean) => string;
  readonly threadThere: string;
  /** Not a text channel, or no right to open one. */
  readonly noThreadHere: string;
  /** The message is none of the bot's answers to a question. */
  readonly notAnAnswer: string;
  /** Before what an answer is restricted to. */
  readonly only: string;
  /** Names of the restrictions; each stands before its value, with a space between. */
  readonly restriction: { readonly document: string; readonly kind: string; readonly law: string };
  /** What was typed names no document. */
  readonly noSuchDocument: (typed: string) => string;
  /** Somebody asks about a message of pictures or files alone. */
  readonly noText: string;
  /** A text that is to be verified is too long. */
  readonly tooLong: (length: number, maximum: number) => string;
  /** Before the text that was verified. */
  readonly verified: string;
  /** Under places of a text that did not fit. */
  readonly morePlaces: (places: number) => string;
}
