import { inspect } from 'node:util';
import { reasonOf, YinjuError } from '../shared/errors.js';
import type { ExitCode } from './command-context.js';
import { printable } from './printable.js';
import type { TerminalStyle } from './terminal-style.js';

/** Mistakes of the user rather than failures: wrong settings are as wrong a use as wrong options. */
const USED_WRONGLY: readonly string[] = ['usage', 'config'];

export function exitCodeOf(cause: unknown): ExitCode {
  return cause instanceof YinjuError && USED_WRONGLY.includes(cause.code) ? 2 : 1;
}

/**
 * An error for the person at the terminal: what happened, what to do now. Where it comes from (stack and causes) only
 * for those who asked with `--debug`.
 */
export function describeError(cause: unknown, style: TerminalStyle, debug: boolean): string {
  const message = reasonOf(cause).split('\n').map(printable).join('\n');
  const remedy =
    cause instanceof YinjuError
      ? cause.remedy
      : 'This should not happen. Add --debug to see where it comes from; `npx yinju doctor` checks this machine.';
  return [
    `${style.bad('Error:')} ${message}`,
    ...(remedy === null ? [] : [`→ ${remedy}`]),
    ...(debug ? ['', style.quiet(inspect(cause))] : []),
  ].join('\n');
}
