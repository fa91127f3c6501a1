import { YinjuError, reasonOf } from '../shared/errors.js';

const SECOND = 1000;

/** The thread of the engine ended in the middle of its work. What was asked of it has no answer. */
export class EngineCrashedError extends YinjuError {
  readonly code = 'engine-crashed';

  /** @param exitCode of the thread, null where it was stopped because a message could not be read */
  constructor(
    readonly exitCode: number | null,
    cause: unknown,
  ) {
    super(
      cause === undefined
        ? `The thread of the engine ended unexpectedly (exit code ${exitCode ?? 'unknown'}).`
        : `The thread of the engine failed: ${reasonOf(cause)}`,
      { remedy: 'Ask again: a new one is being started. The log says how often this happens.', cause },
    );
  }
}

/** The engine failed more than once, and the next attempt to start it is still to come. */
export class EngineDownError extends YinjuError {
  readonly code = 'engine-down';

  constructor(
    /** How long until the next attempt; 0 where one has just failed. */
    readonly retryMilliseconds: number,
    cause?: unknown,
  ) {
    super(`The engine is not running; the next attempt to start it is in ${Math.ceil(retryMilliseconds / SECOND)} s.`, {
      remedy: 'Ask again then. The log says why it stopped; `npx yinju doctor` checks this installation.',
      cause,
    });
  }
}

/** The engine was closed before the answer was there. */
export class EngineClosedError extends YinjuError {
  readonly code = 'engine-closed';

  constructor() {
    super('The engine was closed before it could answer: the program is ending.', {
      remedy: 'Ask again when it runs again.',
    });
  }
}
