import { ApiError, invalidForm } from './api-error.js';
import { asList, asNumber, asObject, asText, type JsonObject } from './json.js';

/** application-commands.mdx:18, "Application Command Naming". */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** reference.mdx:563, "Locales". */
const LOCALES = (
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja ' +
  'zh-TW ko'
).split(' ');

/** application-commands.mdx, "Application Command Option Type". */
const SUBCOMMAND = 1;

const length = (text: string): number => Array.from(text).length;

const validName = (name: string): boolean => NAME.test(name) && name === name.toLowerCase();
const validDescription = (text: string): boolean => length(text) >= 1 && length(text) <= 100;

/** application-commands.mdx, "Application Command Types": in the menu of a user or a message. */
const inMenu = ({ type }: JsonObject): boolean => type === 2 || type === 3;

/** application-commands.mdx:18: such a name may have spaces and capitals; a description must be empty. */
function checkMenuCommand(one: JsonObject, errors: Record<string, string>): void {
  const names = [one.name, ...Object.values(asObject(one.name_localizations))].map(asText);
  if (!names.every((name) => length(name) >= 1 && length(name) <= 32))
    errors.name = 'Must be between 1 and 32 in length.';
  if (asText(one.description) !== '') errors.description = 'Context menu commands cannot have description';
  if (asList(one.options).length > 0) errors.options = 'Context menu commands cannot have options';
  if (Object.keys(asObject(one.name_localizations)).some((locale) => !LOCALES.includes(locale)))
    errors.name_localizations = 'Locale is invalid';
}

/** Names, descriptions and their localisations of a command or an option. */
function checkTexts(one: JsonObject, errors: Record<string, string>): void {
  const localised = (field: string): readonly (readonly [string, string])[] =>
    Object.entries(asObject(one[field])).map(([locale, text]) => [locale, asText(text)]);
  if (![asText(one.name), ...localised('name_localizations').map(([, text]) => text)].every(validName))
    errors.name = 'Command name is invalid';
  const descriptions = [asText(one.description), ...localised('description_localizations').map(([, text]) => text)];
  if (!descriptions.every(validDescription)) errors.description = 'Must be between 1 and 100 in length.';
  for (const field of ['name_localizations', 'description_localizations'])
    if (localised(field).some(([locale]) => !LOCALES.includes(locale))) errors[field] = 'Locale is invalid';
}

/** application-commands.mdx:450: 8000 characters of a command, the longest localisation of each text counting. */
function textOf(one: JsonObject): number {
  const longest = (field: string): number =>
    Math.max(
      length(asText(one[field])),
      ...Object.values(asObject(one[`${field}_localizations`])).map((text) => length(asText(text))),
    );
  return (
    longest('name') +
    longest('description') +
    asList(one.options).reduce<number>((sum, o) => sum + textOf(asObject(o)), 0)
  );
}

/** The options of a command, and of its subcommands. */
function checkOptions(command: JsonObject, errors: Record<string, string>): void {
  const options = asList(command.options).map(asObject);
  options.forEach((option) => checkTexts(option, errors));
  // application-commands.mdx:31: 25 options; required ones come first.
  // application-commands.mdx:88, "Application Command Option Choice Structure": 25 of 1 to 100 characters.
  for (const choices of options.map(({ choices: one }) => asList(one).map(asObject)))
    if (choices.length > 25 || choices.some(({ name }) => !validDescription(asText(name))))
      errors.choices = 'Must be between 1 and 25 in length, names between 1 and 100.';
  if (options.length > 25) errors.options = 'Must be 25 or fewer in length.';
  const firstOptional = options.findIndex(({ required }) => required !== true);
  if (firstOptional !== -1 && options.slice(firstOptional).some(({ required }) => required === true))
    errors.options = 'Required options must be placed before non-required options';
  // application-commands.mdx, "Subcommands and Subcommand Groups": either these or values.
  const subcommands = options.filter(({ type }) => type === SUBCOMMAND);
  if (subcommands.length > 0 && subcommands.length < options.length)
    errors.options = 'Sub-command options and sub-command group options are mutually exclusive from other options';
  for (const subcommand of subcommands) checkOptions(subcommand, errors);
}

/**
 * Refuses a list of commands as Discord does (limits.md, "commands: ...").
 * @throws ApiError
 */
export function checkCommands(commands: readonly JsonObject[]): void {
  const errors: Record<string, string> = {};
  for (const command of commands) {
    if (inMenu(command)) {
      checkMenuCommand(command, errors);
      continue;
    }
    checkTexts(command, errors);
    checkOptions(command, errors);
    if (textOf(command) > 8000) errors.description = 'Command exceeds maximum size of 8000';
  }
  const names = commands.map(({ name, type }) => `${asNumber(type)} ${asText(name)}`);
  if (new Set(names).size !== names.length) errors.name = 'Application command names must be unique';
  // application-commands.mdx:169-177; code 30032.
  if (commands.length > 100) throw new ApiError(400, 30032, 'Maximum number of application commands reached (100)');
  if (Object.keys(errors).length > 0) throw invalidForm(errors);
}

/**
 * A command as Discord keeps it: what was left out is filled in (application-commands.mdx, "Application Command
 * Structure": the defaults of the table).
 */
export function storedCommand(command: JsonObject, id: string, application: string, guild: string | null): JsonObject {
  const option = (one: unknown): JsonObject => {
    const { required, options, ...rest } = asObject(one);
    // A required option is stored so; one that is not carries no such field.
    return {
      ...rest,
      ...(required === true ? { required } : {}),
      ...(asList(options).length === 0 ? {} : { options: asList(options).map(option) }),
    };
  };
  return {
    id,
    application_id: application,
    version: id,
    default_member_permissions: null,
    type: 1,
    nsfw: false,
    // Commands in a menu have an empty one.
    description: '',
    ...command,
    name_localizations: command.name_localizations ?? null,
    description_localizations: command.description_localizations ?? null,
    ...(asList(command.options).length === 0 ? {} : { options: asList(command.options).map(option) }),
    ...(guild === null
      ? { contexts: command.contexts ?? null, integration_types: command.integration_types ?? [0] }
      : { guild_id: guild, contexts: null, integration_types: [0] }),
    dm_permission: true,
  };
}

/** application-commands.mdx:1136: without `with_localizations=true` the dictionaries are left out. */
export function withoutLocalisations(command: JsonObject): JsonObject {
  const kept = Object.entries(command).filter(([field]) => !field.endsWith('_localizations'));
  return Object.fromEntries(
    kept.map(([field, value]) => [
      field,
      field === 'options' ? asList(value).map((option) => withoutLocalisations(asObject(option))) : value,
    ]),
  );
}
