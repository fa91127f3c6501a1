import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { makeCast, type Cast } from './cast.js';
import type { ApiError } from './api-error.js';
import { Gateway } from './gateway.js';
import { greeting, interactionCreate, messageCreate, type UserMessage } from './gateway-events.js';
import { InteractionDesk } from './interaction-desk.js';
import type { JsonObject } from './json.js';
import { MessageBoard, type BotMessage } from './message-board.js';
import { officialDescription, type OfficialDescription } from './official-description.js';
import { answerRequest, parseBody, restRoutes, type RecordedRequest, type RestReply } from './rest-api.js';
import { Snowflakes } from './snowflakes.js';
import { WaitingRoom } from './waiting-room.js';

export interface EmulatorOptions {
  readonly token?: string;
  /** Privileged intents that are switched on in the portal: none unless given. */
  readonly allowedPrivileged?: number;
  /** Language of the server. */
  readonly guildLocale?: string;
  readonly heartbeatMilliseconds?: number;
  /** Milliseconds that never go back, for the deadlines of interactions. */
  readonly now?: () => number;
}

/** A use of a slash command by the emulated user. */
export interface CommandUse {
  readonly name: string;
  readonly options?: Readonly<Record<string, string>>;
  /** Language of the user's client; en-US unless given. */
  readonly locale?: string;
  readonly direct?: boolean;
}

/** Discord on 127.0.0.1: REST and gateway, one application, one server, one user. Every request is recorded. */
export class DiscordEmulator {
  readonly token: string;
  readonly cast: Cast;
  readonly requests: RecordedRequest[] = [];
  readonly board: MessageBoard;
  readonly commands = new Map<string, readonly JsonObject[]>();
  readonly gateway: Gateway;
  readonly #ids = new Snowflakes();
  readonly #desk: InteractionDesk;
  readonly #http: Server;
  readonly #guildLocale: string;
  readonly #description: OfficialDescription | null = officialDescription();
  readonly #waitingRoom = new WaitingRoom();
  readonly #faults: { readonly pattern: RegExp; readonly error: ApiError }[] = [];

  private constructor(http: Server, options: EmulatorOptions) {
    this.token = options.token ?? 'emulated.bot.token';
    this.#guildLocale = options.guildLocale ?? 'en-US';
    this.cast = makeCast(this.#ids);
    const changed = (): void => this.wake();
    this.board = new MessageBoard(this.#ids, changed);
    this.#desk = new InteractionDesk(this.board, options.now ?? (() => performance.now()));
    this.#http = http;
    const routes = restRoutes({
      token: this.token,
      gatewayUrl: () => this.#gatewayUrl,
      cast: this.cast,
      ids: this.#ids,
      board: this.board,
      desk: this.#desk,
      commands: this.commands,
    });
    http.on('request', (request, response) => {
      void readAll(request).then((text) => {
        const { status, body } = this.#answer(routes, request, text);
        if (body === null) response.writeHead(status).end();
        else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    this.gateway = new Gateway(
      http,
      {
        token: this.token,
        allowedPrivileged: options.allowedPrivileged ?? 0,
        // events/gateway.mdx, "Hello Event": 41.25 s at Discord.
        heartbeatMilliseconds: options.heartbeatMilliseconds ?? 41_250,
        greeting: (sessionId) => greeting(this.cast, sessionId, this.#gatewayUrl, this.#guildLocale),
      },
      changed,
    );
  }

  static async start(options: EmulatorOptions = {}): Promise<DiscordEmulator> {
    const http = createServer();
    const emulator = new DiscordEmulator(http, options);
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    return emulator;
  }

  /** What `DISCORD_API_URL` is set to. */
  get apiUrl(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  get #gatewayUrl(): string {
    return `ws://127.0.0.1:${this.#port}`;
  }

  get #port(): number {
    const address = this.#http.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** Everything that the official description says against the bodies received so far. */
  get problems(): readonly string[] {
    return this.requests.flatMap(({ method, path, problems }) => problems.map((one) => `${method} ${path}: ${one}`));
  }

  /** The user runs a command. Discord offers only registered ones: any other is a mistake of the test. */
  slashCommand(use: CommandUse): string {
    return this.#interact(use, null);
  }

  /** The user has typed so much into an option of a command: Discord asks the bot for choices. */
  type(use: CommandUse, focused: string): string {
    return this.#interact(use, focused);
  }

  /** Choices that the bot offered for an option, as soon as it has. */
  waitForChoices(interaction: string): Promise<readonly JsonObject[]> {
    return this.waitFor('choices', () => this.#desk.choicesOf(interaction));
  }

  /** The user writes into the server's channel and mentions the bot: `<@id>` stands before the text. */
  mention(text: string): string {
    const content = `<@${this.cast.bot.id}> ${text}`;
    return this.#say({ content, author: this.cast.user, mentionsBot: true, direct: false });
  }

  /** The user writes into the server's channel without a mention. */
  say(text: string, author: JsonObject = this.cast.user): string {
    return this.#say({ content: text, author, mentionsBot: false, direct: false });
  }

  directMessage(text: string, author: JsonObject = this.cast.user): string {
    return this.#say({ content: text, author, mentionsBot: false, direct: true });
  }

  /** The next request whose `METHOD /path` matches is answered with this error instead. */
  failNext(pattern: RegExp, error: ApiError): void {
    this.#faults.push({ pattern, error });
  }

  /** Something changed: everybody who waits looks again. */
  wake(): void {
    this.#waitingRoom.wake();
  }

  /** Resolves once the condition gives a value, looked at whenever a request, a message or a connection came. */
  waitFor<T>(what: string, condition: () => T | undefined | false | null): Promise<T> {
    return this.#waitingRoom.waitFor(what, condition, () =>
      this.requests.map(({ method, path, status }) => `${method} ${path} ${status}`).join(', '),
    );
  }

  /** A message of the bot that satisfies a condition, as soon as there is one. */
  waitForMessage(condition: (message: BotMessage) => boolean): Promise<BotMessage> {
    return this.waitFor('a message', () => this.board.all.find(condition));
  }

  /** Resolves when the bot has logged in and registered its commands. */
  async waitUntilReady(): Promise<void> {
    await this.waitFor('a login', () => this.gateway.connected);
    await this.waitFor('commands', () => this.commands.size > 0);
  }

  async close(): Promise<void> {
    this.gateway.close();
    this.#http.closeAllConnections();
    this.#http.close();
    await once(this.#http, 'close');
  }

  #interact({ name, options = {}, locale = 'en-US', direct = false }: CommandUse, focused: string | null): string {
    const command = [...this.commands.values()].flat().find((one) => one.name === name);
    if (command === undefined) throw new Error(`No command /${name} is registered`);
    const id = this.#ids.next();
    const token = `interaction-token-${id}`;
    const channel = direct ? this.cast.directChannel : this.cast.channel;
    this.#desk.start(id, token, channel, focused === null ? 'command' : 'autocomplete');
    const guildLocale = this.#guildLocale;
    const what = { id, token, command, options, locale, guildLocale, direct, focused };
    this.gateway.dispatch(interactionCreate(this.cast, what));
    return id;
  }

  #say(message: Omit<UserMessage, 'id'>): string {
    const id = this.#ids.next();
    this.gateway.dispatch((intents) => messageCreate(this.cast, { ...message, id }, intents));
    return id;
  }

  #answer(routes: ReturnType<typeof restRoutes>, request: IncomingMessage, text: string): RestReply {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? 'GET';
    const path = decodeURIComponent(pathname).replace(/^\/api\/v10(?=\/)/, '');
    const { authorization } = request.headers;
    const fault = this.#faults.findIndex(({ pattern }) => pattern.test(`${method} ${path}`));
    const [planned] = fault === -1 ? [] : this.#faults.splice(fault, 1);
    const reply =
      planned === undefined
        ? answerRequest(routes, this.token, { method, path, query: search, authorization, text })
        : { status: planned.error.status, body: planned.error.body };
    const body = readable(text);
    this.requests.push({
      method,
      path,
      query: search,
      authorised: authorization === `Bot ${this.token}`,
      body,
      status: reply.status,
      problems: this.#description?.problems(method, path, body) ?? [],
    });
    this.wake();
    return reply;
  }
}

function readable(text: string): unknown {
  try {
    return parseBody(text);
  } catch {
    return text;
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
