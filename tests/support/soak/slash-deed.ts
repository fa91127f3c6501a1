import type { CommandUse } from '../discord-emulator/discord-emulator.js';
import type { Deed, Judge } from './deed.js';
import type { Town } from './town.js';

/** A slash command of somebody, somewhere. */
export function slashDeed(town: Town, kind: string, use: CommandUse, judge: Judge): Deed {
  const who = { ...town.somebody(), locale: town.locale(), ...use };
  const id = town.emulator.slashCommand(who);
  return { id, kind, way: 'interaction', channel: who.server.channel, ending: 'one', judge };
}
