import type { CarriedError } from './carried-error.js';

/** What the thread of the engine is told. */
export type ToThread =
  | {
      readonly kind: 'call';
      /** Counts up from 1 within one thread. */
      readonly id: number;
      readonly method: string;
      /** Plain data; null where the signal stood. */
      readonly values: readonly unknown[];
      /** Where among the values the thread must put a signal of its own; null where the caller gave none. */
      readonly signalAt: number | null;
    }
  /** The caller no longer wants the result. The call ends all the same, with a result or an error. */
  | { readonly kind: 'abort'; readonly id: number }
  /** End: every call is aborted, the engine closed, the thread left. Also ends an engine that is just being opened. */
  | { readonly kind: 'close' };

/** What the thread of the engine says. */
export type FromThread =
  /** Sentences and progress for whoever waits for the engine to open. */
  | { readonly kind: 'notice'; readonly message: string }
  | { readonly kind: 'progress'; readonly stage: string; readonly done: number; readonly total: number }
  /** The engine is open and answers from this generation. */
  | { readonly kind: 'ready'; readonly generation: string }
  /** It could not be opened; the thread ends. */
  | { readonly kind: 'failed'; readonly error: CarriedError }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: CarriedError };

/** Told what the opening of an engine does, in sentences and numbers. */
export interface OpeningReporter {
  notice(message: string): void;
  progress(stage: string, done: number, total: number): void;
}
