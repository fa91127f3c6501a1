import { setTimeout } from 'node:timers/promises';

/** Resolves after so many milliseconds; rejects when the signal is aborted. Injected, so that tests need not wait. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<unknown>;

/** With a timer of this machine. */
export const systemPause: Pause = (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal });
