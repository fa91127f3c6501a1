import type { Engine } from '../answering/engine.js';
import type { AddedTexts } from '../laws/library.js';
import type { Language } from '../shared/language.js';
import type { DoctorProbes } from './doctor-checks.js';

/** Told what a long work does, so that somebody who waits knows for what. */
export interface WorkReporter {
  /** One sentence that the user should read. */
  notice(message: string): void;
  /** How much of `total` is done; `done` never falls within one stage. */
  progress(stage: string, done: number, total: number): void;
}

/** What came of building or refreshing the index. */
export interface IndexReport {
  readonly generation: string;
  /** False where the index already was what it should be. */
  readonly changed: boolean;
  readonly documents: number;
  readonly passages: number;
  /** Passages that went through the encoder, and those whose vectors were taken over from the index before. */
  readonly encoded: number;
  readonly reused: number;
  /** Ids of the documents that are no longer there. */
  readonly removed: readonly string[];
  readonly milliseconds: number;
}

export interface DeployOptions {
  /** Id of one server, or null for the commands of every server. */
  readonly guild: string | null;
  /** Only says what would be registered. */
  readonly dryRun: boolean;
}

/** All that commands can do, with the settings already read. `app.ts` makes it of the real parts, tests of fakes. */
export interface Application {
  /** In which Yinju speaks before it has read a question. */
  readonly language: Language;
  /** True where `start` runs the bot. */
  readonly hasDiscordToken: boolean;
  /**
   * Opens the index. Where there is none that can be used, or the documents changed, it is built first, with a notice.
   */
  openEngine(reporter: WorkReporter, signal: AbortSignal): Promise<Engine>;
  /** Builds the index, or brings it up to date: unchanged passages are not encoded again. */
  refreshIndex(reporter: WorkReporter, signal: AbortSignal): Promise<IndexReport>;
  /**
   * Copies the texts of laws at a path into the library and brings the index up to date.
   * @throws LibraryError where there is nothing to add; UsageError where there is no library
   */
  addTexts(
    path: string,
    reporter: WorkReporter,
    signal: AbortSignal,
  ): Promise<{ readonly texts: AddedTexts; readonly index: IndexReport }>;
  /** Takes the text of a document out of the library and brings the index up to date. @throws as `addTexts` */
  removeText(
    id: string,
    reporter: WorkReporter,
    signal: AbortSignal,
  ): Promise<{ readonly file: string; readonly index: IndexReport }>;
  /** Measures the answers to a set of questions: a table to read, and the same as a value. */
  evaluate(questionFile: string | null, reporter: WorkReporter, signal: AbortSignal): Promise<EvaluationOutcome>;
  /** Registers the commands with Discord; the value says what was, or would be, registered. */
  deployCommands(options: DeployOptions, signal: AbortSignal): Promise<unknown>;
  /** Answers in Discord until the signal is aborted. */
  runBot(engine: Engine, signal: AbortSignal): Promise<void>;
  doctorProbes(signal: AbortSignal): DoctorProbes;
}

export interface EvaluationOutcome {
  readonly lines: readonly string[];
  readonly value: unknown;
}
