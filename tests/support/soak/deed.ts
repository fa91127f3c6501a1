import type { JsonObject } from '../discord-emulator/json.js';

/** What the bot has sent last for a deed. */
export interface Final {
  /** The message, or the choices; empty where a message was deleted. */
  readonly body: JsonObject;
  /** What a reader sees of it, without marks of Markdown. */
  readonly text: string;
  readonly bold: readonly string[];
}

/** Says what is wrong with an answer, held against the engine asked directly; null where nothing is. */
export type Judge = (final: Final) => Promise<string | null> | string | null;

/**
 * How a deed has to end: with `one` answer, or one sentence that says why there is none; with `nothing`, because it was not the
 * bot's to answer; with one answer or nothing (`perhaps`); or `refused`, because Discord lets the bot write nothing there.
 */
export type Ending = 'one' | 'nothing' | 'perhaps' | 'refused';

/** Something that an emulated user did. */
export interface Deed {
  /** Id of the interaction or of the message. */
  readonly id: string;
  /** Such as `/ask` or `button share`. */
  readonly kind: string;
  readonly way: 'interaction' | 'message';
  /** Where it was done. */
  readonly channel: string;
  readonly ending: Ending;
  readonly judge: Judge;
  /** The message on which it was done; left out where there is none. */
  readonly on?: string;
}
