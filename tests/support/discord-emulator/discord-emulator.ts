import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { OptionValues } from './command-options.js';
import { makeCast, type Cast } from './cast.js';
import type { ApiError } from './api-error.js';
import { HoldingPoint, type Held } from './holding-point.js';
import { Gateway, INTENT_MESSAGE_CONTENT } from './gateway.js';
import {
  componentCreate,
  greeting,
  interactionCreate,
  messageCreate,
  serverAdded,
  threadCreate,
  userMessage,
  type ServerPlace,
  type UserMessage,
} from './gateway-events.js';
import { History, type OpenedThread } from './history.js';
import { InteractionDesk } from './interaction-desk.js';
import { asObject, asText, type JsonObject } from './json.js';
import { FLAG_EPHEMERAL } from './check-message.js';
import { MessageBoard, buttonsOf, messageJson, type BotMessage } from './message-board.js';
import { officialDescription, type OfficialDescription } from './official-description.js';
import { readBody, type UploadedFile } from './read-body.js';
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
  /** What it asks of the bot where that is large: divided into shards, of which so many may identify at a time. */
  readonly sharding?: { readonly shards: number; readonly maxConcurrency: number };
  /** Milliseconds that never go back, for the deadlines of interactions. */
  readonly now?: () => number;
}

/** A use of a slash command by the emulated user. */
export interface CommandUse {
  readonly name: string;
  /** A channel is given by its id. */
  readonly options?: OptionValues;
  readonly subcommand?: string;
  /** What the user may do there, as a number in decimal digits; everything unless given. */
  readonly permissions?: string;
  /** Language of the user's client; en-US unless given. */
  readonly locale?: string;
  readonly direct?: boolean;
  /** Where; the first server unless given. */
  readonly server?: ServerPlace;
  /** By whom; the asker unless given. */
  readonly user?: Cast['user'];
  /** True in a server to which the bot was not added, by a user who has added it to the own account. */
  readonly foreign?: boolean;
}

/** How somebody replies to a message. */
export interface Reply {
  readonly text: string;
  /** Id of the message, of the bot or of a user; null for one that was deleted meanwhile. */
  readonly to: string | null;
  /** Whether the author of that message is mentioned by it, as the client does unless told otherwise. */
  readonly ping: boolean;
  readonly direct?: boolean;
}

/** A press of a button by an emulated user. */
export interface ButtonPress {
  /** As the board has it. */
  readonly message: BotMessage;
  /** The whole custom id of the button, or the beginning of it. */
  readonly customId: string;
  /** The asker unless given. */
  readonly user?: JsonObject;
  /** Language of the user's client; en-US unless given. */
  readonly locale?: string;
  /** What the member may do in the channel, as the bits of "Permissions" (topics/permissions.mdx); everything unless given. */
  readonly permissions?: string;
  /**
   * True where Discord leaves out the message that the message replies to, as it may (resources/message.mdx, "Message Object",
   * `referenced_message`).
   */
  readonly withoutReference?: boolean;
}

/** Discord on 127.0.0.1: REST and gateway, one application, one server, one user. Every request is recorded. */
export class DiscordEmulator {
  readonly token: string;
  readonly cast: Cast;
  readonly requests: RecordedRequest[] = [];
  /** Files that the bot has sent, in their order. */
  readonly files: UploadedFile[] = [];
  readonly board: MessageBoard;
  readonly commands = new Map<string, readonly JsonObject[]>();
  readonly gateway: Gateway;
  readonly #ids = new Snowflakes();
  readonly #desk: InteractionDesk;
  readonly #history: History;
  readonly #http: Server;
  #revealed = false;
  readonly #guildLocale: string;
  readonly #description: OfficialDescription | null = officialDescription();
  readonly #waitingRoom = new WaitingRoom();
  readonly #faults: { readonly pattern: RegExp; readonly error: ApiError }[] = [];
  readonly #holdingPoint = new HoldingPoint();
  readonly #servers: ServerPlace[];
  #sharding: Required<EmulatorOptions>['sharding'];

  private constructor(http: Server, options: EmulatorOptions) {
    this.token = options.token ?? 'emulated.bot.token';
    this.#guildLocale = options.guildLocale ?? 'en-US';
    this.cast = makeCast(this.#ids);
    this.#servers = [this.cast];
    this.#sharding = options.sharding ?? { shards: 1, maxConcurrency: 1 };
    const changed = (): void => this.wake();
    this.board = new MessageBoard(this.#ids, changed);
    this.#desk = new InteractionDesk(this.board, options.now ?? (() => performance.now()));
    this.#history = new History(this.board, this.cast);
    this.#http = http;
    const routes = restRoutes({
      token: this.token,
      gatewayUrl: () => this.#gatewayUrl,
      sharding: () => this.#sharding,
      cast: this.cast,
      ids: this.#ids,
      board: this.board,
      history: this.#history,
      threadOpened: (thread) => this.gateway.dispatch(threadCreate(thread)),
      desk: this.#desk,
      commands: this.commands,
    });
    http.on('request', (request, response) => {
      void readBody(request).then(async ({ text, files }) => {
        this.files.push(...files);
        await this.#holdingPoint.pass(`${request.method ?? 'GET'} ${pathOf(request)}`);
        const { status, body, headers = {} } = this.#answer(routes, request, text);
        if (body === null) response.writeHead(status, headers).end();
        else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
      });
    });
    this.gateway = new Gateway(
      http,
      {
        token: this.token,
        allowedPrivileged: options.allowedPrivileged ?? 0,
        // events/gateway.mdx, "Hello Event": 41.25 s at Discord.
        heartbeatMilliseconds: options.heartbeatMilliseconds ?? 41_250,
        greeting: (sessionId, shard) => {
          const [cast, servers, url, guildLocale] = [this.cast, this.#servers, this.#gatewayUrl, this.#guildLocale];
          return greeting({ cast, servers, sessionId, shard, url, guildLocale });
        },
        maxConcurrency: options.sharding?.maxConcurrency ?? null,
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

  /** The bot is added to another server. */
  addServer(): ServerPlace {
    const server = { guild: this.#ids.next(), channel: this.#ids.next() };
    this.#servers.push(server);
    this.#history.addChannel(server.channel);
    this.gateway.dispatch(serverAdded({ ...this.cast, ...server }, this.#guildLocale));
    return server;
  }

  /** From now on it says that it wants the bot divided so. */
  recommend(sharding: Required<EmulatorOptions>['sharding']): void {
    this.#sharding = sharding;
  }

  /** Somebody who was not there before. */
  addUser(): Cast['user'] {
    return { ...this.cast.user, id: this.#ids.next() };
  }

  /** The user runs a command. Discord offers only registered ones: any other is a mistake of the test. */
  slashCommand(use: CommandUse): string {
    return this.#interact(use, null, null);
  }

  /** The user has typed so much into an option of a command: Discord asks the bot for choices. */
  type(use: CommandUse, focused: string): string {
    return this.#interact(use, focused, null);
  }

  /**
   * The user presses a button of a message. Discord takes only one that is there and not disabled, on a message that the
   * user sees: any other is a mistake of the test.
   */
  press(press: ButtonPress): string {
    const {
      message: { id: messageId },
      customId,
      user = this.cast.user,
    } = press;
    const message = this.board.all.find((one) => one.id === messageId);
    if (message === undefined) throw new Error(`There is no message ${messageId}`);
    const button = buttonsOf(message).find((one) => asText(one.custom_id).startsWith(customId));
    if (button === undefined || button.disabled === true) throw new Error(`No button ${customId} can be pressed`);
    const ephemeral = (message.flags & FLAG_EPHEMERAL) !== 0;
    if (ephemeral && message.user?.id !== user.id) throw new Error('Nobody else sees an ephemeral message');
    return this.#pressed({ ...press, message, customId: asText(button.custom_id) });
  }

  /** A press with any custom id, as a client that was tampered with may send it. */
  forgePress(message: BotMessage, customId: string): string {
    return this.#pressed({ message, customId });
  }

  /** The user chooses a command in the menu of a message: of a user's, or of the bot's. */
  messageCommand(use: Omit<CommandUse, 'options'>, target: string): string {
    return this.#interact(use, null, this.#message(target));
  }

  /** Choices that the bot offered for an option, as soon as it has. */
  waitForChoices(interaction: string): Promise<readonly JsonObject[]> {
    return this.waitFor('choices', () => this.#desk.choicesOf(interaction));
  }

  /** The user writes into the server's channel and mentions the bot: `<@id>` stands before the text. */
  mention(
    text: string,
    { user = this.cast.user, server = this.cast }: Pick<CommandUse, 'user' | 'server'> = {},
  ): string {
    const content = `<@${this.cast.bot.id}> ${text}`;
    return this.#say({ content, author: user, mentionsBot: true, direct: false }, server);
  }

  /** The user writes into the server's channel without a mention. */
  say(text: string, author: JsonObject = this.cast.user): string {
    return this.#say({ content: text, author, mentionsBot: false, direct: false });
  }

  directMessage(text: string, author: JsonObject = this.cast.user): string {
    return this.#say({ content: text, author, mentionsBot: false, direct: true });
  }

  /** The user replies to a message. */
  reply({ text, to, ping, direct = false }: Reply): string {
    const repliesTo = to === null ? null : this.#message(to);
    const mentionsBot = ping && asObject(repliesTo?.author).id === this.cast.bot.id;
    return this.#say({ content: text, author: this.cast.user, mentionsBot, direct, repliesTo });
  }

  /** The user replies to somebody, and mentions the bot by itself. */
  replyMentioning({ text, to }: Pick<Reply, 'text'> & { readonly to: string }): string {
    const repliesTo = this.#message(to);
    return this.#say({ content: text, author: this.cast.user, mentionsBot: true, direct: false, repliesTo });
  }

  /** From now on the bot is sent the content of every message, as if it had asked for MESSAGE_CONTENT. */
  revealContent(): void {
    this.#revealed = true;
  }

  /** Somebody opens a thread in the server's channel. @returns its id */
  openThread(opened: OpenedThread): string {
    const thread = this.#history.open(opened, this.#ids.next());
    this.gateway.dispatch(threadCreate(thread));
    return asText(thread.id);
  }

  /** The user writes into a thread, without a mention. */
  sayInThread(thread: string, text: string): string {
    return this.#say({ content: text, author: this.cast.user, mentionsBot: false, direct: false, thread });
  }

  /** The next request whose `METHOD /path` matches is answered with this error instead. */
  failNext(pattern: RegExp, error: ApiError): void {
    this.#faults.push({ pattern, error });
  }

  /** The next request whose `METHOD /path` matches is not looked at before it is released. */
  holdNext(pattern: RegExp): Held {
    return this.#holdingPoint.holdNext(pattern);
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

  #interact(use: CommandUse, focused: string | null, target: JsonObject | null): string {
    const {
      name,
      options = {},
      locale = 'en-US',
      direct = false,
      foreign = false,
      server = this.cast,
      user = this.cast.user,
      subcommand = null,
      permissions,
    } = use;
    const command = [...this.commands.values()].flat().find((one) => one.name === name);
    if (command === undefined) throw new Error(`No command /${name} is registered`);
    const id = this.#ids.next();
    const token = `interaction-token-${id}`;
    const here = direct ? this.cast.directChannel : server.channel;
    const channel = foreign ? this.cast.foreignChannel : here;
    const kind = focused === null ? 'command' : 'autocomplete';
    this.#desk.start({ id, token, channel, user, kind, message: null });
    const guildLocale = this.#guildLocale;
    const allowed = permissions === undefined ? {} : { permissions };
    const place = { locale, guildLocale, direct, foreign, ...allowed };
    const what = { id, token, command, subcommand, options, focused, target, ...place };
    this.gateway.dispatch(
      interactionCreate({ ...this.cast, guild: server.guild, channel: server.channel, user }, what),
    );
    return id;
  }

  #pressed(press: ButtonPress): string {
    const { message, customId, user = this.cast.user, locale = 'en-US', permissions, withoutReference = false } = press;
    const id = this.#ids.next();
    const token = `interaction-token-${id}`;
    const { channel } = message;
    this.#desk.start({ id, token, channel, user, kind: 'component', message });
    const direct = channel === this.cast.directChannel;
    const foreign = channel === this.cast.foreignChannel;
    const replied = message.repliesTo === null || withoutReference ? null : this.#history.find(message.repliesTo);
    const shown = {
      ...messageJson(message, this.cast),
      ...(replied === null ? {} : { referenced_message: replied }),
    };
    const place = { locale, guildLocale: this.#guildLocale, direct, foreign };
    const allowed = permissions === undefined ? {} : { permissions };
    const what = { id, token, user, message: shown, customId, ...place, ...allowed };
    const server = this.#servers.find((one) => one.channel === channel) ?? this.cast;
    this.gateway.dispatch(componentCreate({ ...this.cast, guild: server.guild, channel: server.channel }, what));
    return id;
  }

  #say(message: Omit<UserMessage, 'id'>, { guild, channel }: ServerPlace = this.cast): string {
    const id = this.#ids.next();
    const cast = { ...this.cast, guild, channel };
    this.#history.add(userMessage(cast, { ...message, id }));
    this.gateway.dispatch((intents) =>
      messageCreate(cast, { ...message, id }, this.#revealed ? intents | INTENT_MESSAGE_CONTENT : intents),
    );
    return id;
  }

  /** A message of anybody, as Discord has it now. */
  #message(id: string): JsonObject {
    const own = this.board.all.find((one) => one.id === id);
    return own === undefined ? this.#history.written(id) : messageJson(own, this.cast);
  }

  #answer(routes: ReturnType<typeof restRoutes>, request: IncomingMessage, text: string): RestReply {
    const { search } = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? 'GET';
    const path = pathOf(request);
    const { authorization } = request.headers;
    const fault = this.#faults.findIndex(({ pattern }) => pattern.test(`${method} ${path}`));
    const [planned] = fault === -1 ? [] : this.#faults.splice(fault, 1);
    const reply =
      planned === undefined
        ? answerRequest(routes, this.token, { method, path, query: search, authorization, text })
        : { status: planned.error.status, body: planned.error.body, headers: planned.error.headers };
    const body = readable(text);
    this.requests.push({
      method,
      path,
      query: search,
      authorised: authorization === `Bot ${this.token}`,
      body,
      status: reply.status,
      at: performance.now(),
      problems: this.#description?.problems(method, path, body) ?? [],
    });
    this.wake();
    return reply;
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
