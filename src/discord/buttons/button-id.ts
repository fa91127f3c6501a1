import { codePoints, DISCORD_LIMITS } from '../rendering/limits.js';

/**
 * What a button does, and all that it needs for it: it must go on working when the bot was started anew, so nothing is
 * kept in memory.
 */
export interface ButtonId {
  /** Lower-case letters. */
  readonly action: string;
  readonly fields: readonly string[];
}

/** Begins every custom id. A later version that reads fields differently begins its ids with another mark. */
const MARK = 'y1';
const SEPARATOR = ':';
const ACTION = /^[a-z]{1,10}$/;
const FIELD = /^(?:[^%]|%25|%3A)*$/;

/** The custom id of a button, or null where it would be longer than Discord takes: then there can be no such button. */
export function encodeButtonId({ action, fields }: ButtonId): string | null {
  const escaped = fields.map((field) => field.replaceAll('%', '%25').replaceAll(SEPARATOR, '%3A'));
  const id = [MARK, action, ...escaped].join(SEPARATOR);
  return codePoints(id) <= DISCORD_LIMITS.customId ? id : null;
}

/** Reads a custom id; null where it is none that `encodeButtonId` makes. */
export function decodeButtonId(customId: string): ButtonId | null {
  const [mark, action = '', ...fields] = customId.split(SEPARATOR);
  const valid = mark === MARK && ACTION.test(action) && fields.every((field) => FIELD.test(field));
  if (!valid || codePoints(customId) > DISCORD_LIMITS.customId) return null;
  return { action, fields: fields.map((field) => field.replaceAll('%3A', SEPARATOR).replaceAll('%25', '%')) };
}
