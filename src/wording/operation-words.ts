/** What is said by the commands that a server needs to run the bot: `/status`, `/sources`, `/help`, `/privacy`, `/insights`. */
export interface OperationWords {
  /** 1 to 100 characters each: descriptions of the commands. */
  readonly statusDescription: string;
  readonly sourcesDescription: string;
  readonly helpDescription: string;
  readonly privacyDescription: string;
  readonly insightsDescription: string;
  readonly status: StatusWords;
  readonly help: HelpWords;
  readonly privacy: PrivacyWords;
  readonly insights: InsightsWords;
}

/** Labels stand before their value, with a colon between. */
export interface StatusWords {
  readonly heading: string;
  readonly documents: string;
  readonly passages: string;
  readonly encoder: string;
  readonly generation: string;
  readonly built: string;
  readonly uptime: string;
  readonly gateway: string;
  readonly answers: string;
  readonly queue: string;
  readonly database: string;
  readonly databaseAnswers: string;
  readonly databaseFails: string;
  /** An instant in UTC, given as YYYY-MM-DD and HH:MM. */
  readonly instant: (day: string, time: string) => string;
  /** Whole days, hours and minutes, each from 0. */
  readonly duration: (days: number, hours: number, minutes: number) => string;
  readonly milliseconds: (milliseconds: number) => string;
  /** Of so many last answers, half took no longer than `median`, 95 of 100 no longer than `slow` (milliseconds). */
  readonly answerTimes: (answers: number, median: number, slow: number) => string;
  readonly notMeasured: string;
  readonly queueSize: (running: number, waiting: number) => string;
}

export interface HelpWords {
  readonly heading: string;
  readonly introduction: string;
  readonly examplesHeading: string;
  /** Questions that the documents that come with the bot answer. */
  readonly examples: readonly string[];
  readonly waysHeading: string;
  readonly ways: readonly string[];
  readonly privacy: string;
}

export interface PrivacyWords {
  readonly heading: string;
  /** What is kept and for how long, one sentence a line. */
  readonly kept: (logsQuestions: boolean, days: number) => readonly string[];
  /** Label of the button that sends everything of the user; of the one that begins the deletion. */
  readonly exportMine: string;
  readonly deleteMine: string;
  readonly exported: (feedback: number, questions: number) => string;
  readonly nothingKept: string;
  /** Before anything is deleted. */
  readonly confirm: string;
  /** Label of the button that deletes. */
  readonly confirmed: string;
  readonly deleted: (feedback: number, questions: number) => string;
}

export interface InsightsWords {
  readonly heading: string;
  /** Labels of the buttons that lead to each list, and headings over it. */
  readonly days: string;
  readonly feedback: string;
  readonly unanswered: string;
  /** Who uses the command without the permission Manage Server. */
  readonly notAllowed: string;
  /** A day with what was asked on it, the parts in a row as `counts` words them. */
  readonly day: (day: string, parts: readonly string[]) => string;
  /** So many questions were answered and so many not; laws found or not; texts found in the documents or not. */
  readonly counts: Readonly<Record<'question' | 'law' | 'verify', (answered: number, unanswered: number) => string>>;
  readonly noQuestions: (days: number) => string;
  readonly helpful: string;
  readonly notHelpful: string;
  /** Before the question that was answered. */
  readonly question: string;
  /** A passage that was shown and is no longer in the documents. */
  readonly passageGone: string;
  /** Of a link to the answer. */
  readonly answerLink: string;
  readonly noFeedback: string;
  /** Stands with a colon before what was asked in another way than as a question. */
  readonly askedAs: Readonly<Record<'law' | 'verify', string>>;
  /** A question that the documents do not answer, asked so many times, last on a day. */
  readonly asked: (question: string, times: number, day: string) => string;
  readonly noUnanswered: string;
  readonly notLogged: string;
  /** Under a list: the number of its page, from 1, of which there may be more. */
  readonly page: (page: number) => string;
}
