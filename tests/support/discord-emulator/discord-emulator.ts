import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ApiError } from './api-error.js';
import type { Restriction } from './channel-rules.js';
import { EmulatedUsers } from './emulated-users.js';
import type { EmulatorOptions } from './emulator-options.js';
import { addressOf, makeParts, type EmulatorParts } from './emulator-parts.js';
import type { Cut } from './fault-plan.js';
import { serverAdded, serverRemoved, threadUpdate, type ServerPlace } from './gateway-events.js';
import type { Gateway } from './gateway.js';
import type { Held } from './holding-point.js';
import type { Sharding } from './identity-routes.js';
import type { JsonObject } from './json.js';
import type { BotMessage, MessageBoard } from './message-board.js';
import type { UploadedFile } from './read-body.js';
import type { RecordedRequest } from './rest-api.js';

export type { EmulatorOptions } from './emulator-options.js';
export type { ButtonPress, CommandUse, Reply } from './user-deeds.js';

/**
 * Discord on 127.0.0.1: REST and gateway, one application, one server, one user. Every request is recorded.
 *
 * Each behaviour cites the documentation by file and section: `events/gateway.mdx, "Resuming"` is the section of that name
 * of https://github.com/discord/discord-api-docs/blob/main/developers/events/gateway.mdx, which Discord shows at
 * https://docs.discord.com/developers/events/gateway. A number after the file is its line on 6 August 2026.
 */
export class DiscordEmulator extends EmulatedUsers {
  readonly token: string;
  readonly board: MessageBoard;
  readonly commands: ReadonlyMap<string, readonly JsonObject[]>;
  readonly gateway: Gateway;
  readonly #parts: EmulatorParts;
  readonly #lenient: boolean;

  private constructor(parts: EmulatorParts, lenient: boolean) {
    super(parts);
    this.#parts = parts;
    this.#lenient = lenient;
    this.token = parts.token;
    this.board = parts.board;
    this.commands = parts.commands;
    this.gateway = parts.gateway;
  }

  static async start(options: EmulatorOptions = {}): Promise<DiscordEmulator> {
    const http = createServer();
    const emulator = new DiscordEmulator(makeParts(http, options), options.lenient ?? false);
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    return emulator;
  }

  /** What `DISCORD_API_URL` is set to. */
  get apiUrl(): string {
    return `http://${addressOf(this.#parts.http)}/api`;
  }

  /** Every request so far, in the order of the answers. */
  get requests(): readonly RecordedRequest[] {
    return this.#parts.rest.requests;
  }

  /** Files that the bot has sent, in their order. */
  get files(): readonly UploadedFile[] {
    return this.#parts.rest.files;
  }

  /** What is wrong with the requests so far; see `RecordedRequest`. */
  get problems(): readonly string[] {
    return this.requests.flatMap(({ method, path, problems }) => problems.map((one) => `${method} ${path}: ${one}`));
  }

  /** Answers with 401, 403 or 429 so far (topics/rate-limits.mdx, "Invalid Request Limit"). */
  get invalidRequests(): number {
    return this.#parts.rest.limiter.invalid;
  }

  /** The bot is added to another server. */
  addServer(): ServerPlace {
    const { ids, servers, history, gateway, guildLocale } = this.#parts;
    const server = { guild: ids.next(), channel: ids.next() };
    servers.push(server);
    history.addChannel(server.channel);
    gateway.dispatch(serverAdded({ ...this.cast, ...server }, guildLocale));
    return server;
  }

  /** A server removes the bot, which may no longer see anything of it. Interactions begun there can still be answered. */
  removeBot({ guild, channel }: ServerPlace = this.cast): void {
    this.restrict(channel, 'no access');
    this.gateway.dispatch(serverRemoved(guild));
  }

  /** From now on the bot may not do that in a channel; null lifts it. */
  restrict(channel: string, restriction: Restriction | null): void {
    this.#parts.history.rules.restrict(channel, restriction);
  }

  /** topics/threads.mdx, "Active & Archived Threads". @param locked by a moderator, so that no message wakes it */
  archiveThread(thread: string, { locked = false }: { readonly locked?: boolean } = {}): void {
    this.gateway.dispatch(threadUpdate(this.#parts.history.setArchived(thread, true, locked)));
  }

  /** From now on it says that it wants the bot divided so. */
  recommend(sharding: Sharding): void {
    this.#parts.recommend(sharding);
  }

  /** The next request whose `METHOD /path` matches is answered with this error. @param done whether what it asks for is done all the same */
  failNext(pattern: RegExp, error: ApiError, { done = false }: { readonly done?: boolean } = {}): void {
    this.#parts.rest.faults.add(pattern, { error, cut: null, done });
  }

  /** The answer to the next request whose `METHOD /path` matches gets lost. @param done whether what it asks for is done */
  cutNext(pattern: RegExp, cut: Cut, { done }: { readonly done: boolean }): void {
    this.#parts.rest.faults.add(pattern, { error: null, cut, done });
  }

  /** The next request whose `METHOD /path` matches is not looked at before it is released. */
  holdNext(pattern: RegExp): Held {
    return this.#parts.rest.faults.hold(pattern);
  }

  /** Something changed: everybody who waits looks again. */
  wake(): void {
    this.#parts.waitingRoom.wake();
  }

  /** Resolves once the condition gives a value, looked at whenever a request, a message or a connection came. */
  waitFor<T>(what: string, condition: () => T | undefined | false | null): Promise<T> {
    return this.#parts.waitingRoom.waitFor(what, condition, () =>
      this.requests.map(({ method, path, status }) => `${method} ${path} ${status}`).join(', '),
    );
  }

  /** A message of the bot that satisfies a condition, as soon as there is one. */
  waitForMessage(condition: (message: BotMessage) => boolean): Promise<BotMessage> {
    return this.waitFor('a message', () => this.board.all.find(condition));
  }

  /** Choices that the bot offered for an option, as soon as it has. */
  waitForChoices(interaction: string): Promise<readonly JsonObject[]> {
    return this.waitFor('choices', () => this.#parts.desk.choicesOf(interaction));
  }

  /** Resolves when the bot has logged in and registered its commands. */
  async waitUntilReady(): Promise<void> {
    await this.waitFor('a login', () => this.gateway.connected);
    await this.waitFor('commands', () => this.commands.size > 0);
  }

  /** Ends it. @throws where a request of the bot was one that it must not send: see `problems` */
  async close(): Promise<void> {
    const { http } = this.#parts;
    this.gateway.close();
    http.closeAllConnections();
    http.close();
    await once(http, 'close');
    if (!this.#lenient && this.problems.length > 0)
      throw new Error(`The bot sent what it must not send:\n${this.problems.join('\n')}`);
  }
}
