import { YinjuError } from '../shared/errors.js';

/** An error as plain data: what a message between threads keeps of it. A structured clone alone would lose its kind. */
export interface CarriedError {
  /** Name of its class. */
  readonly name: string;
  readonly message: string;
  readonly stack: string | null;
  /** The code of an error of Yinju, or of the file system; null where it has none. */
  readonly code: string | null;
  /** True for errors of Yinju: they have a code and perhaps a remedy. */
  readonly deliberate: boolean;
  readonly remedy: string | null;
  /** Its other fields, as far as they are plain data. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly cause: CarriedError | null;
}

/** Causes of causes that are kept; deeper ones say nothing new, and a circle of them has no end. */
const DEEPEST_CAUSE = 8;

const OWN_FIELDS: readonly string[] = ['name', 'message', 'stack', 'code', 'remedy', 'cause'];

/** What an error of the other thread becomes here: all that was known of it, without its class. Branch on `code`. */
export class RestoredError extends YinjuError {
  readonly code: string;
  /** The fields that its class had beside code, message and remedy. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(carried: CarriedError, code: string, cause: Error | undefined) {
    super(carried.message, { remedy: carried.remedy, cause });
    this.code = code;
    this.facts = carried.facts;
    this.name = carried.name;
    if (carried.stack !== null) this.stack = carried.stack;
  }
}

/** Packs whatever was thrown. A value that is no error becomes one with that value as its message. */
export function carryError(thrown: unknown): CarriedError {
  return carry(thrown, DEEPEST_CAUSE);
}

function carry(thrown: unknown, depth: number): CarriedError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const cause = error.cause === undefined || depth === 0 ? null : carry(error.cause, depth - 1);
  return {
    name: error.name,
    message: error.message,
    stack: error.stack ?? null,
    code,
    deliberate: error instanceof YinjuError,
    remedy: error instanceof YinjuError ? error.remedy : null,
    facts: factsOf(error),
    cause,
  };
}

function factsOf(error: Error): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(error).filter(([name, value]) => !OWN_FIELDS.includes(name) && isData(value)),
  );
}

function isData(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}

/**
 * Unpacks an error: one of Yinju as a `RestoredError`, any other as an `Error` with its name, code, fields and cause.
 * Both keep the stack of the thread where they were thrown.
 */
export function restoreError(carried: CarriedError): Error {
  const cause = carried.cause === null ? undefined : restoreError(carried.cause);
  if (carried.deliberate && carried.code !== null) return new RestoredError(carried, carried.code, cause);
  const error = new Error(carried.message, cause === undefined ? undefined : { cause });
  const { name, code, stack, facts } = carried;
  Object.assign(error, facts, { name }, code === null ? {} : { code }, stack === null ? {} : { stack });
  return error;
}
