/**
 * The base of every error that Yinju throws on purpose.
 *
 * `message` says what happened and to what; `remedy` says what to do now, or is null where nothing can be done by the
 * reader. `code` is stable and may be branched on; the sentences may change. The thing that caused it stays in `cause`.
 * Expected outcomes ("the documents do not answer this") are values, never errors.
 */
export abstract class YinjuError extends Error {
  /** Stable, lower case, words joined by hyphens. */
  abstract readonly code: string;
  readonly remedy: string | null;

  constructor(message: string, options: { readonly remedy?: string | null; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.remedy = options.remedy ?? null;
  }
}

/** The caller used a command, an option or a question wrongly. The process ends with exit code 2. */
export class UsageError extends YinjuError {
  readonly code = 'usage';
}

/** Why something failed, as one line: the message of an error, or the value itself where it is none. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
