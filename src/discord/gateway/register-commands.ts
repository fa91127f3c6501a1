import {
  Routes,
  type REST,
  type RESTGetAPIApplicationCommandsResult,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from '../commands/command.js';
import { MESSAGE_COMMANDS } from '../commands/message-commands.js';
import { commandsFingerprint } from './normalise-command.js';

/** Where to register: an application, and one server of its (null: everywhere). */
export interface CommandTarget {
  readonly application: string;
  readonly guild: string | null;
}

/** What registering did, or would do. */
export interface CommandRegistration {
  readonly commands: readonly RESTPostAPIApplicationCommandsJSONBody[];
  /** True where Discord's commands differ from these. */
  readonly changed: boolean;
}

/** The same, with what writing it would use up. */
export interface ComparedCommands extends CommandRegistration {
  /** Commands that Discord does not have yet: each counts for its daily limit. */
  readonly created: number;
}

/** Compares the bot's commands, and those in the menu of a message, with those that Discord has. Changes nothing. */
export async function compareCommands(
  rest: REST,
  commands: readonly Command[],
  target: CommandTarget,
): Promise<ComparedCommands> {
  const wanted = [...commands, ...MESSAGE_COMMANDS].map(({ data }) => data);
  // Without this Discord leaves the localisations out, and every start would see a change.
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = (await rest.get(routeOf(target), { query })) as RESTGetAPIApplicationCommandsResult;
  const place = target.guild === null ? 'global' : 'guild';
  const changed =
    commandsFingerprint(wanted, place) !==
    commandsFingerprint(
      registered.map((command) => ({ ...command })),
      place,
    );
  const isThere = ({ type, name }: RESTPostAPIApplicationCommandsJSONBody): boolean =>
    registered.some((one) => one.type === type && one.name === name);
  return { commands: wanted, changed, created: wanted.filter((one) => !isThere(one)).length };
}

/** Makes Discord's commands those that were compared. */
export async function writeCommands(
  rest: REST,
  { commands }: Pick<ComparedCommands, 'commands'>,
  target: CommandTarget,
): Promise<void> {
  await rest.put(routeOf(target), { body: commands });
}

/** Makes Discord's commands those of this version. Writes only where they differ: there is a daily limit. */
export async function registerCommands(
  rest: REST,
  commands: readonly Command[],
  target: CommandTarget,
): Promise<ComparedCommands> {
  const compared = await compareCommands(rest, commands, target);
  if (compared.changed) await writeCommands(rest, compared, target);
  return compared;
}

function routeOf({ application, guild }: CommandTarget): `/${string}` {
  return guild === null ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);
}
