import pico from 'picocolors';

/** What the terminal's output is made of, named after what it means and not after how it looks. */
export interface TerminalStyle {
  /** True where colours are used: without them, meaning must be carried by characters. */
  readonly coloured: boolean;
  readonly heading: (text: string) => string;
  /** The sentence of a quotation that matches. */
  readonly highlight: (text: string) => string;
  /** Where something comes from: less than the text that it belongs to. */
  readonly quiet: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** The parts of an environment that decide about colours; an empty string counts as not set. */
export interface ColourEnvironment {
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
}

/**
 * Whether a stream gets colours. `NO_COLOR` wins over everything; `FORCE_COLOR` (but `0`) colours a pipe too; else a
 * terminal gets them unless it calls itself `dumb`.
 */
export function wantsColour(isTerminal: boolean, environment: ColourEnvironment): boolean {
  const { NO_COLOR: never = '', FORCE_COLOR: always = '', TERM: terminal } = environment;
  if (never !== '') return false;
  if (always !== '') return always !== '0';
  return isTerminal && terminal !== 'dumb';
}

export function createStyle(coloured: boolean): TerminalStyle {
  const colours = pico.createColors(coloured);
  return {
    coloured,
    heading: (text) => colours.bold(colours.cyan(text)),
    highlight: (text) => colours.bold(colours.yellow(text)),
    quiet: colours.dim,
    good: colours.green,
    warning: colours.yellow,
    bad: (text) => colours.bold(colours.red(text)),
  };
}
