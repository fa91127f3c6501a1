import type { Command } from './command.js';

/** The commands that the bot has now. They change while it runs where its documents come to name other laws. */
export class CommandSet {
  #commands: readonly Command[];

  constructor(first: readonly Command[]) {
    this.#commands = first;
  }

  get all(): readonly Command[] {
    return this.#commands;
  }

  /** The command of this name; undefined where there is none any more. */
  find(name: string): Command | undefined {
    return this.#commands.find(({ data }) => data.name === name);
  }

  /** @returns whether Discord would be told anything else of them than of those before */
  replace(commands: readonly Command[]): boolean {
    const told = (some: readonly Command[]): string => JSON.stringify(some.map(({ data }) => data));
    const changed = told(commands) !== told(this.#commands);
    this.#commands = commands;
    return changed;
  }
}
