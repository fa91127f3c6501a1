import type { Server } from 'node:http';
import { makeCast, type Cast } from './cast.js';
import { FLAG_EPHEMERAL } from './check-message.js';
import type { EmulatorOptions } from './emulator-options.js';
import { greeting, threadCreate, type ServerPlace } from './gateway-events.js';
import { Gateway } from './gateway.js';
import { History } from './history.js';
import type { Sharding } from './identity-routes.js';
import { InteractionDesk } from './interaction-desk.js';
import { INTENT_MESSAGE_CONTENT } from './intents.js';
import type { JsonObject } from './json.js';
import { MessageBoard } from './message-board.js';
import { ownMessage } from './message-events.js';
import { officialDescription } from './official-description.js';
import { restRoutes } from './rest-api.js';
import { RestServer } from './rest-server.js';
import { Snowflakes } from './snowflakes.js';
import { WaitingRoom } from './waiting-room.js';

/** What the emulated Discord is made of. */
export interface EmulatorParts {
  readonly http: Server;
  readonly token: string;
  readonly cast: Cast;
  readonly ids: Snowflakes;
  /** All to which the bot was added. */
  readonly servers: ServerPlace[];
  readonly guildLocale: string;
  readonly board: MessageBoard;
  readonly desk: InteractionDesk;
  readonly history: History;
  /** Registered commands by server id, or `global`. */
  readonly commands: Map<string, readonly JsonObject[]>;
  readonly gateway: Gateway;
  readonly rest: RestServer;
  readonly waitingRoom: WaitingRoom;
  /** From now on it says that it wants the bot divided so. */
  readonly recommend: (sharding: Sharding) => void;
}

/** Where a server listens on 127.0.0.1: host and port. */
export function addressOf(http: Server): string {
  const address = http.address();
  return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

/** Puts an emulated Discord together. @param http not listening yet */
export function makeParts(http: Server, options: EmulatorOptions): EmulatorParts {
  const { token = 'emulated.bot.token', guildLocale = 'en-US', allowedPrivileged = 0 } = options;
  const ids = new Snowflakes();
  const cast = makeCast(ids);
  const servers: ServerPlace[] = [cast];
  const waitingRoom = new WaitingRoom();
  const changed = (): void => waitingRoom.wake();
  const board = new MessageBoard(ids, (name, message) => {
    changed();
    const { guild } = servers.find(({ channel }) => channel === message.channel) ?? cast;
    // Ephemeral messages are none of the channel's, and of servers without the bot it hears nothing.
    if ((message.flags & FLAG_EPHEMERAL) === 0 && message.channel !== cast.foreignChannel)
      gateway.dispatch(ownMessage(name, message, { ...cast, guild }));
  });
  const desk = new InteractionDesk(board, options.now ?? (() => performance.now()));
  const history = new History(board, cast, (allowedPrivileged & INTENT_MESSAGE_CONTENT) !== 0);
  const commands = new Map<string, readonly JsonObject[]>();
  const gatewayUrl = (): string => `ws://${addressOf(http)}`;
  let sharding = options.sharding ?? { shards: 1, maxConcurrency: 1 };
  const gateway = new Gateway(
    http,
    {
      token,
      allowedPrivileged,
      // events/gateway.mdx, "Hello Event": 41.25 s at Discord.
      heartbeatMilliseconds: options.heartbeatMilliseconds ?? 41_250,
      greeting: (sessionId, shard) => greeting({ cast, servers, sessionId, shard, url: gatewayUrl(), guildLocale }),
      maxConcurrency: options.sharding?.maxConcurrency ?? null,
    },
    changed,
  );
  const routes = restRoutes({
    ...{ token, cast, ids, board, history, desk, commands, gatewayUrl },
    sharding: () => sharding,
    threadOpened: (thread) => gateway.dispatch(threadCreate(thread)),
  });
  const rateLimits = { perRoute: options.rateLimit ?? null, global: options.globalRateLimit ?? null };
  const description = options.lenient === true ? null : officialDescription();
  const rest = new RestServer(http, { routes, token, rateLimits, description }, changed);
  const recommend = (wanted: Sharding): void => void (sharding = wanted);
  return {
    ...{ http, token, cast, ids, servers, guildLocale, board, desk, history, commands, gateway, rest, waitingRoom },
    recommend,
  };
}
