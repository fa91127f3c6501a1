import type { Strength } from '../answering/answer.js';
import type { DocumentKind } from '../documents/document-kind.js';
import type { AskingWords } from './asking-words.js';
import type { ButtonWords } from './button-words.js';
import type { LawWords } from './law-words.js';
import type { OperationWords } from './operation-words.js';
import type { SettingWords } from './setting-words.js';

/** The languages that Yinju speaks. Questions in any other language are answered in English words. */
export const WORDED_LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'] as const;

export type WordedLanguage = (typeof WORDED_LANGUAGES)[number];

/**
 * Every phrase that a user reads, in one language. Plain text: no colours, no markdown, no line breaks but where a
 * member says so. Phrases never claim to be "the answer": they speak of passages that match.
 */
export interface Words {
  readonly language: WordedLanguage;
  /** Between parts of one line that are of different sorts: speaker, kind, date. */
  readonly partSeparator: string;
  /** Between names of one sort. */
  readonly listSeparator: string;
  /** After a phrase that announces what follows. */
  readonly colon: string;
  /** Shown outside a quotation where the source itself has lost text. */
  readonly gapMark: string;
  readonly kinds: Readonly<Record<DocumentKind, string>>;
  readonly unknown: {
    readonly speaker: string;
    readonly kind: string;
    readonly date: string;
  };
  readonly date: {
    /** One day, given as YYYY-MM-DD. */
    readonly day: (day: string) => string;
    /** First and last possible day, each YYYY-MM-DD. */
    readonly range: (from: string, to: string) => string;
  };
  /** A date or a name (already worded) that the document does not state. */
  readonly inferred: (fact: string) => string;
  readonly answer: AnswerWords;
  readonly citation: CitationWords;
  readonly notice: NoticeWords;
  readonly law: LawWords;
  readonly verification: VerificationWords;
  readonly sources: {
    /** Above the list of documents. */
    readonly heading: (documents: number, passages: number) => string;
    readonly passages: (count: number) => string;
    /** Above the texts of laws among them. */
    readonly lawTexts: (count: number) => string;
    readonly none: string;
  };
  readonly problem: ProblemWords;
  readonly chat: ChatWords;
  readonly discord: DiscordWords;
}

export interface AnswerWords {
  /** Over the passages of an answered question. */
  readonly match: string;
  /** Over the passages of a question that the documents do not answer. */
  readonly nearest: string;
  /** The same where not even a near passage was found. */
  readonly nothing: string;
  readonly strength: Readonly<Record<Strength, string>>;
  /** Before the question as it was asked. */
  readonly question: string;
  /** Before what a follow-up was understood as. */
  readonly understood: string;
  /** Before the end of a long question, of which the beginning stands over the answer. */
  readonly questionRest: string;
  /** Before near-identical passages of other places. */
  readonly alsoIn: string;
  /** Label of the control that shows the neighbours of a passage. */
  readonly readInContext: string;
  /** Label of the control that shows further passages. */
  readonly more: string;
  /** Over a passage with its neighbours. */
  readonly context: string;
  /** The passage may have gone since it was shown. */
  readonly contextGone: string;
}

export interface CitationWords {
  /** Before the headings under which a passage stands. */
  readonly section: string;
  readonly page: (page: number) => string;
  /** File with the first digits of the checksum of its text. */
  readonly source: (file: string, shortSha256: string) => string;
  /** Title of a document, quoted as the language does it. */
  readonly title: (title: string) => string;
}

export interface NoticeWords {
  /** Titles as they are, days as YYYY-MM-DD. */
  readonly ruleReplaced: (title: string, replacedByTitle: string, since: string | null) => string;
  readonly ruleAmended: (title: string, since: string | null) => string;
  readonly ruleModified: (title: string, byTitle: string, since: string | null) => string;
  /** The quotation is from the text of `day`; a newer one is in force since `since`, YYYY-MM-DD. */
  readonly textOutdated: (title: string, day: string | null, since: string) => string;
  readonly abstract: string;
  readonly gap: string;
}

export interface VerificationWords {
  readonly verbatim: string;
  readonly equivalent: string;
  readonly different: string;
  readonly absent: string;
  /** The text stands there, but the rest of its clause holds a negation. */
  readonly leavesOutNegation: string;
  /** A negation or a number differs. */
  readonly changesMeaning: string;
  /** Name of the marked parts that only the documents have. */
  readonly missing: string;
  /** Name of the marked parts that only the checked text has. */
  readonly added: string;
}

/** What is said when a question cannot be asked, or could not be answered. */
export interface ProblemWords {
  readonly empty: string;
  readonly noWords: string;
  readonly tooLong: (length: number, maximum: number) => string;
  /** Something failed inside; the reader cannot repair it. */
  readonly failure: string;
  readonly tooSlow: string;
}

export interface ChatWords {
  /** Lines shown when the chat opens. */
  readonly welcome: (documents: number, passages: number) => readonly string[];
  readonly help: readonly string[];
  readonly prompt: string;
  readonly noQuestionYet: string;
  readonly noMore: string;
  readonly noSuchPassage: (rank: number, passages: number) => string;
  readonly moreHint: (rest: number) => string;
  readonly goodbye: string;
}

export interface DiscordWords {
  /** 1 to 100 characters: description of the command `/ask`. */
  readonly askDescription: string;
  /** 1 to 100 characters: description of its option `question`. */
  readonly questionDescription: string;
  /** 1 to 100 characters each: descriptions of the command `/law` and of its options. */
  readonly lawDescription: string;
  readonly lawNameDescription: string;
  readonly articleDescription: string;
  readonly asOfDescription: string;
  /** 1 to 100 characters: description of the option `question` of a command about one law. */
  readonly lawQuestionDescription: string;
  /** Description of the command of one law; a long title is shortened with it. `title` is in the language of the words. */
  readonly oneLawDescription: (title: string) => string;
  /** Somebody uses a command that this version, or its settings, no longer has. */
  readonly commandGone: string;
  /** Who asked too often has to wait, in whole seconds from 1; the same for everybody of a server. */
  readonly coolDown: (seconds: number) => string;
  readonly serverCoolDown: (seconds: number) => string;
  /** More questions wait than can be answered in good time. */
  readonly busy: string;
  readonly buttons: ButtonWords;
  readonly asking: AskingWords;
  readonly operation: OperationWords;
  readonly settings: SettingWords;
  /** What was typed is no day of the calendar. */
  readonly badDate: (typed: string) => string;
  /** Lines that answer a mention without a question. */
  readonly help: readonly string[];
  /** Under an answer whose later passages do not fit into one message. */
  readonly leftOut: (passages: number) => string;
  /** Instead of the rest of a passage that does not fit. */
  readonly shortened: string;
}
