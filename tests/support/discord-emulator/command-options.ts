import { asList, asNumber, asObject, type JsonObject } from './json.js';

/** What a user fills in, by the names of options. */
export type OptionValues = Readonly<Record<string, string | boolean | number>>;

/* application-commands.mdx, "Application Command Option Type". */
const SUBCOMMAND = 1;
const CHANNEL = 7;

/** How a command is used. */
export interface UsedOptions {
  readonly command: JsonObject;
  /** Null for a command that has none. */
  readonly subcommand: string | null;
  readonly values: OptionValues;
  /** Option that is being typed; null where none is. */
  readonly focused: string | null;
}

const named = (options: unknown, name: string): JsonObject => {
  const found = asList(options)
    .map(asObject)
    .find((one) => one.name === name);
  if (found === undefined) throw new Error(`No option ${name} is registered`);
  return found;
};

/**
 * receiving-and-responding.mdx, "Application Command Interaction Data Option Structure": each value with the type of its
 * option, below the subcommand where there is one; channels come resolved. An option that is not registered is a mistake
 * of the test, because no client offers it.
 */
export function usedOptions({ command, subcommand, values, focused }: UsedOptions): JsonObject {
  const options = subcommand === null ? command.options : named(command.options, subcommand).options;
  const given = Object.entries(values).map(([name, value]) => ({
    name,
    type: asNumber(named(options, name).type),
    value,
    ...(name === focused ? { focused: true } : {}),
  }));
  const channels = given.filter(({ type }) => type === CHANNEL).map(({ value }) => String(value));
  return {
    options: subcommand === null ? given : [{ name: subcommand, type: SUBCOMMAND, options: given }],
    // "Resolved Data Structure": partial channels.
    ...(channels.length === 0
      ? {}
      : {
          resolved: {
            channels: Object.fromEntries(
              channels.map((id) => [id, { id, type: 0, name: 'channel', permissions: '0' }]),
            ),
          },
        }),
  };
}
