import { inspect } from 'node:util';
import { reasonOf, YinjuError } from '../shared/errors.js';
import type { ExitCode } from './command-context.js';
import { fitLines } from './terminal/fit-lines.js';
import { printable } from './terminal/printable.js';
import type { TerminalStyle } from './terminal/terminal-style.js';

/** Mistakes of the user rather than failures: wrong settings are as wrong a use as wrong options. */
const USED_WRONGLY: readonly string[] = ['usage', 'config'];

const PREFIX = 'Error:';

export function exitCodeOf(cause: unknown): ExitCode {
  return cause instanceof YinjuError && USED_WRONGLY.includes(cause.code) ? 2 : 1;
}

/**
 * An error for the person at the terminal: what happened, what to do now. Where it comes from (stack and causes) only
 * for those who asked with `--debug`.
 * @param columns width of the terminal, or null where the message goes to none
 */
export function describeError(cause: unknown, style: TerminalStyle, debug: boolean, columns: number | null): string {
  const message = reasonOf(cause).split('\n').map(printable).join('\n');
  const remedy =
    cause instanceof YinjuError
      ? cause.remedy
      : 'This should not happen. Add --debug to see where it comes from; `npx yinju doctor` checks this machine.';
  const lines = fitLines(`${PREFIX} ${message}`, columns);
  return [
    style.bad(PREFIX) + lines.join('\n').slice(PREFIX.length),
    ...(remedy === null ? [] : fitLines(`→ ${remedy}`, columns)),
    ...(debug ? ['', style.quiet(inspect(cause))] : []),
  ].join('\n');
}
