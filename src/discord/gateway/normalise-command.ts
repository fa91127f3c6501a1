import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';

/** The fields that the bot sets. Discord answers with more (id, version ...), which say nothing about a change. */
const COMMAND_FIELDS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'options',
];
const PLACE_FIELDS = ['integration_types', 'contexts'];
const OPTION_FIELDS = [
  ...COMMAND_FIELDS,
  'required',
  'choices',
  'min_length',
  'max_length',
  'min_value',
  'max_value',
  'autocomplete',
  'channel_types',
];

const CHOICE_FIELDS = ['name', 'name_localizations', 'value'];

/** Where a command is registered: everywhere, or in one server, where contexts and installation do not apply. */
type CommandPlace = 'global' | 'guild';

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What Discord leaves out, or fills in, counts as the same: null, false, empty texts, lists and objects. */
function isDefault(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  return Array.isArray(value) ? value.length === 0 : isFields(value) && Object.keys(value).length === 0;
}

function canonical(name: string, value: unknown): unknown {
  if (name === 'options' && Array.isArray(value)) return value.map((option) => normalised(option, OPTION_FIELDS));
  if (name === 'choices' && Array.isArray(value)) return value.map((choice) => normalised(choice, CHOICE_FIELDS));
  if (PLACE_FIELDS.includes(name) && Array.isArray(value)) return value.map(Number).sort((one, two) => one - two);
  if (isFields(value)) return Object.fromEntries(Object.entries(value).sort(([one], [two]) => (one < two ? -1 : 1)));
  return value;
}

function normalised(value: unknown, fields: readonly string[]): unknown {
  if (!isFields(value)) return value;
  return Object.fromEntries(
    fields.flatMap((name) => (isDefault(value[name]) ? [] : [[name, canonical(name, value[name])]])),
  );
}

/**
 * The commands as one comparable text, in order of their names: equal exactly if registering them again would change
 * nothing.
 *
 * @param commands as the bot sends them, or as Discord returns them with `with_localizations=true`
 */
export function commandsFingerprint(
  commands: readonly (RESTPostAPIApplicationCommandsJSONBody | Fields)[],
  place: CommandPlace,
): string {
  const fields = place === 'global' ? [...COMMAND_FIELDS, ...PLACE_FIELDS] : COMMAND_FIELDS;
  return JSON.stringify(commands.map((command) => JSON.stringify(normalised(command, fields))).sort());
}
