import { YinjuError } from '../../shared/errors.js';

const PORTAL = 'https://discord.com/developers/applications';

/** The only privileged intent that the bot ever asks for. */
const MESSAGE_CONTENT = 'MessageContent';

/** Discord does not know the token: gateway close code 4004, or HTTP status 401. The token itself is never shown. */
export class DiscordTokenError extends YinjuError {
  readonly code = 'discord-token';

  constructor(options: { readonly cause?: unknown } = {}) {
    super('Discord refused the token of the bot.', {
      ...options,
      remedy: `Set DISCORD_TOKEN to the token that ${PORTAL} shows for your application under Bot, Reset Token.`,
    });
  }
}

/** Discord does not let the bot receive what it asked for: gateway close codes 4013 and 4014. */
export class DiscordIntentsError extends YinjuError {
  readonly code = 'discord-intents';

  constructor(
    readonly closeCode: number,
    readonly intents: readonly string[],
    options: { readonly cause?: unknown } = {},
  ) {
    super(`Discord refused the intents of the bot (${intents.join(', ')}; close code ${closeCode}).`, {
      ...options,
      remedy: intents.includes(MESSAGE_CONTENT)
        ? `Switch on Message Content Intent at ${PORTAL} for your application under Bot, Privileged Gateway Intents; or set MESSAGE_CONTENT=off: commands, mentions and direct messages work without it.`
        : `Allow them at ${PORTAL} for your application under Bot, Privileged Gateway Intents.`,
    });
  }
}

/** No answer came from the address of the API. */
export class DiscordUnreachableError extends YinjuError {
  readonly code = 'discord-unreachable';

  constructor(
    readonly apiUrl: string,
    options: { readonly cause?: unknown } = {},
  ) {
    super(`The Discord API at ${apiUrl} cannot be reached.`, {
      ...options,
      remedy: 'Check the network connection and DISCORD_API_URL, then start again.',
    });
  }
}

/** Discord answered, and refused for another reason. */
export class DiscordRefusedError extends YinjuError {
  readonly code = 'discord-refused';

  constructor(
    readonly reason: string,
    options: { readonly cause?: unknown } = {},
  ) {
    super(`Discord refused the bot: ${reason}.`, {
      ...options,
      remedy: 'Look at https://discordstatus.com, and at the application in the developer portal; then start again.',
    });
  }
}

/** Discord wants the bot divided otherwise: gateway close codes 4010 (no such shard) and 4011 (too many servers for one). */
export class DiscordShardsError extends YinjuError {
  readonly code = 'discord-shards';

  /** @param closeCode null where Discord was asked, and named another number of shards than runs */
  constructor(
    readonly closeCode: number | null,
    options: { readonly cause?: unknown } = {},
  ) {
    super(
      closeCode === null
        ? 'Discord now wants the bot divided into another number of shards.'
        : `Discord wants the bot divided into another number of shards (close code ${closeCode}).`,
      { ...options, remedy: 'Start it again: at each start Yinju asks Discord for the number of shards.' },
    );
  }
}

/** A process of the bot, one of several, ended by itself before it had ever been ready: it has said why. */
export class ShardFailedError extends YinjuError {
  readonly code = 'shard-failed';

  constructor(readonly shard: number) {
    super(`Shard ${shard} of the bot did not start.`, {
      remedy: 'The message of the shard, further up, says why; `npx yinju doctor` checks this installation.',
    });
  }
}
