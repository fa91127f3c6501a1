import type { Engine } from '../answering/engine.js';
import type { Clock } from '../shared/clock.js';
import type { Split } from '../evaluation/question-split.js';
import type { AddedTexts } from '../laws/library/library.js';
import type { Removal } from '../laws/library/remove-from-library.js';
import type { Operations } from '../operations/operations.js';
import type { SearchMode } from '../retrieval/search-mode.js';
import type { Language } from '../shared/language.js';
import type { Restored } from '../store/contract/store.js';
import type { DoctorProbes } from './doctor-checks.js';
import type { ModelsReport } from './models-report.js';

/** Told what a long work does, so that somebody who waits knows for what. */
export interface WorkReporter {
  /** One sentence that the user should read. */
  notice(message: string): void;
  /** How much of `total` is done; `done` never falls within one stage. */
  progress(stage: string, done: number, total: number): void;
}

/** Where nobody waits. */
export const SILENT_REPORTER: WorkReporter = { notice: () => undefined, progress: () => undefined };

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
  readonly clock: Clock;
  /** True where `start` runs the bot. */
  readonly hasDiscordToken: boolean;
  /**
   * Opens the index. Where there is none that can be used, or the documents changed, it is built first, with a notice.
   */
  openEngine(reporter: WorkReporter, signal: AbortSignal): Promise<Engine>;
  /**
   * The same in a thread of its own, for what must never be kept waiting: it is started again when it crashes, and takes
   * up documents and generations that come while it runs.
   */
  openThreadedEngine(reporter: WorkReporter, signal: AbortSignal): Promise<Engine>;
  /** Builds the index, or brings it up to date: unchanged passages are not encoded again. */
  refreshIndex(reporter: WorkReporter, signal: AbortSignal): Promise<IndexReport>;
  /**
   * Copies the texts of laws at a path into the library and brings the index up to date.
   * @throws LibraryError where there is nothing to add
   */
  addTexts(
    path: string,
    reporter: WorkReporter,
    signal: AbortSignal,
  ): Promise<{ readonly texts: AddedTexts; readonly index: IndexReport }>;
  /**
   * Takes texts out of the library and brings the index up to date; a folder, or all, only where that is confirmed.
   * @throws UsageError where it is not · LibraryError where there is no such text
   */
  removeTexts(
    removal: Removal,
    confirmed: boolean,
    reporter: WorkReporter,
    signal: AbortSignal,
  ): Promise<{ readonly files: readonly string[]; readonly index: IndexReport }>;
  /** Measures the answers to a set of questions: tables to read, the same as Markdown, and as a value. */
  evaluate(request: EvaluateOptions, reporter: WorkReporter, signal: AbortSignal): Promise<EvaluationOutcome>;
  /** The encoder that the settings name; null where they name none. */
  readonly modelSetting: string | null;
  /** The encoders that are known or at hand, and the one in use. */
  listModels(): Promise<ModelsReport>;
  /**
   * Loads the encoder of the settings (downloads it where need be), brings the index up to date with it, and notes that it
   * is the one for this index. Until then the old one serves; what fails leaves it so.
   */
  useModel(
    reporter: WorkReporter,
    signal: AbortSignal,
  ): Promise<{ readonly model: string; readonly index: IndexReport }>;
  /** Registers the commands with Discord; the value says what was, or would be, registered. */
  deployCommands(options: DeployOptions, reporter: WorkReporter, signal: AbortSignal): Promise<unknown>;
  /**
   * Opens the port for those who operate the bot, where the settings name one. The caller closes it last.
   * @param isShard whether this process is one of several of a bot: then its manager has the port
   * @throws OperationsPortError
   */
  openOperations(isShard: boolean, signal: AbortSignal): Promise<Operations>;
  /**
   * Where Discord wants a bot of this size divided, runs its shards, each as a process of its own with this command line,
   * until the signal is aborted. @returns false at once where one process is enough
   */
  runShards(commandLine: readonly string[], operations: Operations, signal: AbortSignal): Promise<boolean>;
  /** Answers in Discord until the signal is aborted. */
  runBot(engine: Engine, operations: Operations, signal: AbortSignal): Promise<void>;
  /** Whether the database of the bot may hold something. */
  storeExists(): Promise<boolean>;
  /** Everything in the database of the bot as a file. @throws UsageError where there is none yet */
  backUpStore(signal: AbortSignal): Promise<Uint8Array>;
  /** Puts such a file in the place of everything in the database, which is made where it is missing. */
  restoreStore(file: Uint8Array, signal: AbortSignal): Promise<Restored>;
  /** The link by which an administrator adds the bot to a server. */
  invite(): Promise<Invite>;
  doctorProbes(signal: AbortSignal): DoctorProbes;
}

export interface Invite {
  readonly link: string;
  /** The number of the permissions in it. */
  readonly permissions: string;
}

export interface EvaluateOptions {
  /** Null for the questions that come with Yinju. */
  readonly questionFile: string | null;
  readonly split: Split;
  readonly mode: SearchMode;
}

export interface EvaluationOutcome {
  readonly lines: readonly string[];
  readonly markdown: string;
  readonly value: unknown;
}
