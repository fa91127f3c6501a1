import { DiscordEmulator, type EmulatorOptions } from './discord-emulator.js';
import { GatewayClient } from './gateway-client.js';
import { asObject, type JsonObject } from './json.js';

/** What came back for a request. */
export interface RawReply {
  readonly status: number;
  readonly headers: Headers;
  /** Null where it is empty. */
  readonly body: unknown;
}

/** An interaction as a bot sees it, and the ways to respond to it. */
export interface RawInteraction {
  readonly id: string;
  readonly event: JsonObject;
  readonly respond: (body: unknown) => Promise<RawReply>;
  readonly edit: (body: unknown) => Promise<RawReply>;
  readonly remove: () => Promise<RawReply>;
  readonly followUp: (body: unknown) => Promise<RawReply>;
}

/** A bot without a library, for tests of the emulator: it does one thing at a time, rightly or wrongly. */
export class RawClient {
  readonly emulator: DiscordEmulator;

  constructor(emulator: DiscordEmulator) {
    this.emulator = emulator;
  }

  /** @param path below `/api/v10`, with its query */
  async call(method: string, path: string, body?: unknown, token = this.emulator.token): Promise<RawReply> {
    const response = await fetch(`${this.emulator.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const { status, headers } = response;
    return { status, headers, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  /** A message with files beside it (reference.mdx, "Uploading Files"). */
  async upload(path: string, body: unknown, files: Readonly<Record<string, File>>): Promise<RawReply> {
    const form = new FormData();
    form.set('payload_json', JSON.stringify(body));
    for (const [field, file] of Object.entries(files)) form.set(field, file);
    const headers = { authorization: `Bot ${this.emulator.token}` };
    const response = await fetch(`${this.emulator.apiUrl}/v10${path}`, { method: 'POST', headers, body: form });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  /** A connection that has had its HELLO. @param query of the address, such as `?v=10` */
  async connect(query = ''): Promise<GatewayClient> {
    const { body } = await this.call('GET', '/gateway/bot');
    const client = new GatewayClient(`${String(asObject(body).url)}/${query}`, () => this.emulator.wake());
    await this.emulator.waitFor('HELLO', () => client.of(10).length > 0 || client.closeCode !== null);
    return client;
  }

  /** A connection that has said who it is, and has been told READY or why not. */
  async identify(intents: number, token = this.emulator.token, shard?: readonly number[]): Promise<GatewayClient> {
    const client = await this.connect();
    client.send(2, { token, intents, properties: {}, shard });
    const isOver = (): boolean => client.closeCode !== null || client.of(9).length > 0;
    await this.emulator.waitFor('READY', () => isOver() || client.events('READY').length > 0);
    return client;
  }

  /** Registers a command `/ask`, for which interactions can be started. */
  async register(): Promise<void> {
    const { application } = this.emulator.cast;
    await this.call('PUT', `/applications/${application}/commands`, [{ name: 'ask', description: 'Ask' }]);
  }

  /** What the client was sent of an interaction that somebody has started. */
  async interaction(client: GatewayClient, id: string): Promise<RawInteraction> {
    const event = await this.emulator.waitFor('the interaction', () =>
      client.events('INTERACTION_CREATE').find((one) => one.id === id),
    );
    const token = String(event.token);
    const webhook = `/webhooks/${this.emulator.cast.application}/${token}`;
    return {
      id,
      event,
      respond: (body) => this.call('POST', `/interactions/${id}/${token}/callback`, body),
      edit: (body) => this.call('PATCH', `${webhook}/messages/@original`, body),
      remove: () => this.call('DELETE', `${webhook}/messages/@original`),
      followUp: (body) => this.call('POST', webhook, body),
    };
  }
}

/** An emulator under which a bot may break the rules, and the client that breaks them. */
export async function startLenient(
  options: Omit<EmulatorOptions, 'lenient'> = {},
): Promise<{ readonly emulator: DiscordEmulator; readonly raw: RawClient }> {
  const emulator = await DiscordEmulator.start({ ...options, lenient: true });
  return { emulator, raw: new RawClient(emulator) };
}

/** A message of one text display. */
export function displaying(text: string, more: JsonObject = {}): JsonObject {
  return { flags: 1 << 15, components: [{ type: 10, content: text }], allowed_mentions: { parse: [] }, ...more };
}
