import {
  ApiError,
  emptyMessage,
  invalidForm,
  invalidJson,
  notFound,
  threadAlreadyCreated,
  unauthorized,
} from './api-error.js';
import type { Cast } from './cast.js';
import { checkCommands, storedCommand, withoutLocalisations } from './check-commands.js';
import type { History } from './history.js';
import type { InteractionDesk } from './interaction-desk.js';
import { asList, asObject, asText, isObject, type JsonObject } from './json.js';
import { messageJson, type MessageBoard } from './message-board.js';
import type { Snowflakes } from './snowflakes.js';

/** A request as it came in, and what came of it. */
export interface RecordedRequest {
  readonly method: string;
  /** Below `/api/v10`, without the query. */
  readonly path: string;
  readonly query: string;
  /** Whether the bot's token came with it: interaction endpoints need none. */
  readonly authorised: boolean;
  readonly body: unknown;
  readonly status: number;
  /** When it was answered: milliseconds of `performance.now()`. */
  readonly at: number;
  /** What Discord's official description says against the body. */
  readonly problems: readonly string[];
}

export interface RestState {
  readonly token: string;
  readonly gatewayUrl: () => string;
  /** Into how many shards the bot is to be divided, and how many of them may identify at a time. */
  readonly sharding: () => { readonly shards: number; readonly maxConcurrency: number };
  readonly cast: Cast;
  readonly ids: Snowflakes;
  readonly board: MessageBoard;
  readonly history: History;
  /** The bot has opened a thread. */
  readonly threadOpened: (thread: JsonObject) => void;
  readonly desk: InteractionDesk;
  /** Registered commands by server id, or `global`. */
  readonly commands: Map<string, readonly JsonObject[]>;
}

export interface RestReply {
  readonly status: number;
  /** Beside the usual ones. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface Call {
  readonly parameters: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  /** False for the endpoints of an interaction, which carry their own token. */
  readonly needsBot: boolean;
  readonly answer: (call: Call) => RestReply;
}

const ok = (body: unknown): RestReply => ({ status: 200, body });
const NO_CONTENT: RestReply = { status: 204, body: null };

/** The endpoints that the bot uses, each as Discord's documentation describes it (resources/, interactions/). */
export function restRoutes(state: RestState): readonly Route[] {
  const { cast, board, history, desk, commands, ids } = state;
  const botRoute = (method: string, pattern: RegExp, answer: Route['answer']): Route => ({
    method,
    pattern,
    needsBot: true,
    answer,
  });
  const openRoute = (method: string, pattern: RegExp, answer: Route['answer']): Route => ({
    method,
    pattern,
    needsBot: false,
    answer,
  });
  const known = (channel?: string): string => history.channel(channel);
  const stored = (guild: string | undefined, body: readonly unknown[]): readonly JsonObject[] => {
    checkCommands(body.map(asObject));
    const list = body.map((one) => storedCommand(asObject(one), ids.next(), cast.application, guild ?? null));
    commands.set(guild ?? 'global', list);
    return list;
  };
  const listed = (guild: string | undefined, query: URLSearchParams): readonly JsonObject[] => {
    const list = commands.get(guild ?? 'global') ?? [];
    return query.get('with_localizations') === 'true' ? list : list.map(withoutLocalisations);
  };
  return [
    // events/gateway.mdx, "Get Gateway Bot"
    botRoute('GET', /^\/gateway\/bot$/, () =>
      ok({
        url: state.gatewayUrl(),
        shards: state.sharding().shards,
        session_start_limit: {
          total: 1000,
          remaining: 1000,
          reset_after: 86_400_000,
          max_concurrency: state.sharding().maxConcurrency,
        },
      }),
    ),
    botRoute('GET', /^\/(?:oauth2\/)?applications\/@me$/, () =>
      ok({ id: cast.application, name: 'Yinju', flags: 0, bot: cast.bot }),
    ),
    botRoute('GET', /^\/users\/@me$/, () => ok(cast.bot)),
    // interactions/application-commands.mdx, "Get", "Bulk Overwrite" and "Create ... Application Commands"
    botRoute('GET', /^\/applications\/\d+(?:\/guilds\/(\d+))?\/commands$/, ({ parameters: [guild], query }) =>
      ok(listed(guild, query)),
    ),
    botRoute('PUT', /^\/applications\/\d+(?:\/guilds\/(\d+))?\/commands$/, ({ parameters: [guild], body }) =>
      ok(stored(guild, asList(body))),
    ),
    botRoute('POST', /^\/applications\/\d+(?:\/guilds\/(\d+))?\/commands$/, ({ parameters: [guild], body }) => {
      const others = (commands.get(guild ?? 'global') ?? []).filter(({ name }) => name !== asObject(body).name);
      return { status: 201, body: stored(guild, [...others, body]).at(-1) };
    }),
    // interactions/receiving-and-responding.mdx
    openRoute('POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, ({ parameters: [id = '', token = ''], body }) => {
      desk.respond(id, token, asObject(body));
      return NO_CONTENT;
    }),
    openRoute('PATCH', /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/, ({ parameters: [token = ''], body }) =>
      ok(messageJson(desk.editOriginal(token, asObject(body)), cast)),
    ),
    openRoute('DELETE', /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/, ({ parameters: [token = ''] }) => {
      desk.deleteOriginal(token);
      return NO_CONTENT;
    }),
    openRoute('GET', /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/, ({ parameters: [token = ''] }) =>
      ok(messageJson(desk.original(token), cast)),
    ),
    openRoute('POST', /^\/webhooks\/\d+\/([^/]+)$/, ({ parameters: [token = ''], body }) =>
      ok(messageJson(desk.followUp(token, asObject(body)), cast)),
    ),
    // resources/message.mdx, "Create Message" and "Edit Message"; resources/channel.mdx, "Trigger Typing Indicator"
    botRoute('POST', /^\/channels\/(\d+)\/typing$/, ({ parameters: [channel] }) => (known(channel), NO_CONTENT)),
    botRoute('POST', /^\/channels\/(\d+)\/messages$/, ({ parameters: [channel], body }) => {
      if (!isObject(body)) throw emptyMessage();
      const repliesTo = asText(asObject(body.message_reference).message_id);
      const place = { channel: known(channel), interaction: null, repliesTo: repliesTo === '' ? null : repliesTo };
      return ok(messageJson(board.write(place, body), cast));
    }),
    botRoute('GET', /^\/channels\/(\d+)\/messages$/, ({ parameters: [channel], query }) =>
      ok(history.messages(known(channel), query)),
    ),
    botRoute('GET', /^\/channels\/(\d+)\/messages\/(\d+)$/, ({ parameters: [channel, id = ''] }) =>
      ok(history.message(known(channel), id)),
    ),
    // resources/channel.mdx, "Start Thread from Message".
    botRoute(
      'POST',
      /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,
      ({ parameters: [channel, starter = ''], body }) => {
        history.message(known(channel), starter);
        if (history.thread(starter) !== null) throw threadAlreadyCreated();
        const name = asText(asObject(body).name);
        if (name === '' || Array.from(name).length > 100)
          throw invalidForm({ name: 'Must be between 1 and 100 in length.' });
        const thread = history.open({ owner: cast.bot.id, starter, name }, starter);
        state.threadOpened(thread);
        return { status: 201, body: thread };
      },
    ),
    botRoute('PATCH', /^\/channels\/(\d+)\/messages\/(\d+)$/, ({ parameters: [channel, id = ''], body }) => {
      known(channel);
      return ok(messageJson(board.edit(id, asObject(body)), cast));
    }),
  ];
}

/** Answers one request. Errors of the API become their status and body. */
export function answerRequest(
  routes: readonly Route[],
  token: string,
  request: {
    readonly method: string;
    readonly path: string;
    readonly query: string;
    readonly authorization: string | undefined;
    readonly text: string;
  },
): RestReply {
  try {
    const route = routes.find(({ method, pattern }) => method === request.method && pattern.test(request.path));
    if (route === undefined) throw notFound();
    // reference.mdx, "Authentication": `Bot TOKEN`; 401 for anything else.
    if (route.needsBot && request.authorization !== `Bot ${token}`) throw unauthorized();
    const [, ...parameters] = route.pattern.exec(request.path) ?? [];
    return route.answer({ parameters, query: new URLSearchParams(request.query), body: parseBody(request.text) });
  } catch (cause) {
    if (cause instanceof ApiError) return { status: cause.status, body: cause.body };
    throw cause;
  }
}

export function parseBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw invalidJson();
  }
}
