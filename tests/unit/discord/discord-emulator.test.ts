import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { DiscordEmulator } from '../../support/discord-emulator/discord-emulator.js';
import { INTENT_GUILD_MESSAGES, INTENT_MESSAGE_CONTENT } from '../../support/discord-emulator/gateway.js';
import { asNumber, asObject, type JsonObject } from '../../support/discord-emulator/json.js';
import { textOf } from '../../support/discord-emulator/message-board.js';
import { officialDescription } from '../../support/discord-emulator/official-description.js';

/** A bare client of the gateway: sends what it is told and keeps what comes. */
class GatewayClient {
  readonly received: JsonObject[] = [];
  closeCode: number | null = null;
  readonly #socket: WebSocket;

  constructor(url: string, changed: () => void) {
    this.#socket = new WebSocket(url);
    this.#socket.on('message', (data: Buffer) => {
      this.received.push(asObject(JSON.parse(data.toString('utf8'))));
      changed();
    });
    this.#socket.on('close', (code) => {
      this.closeCode = code;
      changed();
    });
  }

  send(op: number, d: unknown): void {
    this.#socket.send(JSON.stringify({ op, d }));
  }

  close(code: number): void {
    this.#socket.close(code);
  }

  /** Data of the dispatched events of this name. */
  events(name: string): readonly JsonObject[] {
    return this.received.filter(({ t }) => t === name).map(({ d }) => asObject(d));
  }
}

describe('the emulator of Discord', () => {
  let emulator: DiscordEmulator;
  let now: number;

  beforeEach(async () => {
    now = 0;
    emulator = await DiscordEmulator.start({ now: () => now, allowedPrivileged: INTENT_MESSAGE_CONTENT });
  });

  afterEach(() => emulator.close());

  const call = async (method: string, path: string, body?: unknown, token = emulator.token) => {
    const response = await fetch(`${emulator.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  };

  const connect = async (): Promise<GatewayClient> => {
    const { body } = await call('GET', '/gateway/bot');
    const client = new GatewayClient(String(asObject(body).url), () => emulator.wake());
    await emulator.waitFor('HELLO', () => client.received.some(({ op }) => op === 10));
    return client;
  };

  const identify = async (
    intents: number,
    token = emulator.token,
    shard?: readonly number[],
  ): Promise<GatewayClient> => {
    const client = await connect();
    client.send(2, { token, intents, properties: {}, shard });
    const isOver = (): boolean => client.closeCode !== null || client.received.some(({ op }) => op === 9);
    await emulator.waitFor('READY', () => isOver() || client.events('READY').length > 0);
    return client;
  };

  describe('gateway', () => {
    it('acknowledges heartbeats', async () => {
      const client = await connect();
      client.send(1, null);
      await emulator.waitFor('the ACK', () => client.received.some(({ op }) => op === 11));
    });

    it.each([
      ['a wrong token', 0, 'wrong', 4004],
      ['an intent that does not exist', 1 << 30, undefined, 4013],
      ['a privileged intent that is switched off', 1 << 1, undefined, 4014],
    ])('closes for %s', async (_, intents, token, code) => {
      expect((await identify(intents, token)).closeCode).toBe(code);
    });

    it('closes for a payload before IDENTIFY, an unknown opcode and one that is too long', async () => {
      const codes: (number | null)[] = [];
      for (const [op, d] of [
        [3, {}],
        [99, {}],
        [1, 'x'.repeat(5000)],
      ] as const) {
        const client = await connect();
        client.send(op, d);
        await emulator.waitFor('the close', () => client.closeCode !== null);
        codes.push(client.closeCode);
      }
      expect(codes).toEqual([4003, 4001, 4002]);
    });

    it('tells each shard of its servers, and the first of direct messages', async () => {
      const intents = (1 << 0) | INTENT_GUILD_MESSAGES | (1 << 12);
      const shards = [await identify(intents, undefined, [0, 2]), await identify(intents, undefined, [1, 2])];
      const servers = [{ guild: emulator.cast.guild, channel: emulator.cast.channel }, emulator.addServer()];
      for (const server of servers) emulator.mention(server.guild, { server });
      emulator.directMessage('direct');
      await emulator.waitFor('all', () => shards.flatMap((one) => one.events('MESSAGE_CREATE')).length === 3);
      for (const [id, shard] of shards.entries()) {
        // reference.mdx, "Snowflakes": what lies above bit 22 is the time, and of that the parity counts here.
        const own = servers.filter(({ guild }) => Number((BigInt(guild) / 4_194_304n) % 2n) === id);
        expect(shard.events('READY')[0]?.shard).toEqual([id, 2]);
        expect(shard.events('GUILD_CREATE').map((event) => event.id)).toEqual(own.map(({ guild }) => guild));
        const places = shard.events('MESSAGE_CREATE').map((event) => event.guild_id ?? 'direct');
        expect(places).toEqual([...own.map(({ guild }) => guild), ...(id === 0 ? ['direct'] : [])]);
      }
    });

    it('closes for a shard that there is not', async () => {
      expect((await identify(0, undefined, [2, 2])).closeCode).toBe(4010);
    });

    it('lets so many shards identify at a time as it said', async () => {
      const large = await DiscordEmulator.start({ sharding: { shards: 4, maxConcurrency: 2 } });
      const first = emulator;
      emulator = large;
      await first.close();
      const ids = [0, 1, 2];
      const shards = await Promise.all(ids.map((id) => identify(0, undefined, [id, 4])));
      expect(shards.filter((one) => one.events('READY').length > 0)).toHaveLength(2);
      expect(shards.filter((one) => one.received.some(({ op, d }) => op === 9 && d === false))).toHaveLength(1);
    });

    it('leaves the content out without its intent, but for mentions and direct messages', async () => {
      const blind = await identify(INTENT_GUILD_MESSAGES | (1 << 12));
      const reading = await identify(INTENT_GUILD_MESSAGES | INTENT_MESSAGE_CONTENT);
      emulator.say('secret');
      emulator.mention('open');
      emulator.directMessage('direct');
      await emulator.waitFor(
        'messages',
        () => blind.events('MESSAGE_CREATE').length === 3 && reading.events('MESSAGE_CREATE').length === 2,
      );
      const mention = `<@${emulator.cast.bot.id}> open`;
      expect(blind.events('MESSAGE_CREATE').map(({ content }) => content)).toEqual(['', mention, 'direct']);
      expect(reading.events('MESSAGE_CREATE').map(({ content }) => content)).toEqual(['secret', mention]);
    });

    it('replays what a resumed session has missed', async () => {
      const first = await identify(INTENT_GUILD_MESSAGES);
      const [ready] = first.events('READY');
      const sequence = Math.max(...first.received.map(({ s }) => asNumber(s)));
      first.close(4000);
      await emulator.waitFor('the close', () => !emulator.gateway.connected);
      emulator.mention('missed');
      const second = await connect();
      second.send(6, { token: emulator.token, session_id: ready?.session_id, seq: sequence });
      await emulator.waitFor('RESUMED', () => second.events('RESUMED').length > 0);
      expect(second.events('MESSAGE_CREATE')).toHaveLength(1);
    });

    it('refuses to resume a session that ended or never was, and a sequence from the future', async () => {
      const ended = await identify(0);
      const [ready] = ended.events('READY');
      ended.close(1000);
      await emulator.waitFor('the close', () => !emulator.gateway.connected);
      const client = await connect();
      client.send(6, { token: emulator.token, session_id: ready?.session_id, seq: 1 });
      await emulator.waitFor('Invalid Session', () => client.received.some(({ op, d }) => op === 9 && d === false));

      const alive = await identify(0);
      const other = await connect();
      other.send(6, { token: emulator.token, session_id: alive.events('READY')[0]?.session_id, seq: 99 });
      await emulator.waitFor('4007', () => other.closeCode === 4007);
    });
  });

  describe('interactions', () => {
    const text = { flags: 1 << 15, components: [{ type: 10, content: 'text' }] };

    const interaction = async () => {
      await call('PUT', `/applications/${emulator.cast.application}/commands`, [{ name: 'ask', description: 'Ask' }]);
      const client = await identify(0);
      const id = emulator.slashCommand({ name: 'ask' });
      await emulator.waitFor('the interaction', () => client.events('INTERACTION_CREATE').length > 0);
      const token = String(client.events('INTERACTION_CREATE')[0]?.token);
      const respond = (body: unknown) => call('POST', `/interactions/${id}/${token}/callback`, body);
      const edit = (body: unknown = text) =>
        call('PATCH', `/webhooks/${emulator.cast.application}/${token}/messages/@original`, body);
      const events = () => client.events('INTERACTION_CREATE');
      return { id, respond, edit, events };
    };

    it('are answered within three seconds, or unknown', async () => {
      const { respond } = await interaction();
      now = 3001;
      expect(await respond({ type: 5 })).toMatchObject({ status: 404, body: { code: 10062 } });
    });

    it('are answered once', async () => {
      const { respond } = await interaction();
      now = 3000;
      expect(await respond({ type: 5 })).toMatchObject({ status: 204 });
      expect(await respond({ type: 4, data: text })).toMatchObject({ status: 400, body: { code: 40060 } });
    });

    it('can be edited after the first response, for fifteen minutes', async () => {
      const { respond, edit } = await interaction();
      expect(await edit()).toMatchObject({ status: 404, body: { code: 10015 } });
      await respond({ type: 5 });
      expect(await edit()).toMatchObject({ status: 200 });
      now = 15 * 60 * 1000 + 1;
      expect(await edit()).toMatchObject({ status: 401, body: { code: 50027 } });
    });

    it('of a button edit its message at once, later, or write another, and are answered once', async () => {
      const { respond, edit, events: client } = await interaction();
      await respond({ type: 5 });
      const row = { type: 1, components: [{ type: 2, style: 2, label: 'A', custom_id: 'a' }] };
      await edit({ ...text, components: [...text.components, row] });
      const [message] = emulator.board.all;
      if (message === undefined) throw new Error('There is no message');

      const press = async () => {
        const id = emulator.press({ message, customId: 'a' });
        await emulator.waitFor('the press', () => client().some((event) => event.id === id));
        const event = client().find((one) => one.id === id);
        return {
          event,
          respond: (body: unknown) => call('POST', `/interactions/${id}/${String(event?.token)}/callback`, body),
          edit: (body: unknown) =>
            call('PATCH', `/webhooks/${emulator.cast.application}/${String(event?.token)}/messages/@original`, body),
        };
      };
      const deferred = await press();
      expect(deferred.event).toMatchObject({
        type: 3,
        data: { custom_id: 'a', component_type: 2 },
        message: { id: message.id, interaction_metadata: { user: { id: emulator.cast.user.id } } },
      });
      expect(await deferred.respond({ type: 6 })).toMatchObject({ status: 204 });
      expect(await deferred.respond({ type: 6 })).toMatchObject({ status: 400, body: { code: 40060 } });
      const changed = { ...text, components: [{ type: 10, content: 'later' }, row] };
      expect(await deferred.edit(changed)).toMatchObject({ status: 200, body: { id: message.id } });

      const updated = await press();
      expect(
        await updated.respond({ type: 7, data: { components: [{ type: 10, content: 'at once' }, row] } }),
      ).toMatchObject({
        status: 204,
      });
      const answered = await press();
      expect(await answered.respond({ type: 4, data: { ...text, flags: (1 << 15) | (1 << 6) } })).toMatchObject({
        status: 204,
      });
      expect(emulator.board.all.map((one) => textOf(one))).toEqual(['at once', 'text']);
      // The second is ephemeral: nobody but who pressed sees it.
      const [, ephemeral] = emulator.board.all;
      expect(() => emulator.press({ message, customId: 'b' })).toThrow('No button b can be pressed');
      if (ephemeral === undefined) throw new Error('There is no ephemeral message');
      expect(ephemeral.flags & (1 << 6)).not.toBe(0);
    });

    it('of a command cannot edit a message that is there', async () => {
      const { respond } = await interaction();
      expect(await respond({ type: 6 })).toMatchObject({ status: 400, body: { code: 50035 } });
      expect(await respond({ type: 7, data: text })).toMatchObject({ status: 400, body: { code: 50035 } });
    });

    it('are offered for registered commands only', () => {
      expect(() => emulator.slashCommand({ name: 'nothing' })).toThrow('No command /nothing is registered');
    });
  });

  describe('messages', () => {
    const post = (body: unknown) => call('POST', `/channels/${emulator.cast.channel}/messages`, body);
    const v2 = (...components: readonly unknown[]) => ({ flags: 1 << 15, components });
    const display = (content: string) => ({ type: 10, content });

    it.each([
      ['content over 2000 characters', { content: 'a'.repeat(2001) }],
      ['content beside components v2', { ...v2(display('a')), content: 'a' }],
      ['text displays without the flag', { components: [display('a')] }],
      ['an empty text display', v2(display(''))],
      ['an empty container', v2({ type: 17, components: [] })],
      [
        'a row of six buttons',
        v2({ type: 1, components: Array.from({ length: 6 }, (_, at) => ({ type: 2, custom_id: `${at}` })) }),
      ],
      ['an empty row', v2({ type: 1, components: [] })],
      ['a label of 81 characters', v2({ type: 1, components: [{ type: 2, custom_id: 'a', label: 'a'.repeat(81) }] })],
      [
        'a custom id used twice',
        v2({
          type: 1,
          components: [
            { type: 2, custom_id: 'a' },
            { type: 2, custom_id: 'a' },
          ],
        }),
      ],
      ['a flag that bots cannot set', { content: 'a', flags: 1 << 7 }],
      [
        'mentions that are both parsed and listed',
        { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
      ],
    ])('refuses %s', async (_, body) => {
      expect(await post(body)).toMatchObject({ status: 400, body: { code: 50035 } });
    });

    it('refuses an empty one, breaks on too much Chinese text, and takes what is right', async () => {
      expect(await post({ content: '' })).toMatchObject({ status: 400, body: { code: 50006 } });
      expect(await post(v2(display('网'.repeat(3387))))).toMatchObject({ status: 500 });
      expect(await post(v2(display('网'.repeat(3386))))).toMatchObject({ status: 200 });
      expect(await call('POST', '/channels/1/messages', v2(display('a')))).toMatchObject({ status: 404 });
      expect(await call('GET', '/users/@me', undefined, 'wrong')).toMatchObject({ status: 401 });
    });

    it('keeps the flag of components v2 for ever', async () => {
      const { body } = await post(v2(display('a')));
      const path = `/channels/${emulator.cast.channel}/messages/${String(asObject(body).id)}`;
      expect(await call('PATCH', path, { content: 'classic', flags: 0 })).toMatchObject({ status: 400 });
      expect(await call('PATCH', path, { components: [display('b')] })).toMatchObject({ status: 200 });
    });
  });

  describe('commands', () => {
    const path = (): string => `/applications/${emulator.cast.application}/commands`;
    const ask = { name: 'ask', description: 'Ask', name_localizations: { 'zh-CN': '提问' } };

    const SUBCOMMAND = { type: 1, name: 'one', description: 'One' };
    const TEXT = { type: 3, name: 'text', description: 'Text' };

    it('may have subcommands with values of their own', async () => {
      const command = { ...ask, options: [{ ...SUBCOMMAND, options: [TEXT] }] };
      expect(await call('PUT', path(), [command])).toMatchObject({ status: 200 });
    });

    it('come back without localisations unless asked for', async () => {
      await call('PUT', path(), [ask]);
      const [bare] = (await call('GET', path())).body as readonly JsonObject[];
      const [full] = (await call('GET', `${path()}?with_localizations=true`)).body as readonly JsonObject[];
      expect(bare).not.toHaveProperty('name_localizations');
      expect(full).toMatchObject({ name_localizations: { 'zh-CN': '提问' } });
    });

    it.each([
      ['an upper-case name', { ...ask, name: 'Ask' }],
      ['a name with a space', { ...ask, name: 'a b' }],
      ['no description', { name: 'ask' }],
      ['a description of 101 characters', { ...ask, description: '述'.repeat(101) }],
      ['a locale that Discord does not have', { ...ask, name_localizations: { 'zh-HK': '提問' } }],
      ['values beside a subcommand', { ...ask, options: [SUBCOMMAND, TEXT] }],
      [
        'a wrong name below a subcommand',
        { ...ask, options: [{ ...SUBCOMMAND, options: [{ ...TEXT, name: 'A b' }] }] },
      ],
    ])('are refused with %s', async (_, command) => {
      expect(await call('PUT', path(), [command])).toMatchObject({ status: 400, body: { code: 50035 } });
    });
  });

  describe.skipIf(officialDescription() === null)('the official description', () => {
    it('finds what is wrong with a body, and what is not there', () => {
      const problems = (method: string, path: string, body: unknown) =>
        officialDescription()?.problems(method, path, body);
      expect(problems('POST', '/channels/1/messages', { content: 'a' })).toEqual([]);
      expect(problems('POST', '/channels/1/messages', { content: 5 })).not.toEqual([]);
      expect(problems('POST', '/channels/1/nothing', {})).toEqual([
        'The official description has no POST /channels/1/nothing',
      ]);
    });

    it('is asked about every request', async () => {
      await call('POST', `/channels/${emulator.cast.channel}/messages`, { content: 5 });
      expect(emulator.problems).not.toEqual([]);
    });
  });
});
