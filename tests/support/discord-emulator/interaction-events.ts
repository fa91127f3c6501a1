import { channelOf, memberOf, type Cast } from './cast.js';
import { usedOptions, type OptionValues } from './command-options.js';
import type { GatewayEvent } from './gateway-session.js';
import { asText, type JsonObject } from './json.js';

export interface CommandInteraction {
  readonly id: string;
  readonly token: string;
  readonly command: JsonObject;
  readonly options: OptionValues;
  /** Null for a command that has none. */
  readonly subcommand: string | null;
  /** What the user may do, as a number in decimal digits; everything unless given. */
  readonly permissions?: string;
  readonly locale: string;
  readonly guildLocale: string;
  readonly direct: boolean;
  /** Option that is being typed; null where the command is run. */
  readonly focused: string | null;
  /** The message in whose menu the command was chosen; null for a slash command. */
  readonly target: JsonObject | null;
  /** True in a server to which the application was not added: the user brings it along. */
  readonly foreign: boolean;
}

/** interactions/receiving-and-responding.mdx, "Interaction Object". No intent is needed for it. */
export function interactionCreate(cast: Cast, interaction: CommandInteraction): GatewayEvent {
  const { command, options, subcommand, focused, target, ...rest } = interaction;
  const data = {
    ...interactionBase(cast, { ...rest, user: cast.user }),
    // receiving-and-responding.mdx, "Interaction Type": a command, or the autocompletion of one.
    type: focused === null ? 2 : 4,
    data: {
      id: command.id,
      name: command.name,
      ...(target === null
        ? { type: 1 }
        : // receiving-and-responding.mdx, "Application Command Data Structure": the message comes with its content.
          { type: 3, target_id: target.id, resolved: { messages: { [asText(target.id)]: target } } }),
      ...usedOptions({ command, subcommand, values: options, focused }),
    },
  };
  return { name: 'INTERACTION_CREATE', data, intents: 0 };
}

export interface ComponentInteraction {
  readonly id: string;
  readonly token: string;
  readonly user: JsonObject;
  /** As Discord shows it to the bot now. */
  readonly message: JsonObject;
  readonly customId: string;
  readonly locale: string;
  readonly guildLocale: string;
  readonly direct: boolean;
  /** As in `CommandInteraction`. */
  readonly foreign: boolean;
  readonly permissions?: string;
}

/** interactions/receiving-and-responding.mdx, "Message Component Data Structure": a button has no values. */
export function componentCreate(cast: Cast, interaction: ComponentInteraction): GatewayEvent {
  const { customId, message, user, ...rest } = interaction;
  const data = {
    ...interactionBase(cast, { ...rest, user }),
    type: 3,
    message,
    data: { custom_id: customId, component_type: 2 },
  };
  return { name: 'INTERACTION_CREATE', data, intents: 0 };
}

/** What every interaction carries. */
function interactionBase(
  cast: Cast,
  {
    id,
    token,
    user,
    locale,
    guildLocale,
    direct,
    foreign = false,
    permissions,
  }: Pick<ComponentInteraction, 'id' | 'token' | 'user' | 'locale' | 'guildLocale' | 'direct'> &
    Partial<Pick<CommandInteraction, 'foreign' | 'permissions'>>,
): JsonObject {
  const channel = foreign ? { ...channelOf(cast, false), id: cast.foreignChannel } : channelOf(cast, direct);
  const guild = foreign ? cast.foreignGuild : cast.guild;
  const place = direct
    ? { user, context: 1 }
    : {
        guild_id: guild,
        guild_locale: guildLocale,
        member: { ...memberOf(user), ...(permissions === undefined ? {} : { permissions }) },
        context: 0,
      };
  return {
    id,
    application_id: cast.application,
    token,
    version: 1,
    channel_id: channel.id,
    channel,
    locale,
    app_permissions: '2147483647',
    entitlements: [],
    // "Authorizing Integration Owners Object": who added the application, the server (0) or the user (1).
    authorizing_integration_owners: foreign ? { 1: asText(user.id) } : { 0: direct ? '0' : cast.guild },
    attachment_size_limit: 10_485_760,
    ...place,
  };
}
