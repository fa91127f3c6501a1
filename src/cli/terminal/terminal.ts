import type { Readable, Writable } from 'node:stream';
import { fitLines } from './fit-lines.js';
import { createStyle, wantsColour, type ColourEnvironment, type TerminalStyle } from './terminal-style.js';

/** Where a command writes and reads. Data goes to standard output, everything said to a person to standard error. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
  /** Style of standard output, and of standard error: either may be a pipe. */
  readonly style: TerminalStyle;
  readonly errorStyle: TerminalStyle;
  /** Width of standard output; `DEFAULT_COLUMNS` where it is no terminal. */
  readonly columns: number;
  /** Width of standard error; null where it is no terminal: a log is not wrapped. */
  readonly errorColumns: number | null;
  /** True where a person types and reads: input and output are terminals. */
  readonly interactive: boolean;
  /** True where standard error is a terminal: a progress bar may be drawn. */
  readonly showsProgress: boolean;
}

export const DEFAULT_COLUMNS = 80;

/** The part of a process that a terminal is made of. */
export interface ProcessStreams {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

export function createTerminal(streams: ProcessStreams, environment: ColourEnvironment): Terminal {
  const { stdin, stdout, stderr } = streams;
  const [inputIsTerminal, outputIsTerminal, errorsAreTerminal] = [
    stdin.isTTY === true,
    stdout.isTTY === true,
    stderr.isTTY === true,
  ];
  return {
    input: stdin,
    output: stdout,
    errors: stderr,
    style: createStyle(wantsColour(outputIsTerminal, environment)),
    errorStyle: createStyle(wantsColour(errorsAreTerminal, environment)),
    get columns() {
      return outputIsTerminal ? (stdout.columns ?? DEFAULT_COLUMNS) : DEFAULT_COLUMNS;
    },
    get errorColumns() {
      return errorsAreTerminal ? (stderr.columns ?? DEFAULT_COLUMNS) : null;
    },
    interactive: inputIsTerminal && outputIsTerminal,
    showsProgress: errorsAreTerminal && environment.TERM !== 'dumb',
  };
}

/** Writes lines of data, each with its line break. */
export function printLines(terminal: Terminal, lines: readonly string[]): void {
  if (lines.length > 0) terminal.output.write(`${lines.join('\n')}\n`);
}

/** Writes one value as one line of JSON. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.output.write(`${JSON.stringify(value)}\n`);
}

/** Says something to the person at the terminal, wrapped to its width; never data. */
export function say(terminal: Terminal, message: string): void {
  terminal.errors.write(`${fitLines(message, terminal.errorColumns).join('\n')}\n`);
}
