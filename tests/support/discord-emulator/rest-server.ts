import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { ApiError, isFormError } from './api-error.js';
import { FaultPlan, type Fault } from './fault-plan.js';
import { asObject } from './json.js';
import type { OfficialDescription } from './official-description.js';
import { pingsOf } from './pings.js';
import { RateLimiter, type RateLimits } from './rate-limiter.js';
import { readBody, type UploadedFile } from './read-body.js';
import { answerRequest, parseBody, replyOf, routeOf, type RecordedRequest, type RestRequest } from './rest-api.js';
import type { RestReply, Route } from './route.js';

export interface RestServerOptions {
  readonly routes: readonly Route[];
  readonly token: string;
  readonly rateLimits: RateLimits;
  /** What bodies are held against; null: against the documented limits alone. */
  readonly description: OfficialDescription | null;
}

/** The API over HTTP: records every request, says what is wrong with it, and goes wrong as it is told. */
export class RestServer {
  readonly requests: RecordedRequest[] = [];
  /** Files that the bot has sent, in their order. */
  readonly files: UploadedFile[] = [];
  readonly faults = new FaultPlan();
  readonly limiter: RateLimiter;
  readonly #options: RestServerOptions;
  readonly #changed: () => void;

  constructor(http: Server, options: RestServerOptions, changed: () => void) {
    this.#options = options;
    this.#changed = changed;
    this.limiter = new RateLimiter(options.rateLimits);
    http.on('request', (request, response) => void this.#serve(request, response));
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { search } = new URL(message.url ?? '/', 'http://localhost');
    const request: RestRequest = {
      ...(await readBody(message)),
      method: message.method ?? 'GET',
      path: pathOf(message),
      query: search,
      authorization: message.headers.authorization,
    };
    const fault = await this.faults.take(`${request.method} ${request.path}`);
    const reply = this.#reply(request, fault);
    this.files.push(...request.files);
    send(response, reply, fault?.cut ?? null);
  }

  /** What the bot is answered. The request is recorded with it. */
  #reply(request: RestRequest, fault: Fault | null): RestReply {
    const done = fault === null || fault.done;
    const [answer, problems] = done ? this.#answer(request) : [{ status: 502, body: null }, []];
    const reply = fault?.error === null || fault === null ? answer : replyOf(fault.error);
    this.limiter.note(reply.status);
    const { method, path, query, authorization, text } = request;
    this.requests.push({
      method,
      path,
      query,
      authorised: authorization === `Bot ${this.#options.token}`,
      body: readable(text),
      status: reply.status,
      done: done && answer.status < 400,
      at: performance.now(),
      problems: [...problems, ...this.#problems(request)],
    });
    this.#changed();
    return reply;
  }

  /** What the API says, and what no bot that knows the limits is told. */
  #answer(request: RestRequest): readonly [RestReply, readonly string[]] {
    const { routes, token } = this.#options;
    let headers: RestReply['headers'] = {};
    try {
      headers = this.limiter.count(request.method, request.path);
      const reply = answerRequest(routes, token, request);
      return [{ ...reply, headers: { ...headers, ...reply.headers } }, []];
    } catch (cause) {
      const reply = replyOf(cause);
      const wrong = cause instanceof ApiError && isFormError(cause);
      return [
        { ...reply, headers: { ...headers, ...reply.headers } },
        wrong ? [`refused with ${cause.code} ${JSON.stringify(cause.errors)}`] : [],
      ];
    }
  }

  /** What is wrong with a request whatever the API says. */
  #problems(request: RestRequest): readonly string[] {
    const { method, path, text } = request;
    const body = readable(text);
    // receiving-and-responding.mdx, "Interaction Response Structure": its message is in `data`.
    const written = path.endsWith('/callback') ? asObject(asObject(body).data) : asObject(body);
    return [
      ...(routeOf(this.#options.routes, request) === null ? ['the emulator does not know this route'] : []),
      ...(this.#options.description?.problems(method, path, body) ?? []),
      ...pingsOf(written).map((one) => `pings ${one}`),
    ];
  }
}

/** Below `/api/v10`, without the query. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return decodeURIComponent(new URL(url, 'http://localhost').pathname).replace(/^\/api\/v10(?=\/)/, '');
}

function readable(text: string): unknown {
  try {
    return parseBody(text);
  } catch {
    return text;
  }
}

/** @param cut where the connection ends before the answer is whole */
function send(response: ServerResponse, { status, body, headers = {} }: RestReply, cut: Fault['cut']): void {
  const text = body === null ? '' : JSON.stringify(body);
  if (cut === 'before the answer' || (cut !== null && text === '')) {
    response.destroy();
    return;
  }
  const type = body === null ? {} : { 'content-type': 'application/json' };
  const half = text.slice(0, text.length / 2);
  // The length of all of it is told: whoever reads knows that there is more to come.
  response.writeHead(status, {
    ...type,
    ...headers,
    ...(cut === null ? {} : { 'content-length': Buffer.byteLength(text) }),
  });
  if (cut === null) response.end(text === '' ? undefined : text);
  else response.write(half, () => response.destroy());
}
