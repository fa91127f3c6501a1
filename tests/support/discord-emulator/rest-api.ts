import { ApiError, invalidJson, notFound, tooLarge, unauthorized } from './api-error.js';
import { channelRoutes, type ChannelState } from './channel-routes.js';
import { commandRoutes, type CommandState } from './command-routes.js';
import { identityRoutes, type IdentityState } from './identity-routes.js';
import type { InteractionDesk } from './interaction-desk.js';
import { interactionRoutes } from './interaction-routes.js';
import type { RequestBody } from './read-body.js';
import type { RestReply, Route } from './route.js';

/** A request as it came in, and what came of it. */
export interface RecordedRequest {
  readonly method: string;
  /** Below `/api/v10`, without the query. */
  readonly path: string;
  readonly query: string;
  /** Whether the bot's token came with it: interaction endpoints need none. */
  readonly authorised: boolean;
  readonly body: unknown;
  /** 502 where the connection was cut before anything was done. */
  readonly status: number;
  /** Whether the API did what it was asked: a fault may have hidden that from the bot. */
  readonly done: boolean;
  /** When it was answered: milliseconds of `performance.now()`. */
  readonly at: number;
  /** What no request of the bot may be: against the official description or a limit, of no known route, or a ping. */
  readonly problems: readonly string[];
}

export interface RestState extends ChannelState, CommandState, IdentityState {
  readonly token: string;
  readonly desk: InteractionDesk;
}

/** What is asked of the API. */
export interface RestRequest extends RequestBody {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly authorization: string | undefined;
}

/** The endpoints that the bot uses, each as Discord's documentation describes it. */
export function restRoutes(state: RestState): readonly Route[] {
  return [
    ...identityRoutes(state),
    ...commandRoutes(state),
    ...interactionRoutes(state.desk, state.cast),
    ...channelRoutes(state),
  ];
}

/** limits.md, "request 25 MiB" (reference.mdx, "Uploading Files"). */
const REQUEST_BYTES = 25 * 1024 * 1024;

/** The route of a request; null where the emulator has none. */
export function routeOf(
  routes: readonly Route[],
  { method, path }: Pick<RestRequest, 'method' | 'path'>,
): Route | null {
  return routes.find((one) => one.method === method && one.pattern.test(path)) ?? null;
}

/** Answers one request. @throws ApiError */
export function answerRequest(routes: readonly Route[], token: string, request: RestRequest): RestReply {
  const route = routeOf(routes, request);
  if (route === null) throw notFound();
  // reference.mdx, "Authentication": `Bot TOKEN`; 401 for anything else.
  if (route.needsBot && request.authorization !== `Bot ${token}`) throw unauthorized();
  if (request.bytes > REQUEST_BYTES) throw tooLarge();
  const [, ...parameters] = route.pattern.exec(request.path) ?? [];
  const { files } = request;
  return route.answer({ parameters, query: new URLSearchParams(request.query), body: parseBody(request.text), files });
}

/** The JSON of a body; null where it is empty. @throws ApiError */
export function parseBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw invalidJson();
  }
}

/** What the bot is told of an error; any other than one of the API is a fault of the emulator. */
export function replyOf(cause: unknown): RestReply {
  if (!(cause instanceof ApiError)) throw cause;
  const { status, body, headers } = cause;
  return { status, body, headers };
}
