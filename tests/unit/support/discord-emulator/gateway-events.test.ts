import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordEmulator } from '../../../support/discord-emulator/discord-emulator.js';
import {
  INTENT_DIRECT_MESSAGES,
  INTENT_GUILDS,
  INTENT_GUILD_MESSAGES,
  INTENT_MESSAGE_CONTENT,
} from '../../../support/discord-emulator/gateway.js';
import { asList, asObject } from '../../../support/discord-emulator/json.js';
import { displaying, type RawClient, startLenient } from '../../../support/discord-emulator/raw-client.js';

describe('what the gateway tells a bot', () => {
  let emulator: DiscordEmulator;
  let raw: RawClient;

  beforeEach(async () => ({ emulator, raw } = await startLenient({ allowedPrivileged: INTENT_MESSAGE_CONTENT })));
  afterEach(() => emulator.close());

  it('is READY, then its servers, where it asked for them', async () => {
    const client = await raw.identify(INTENT_GUILDS);
    await emulator.waitFor('the server', () => client.events('GUILD_CREATE').length > 0);
    const { guild, bot, application } = emulator.cast;
    expect(client.events('READY')).toMatchObject([
      { v: 10, user: bot, guilds: [{ id: guild, unavailable: true }], application: { id: application } },
    ]);
    expect(client.events('GUILD_CREATE')).toMatchObject([{ id: guild, unavailable: false }]);
    expect((await raw.identify(0)).events('GUILD_CREATE')).toEqual([]);
  });

  it('is for each shard of its servers, and for the first of direct messages', async () => {
    const intents = INTENT_GUILDS | INTENT_GUILD_MESSAGES | INTENT_DIRECT_MESSAGES;
    const shards = [await raw.identify(intents, undefined, [0, 2]), await raw.identify(intents, undefined, [1, 2])];
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

  it('is no content without its intent, but of mentions, direct messages and its own', async () => {
    const blind = await raw.identify(INTENT_GUILD_MESSAGES | INTENT_DIRECT_MESSAGES);
    const reading = await raw.identify(INTENT_GUILD_MESSAGES | INTENT_MESSAGE_CONTENT);
    emulator.say('secret');
    emulator.mention('open');
    emulator.directMessage('direct');
    await raw.call('POST', `/channels/${emulator.cast.channel}/messages`, displaying('own'));
    const contents = (events: readonly object[]) =>
      events.map((event) => asObject(asList(asObject(event).components)[0]).content ?? asObject(event).content);
    await emulator.waitFor('all', () => blind.events('MESSAGE_CREATE').length === 4);
    await emulator.waitFor('all', () => reading.events('MESSAGE_CREATE').length === 3);
    const mention = `<@${emulator.cast.bot.id}> open`;
    expect(contents(blind.events('MESSAGE_CREATE'))).toEqual(['', mention, 'direct', 'own']);
    expect(contents(reading.events('MESSAGE_CREATE'))).toEqual(['secret', mention, 'own']);
  });

  it('is told over HTTP likewise', async () => {
    const strict = await startLenient();
    for (const [client, secret] of [
      [strict.raw, ''],
      [raw, 'secret'],
    ] as const) {
      const { emulator: one } = client;
      one.say('secret');
      one.mention('open');
      const { body } = await client.call('GET', `/channels/${one.cast.channel}/messages`);
      const contents = asList(body).map((message) => asObject(message).content);
      expect(contents).toEqual([`<@${one.cast.bot.id}> open`, secret]);
    }
    await strict.emulator.close();
  });

  it('is what becomes of messages, threads and servers', async () => {
    const client = await raw.identify(INTENT_GUILDS | INTENT_GUILD_MESSAGES);
    emulator.deleteMessage(emulator.say('gone'));
    const thread = emulator.openThread({ owner: emulator.cast.user.id, starter: null });
    emulator.archiveThread(thread, { locked: true });
    emulator.removeBot();
    await emulator.waitFor('all', () => client.events('GUILD_DELETE').length > 0);
    expect(client.received.flatMap(({ t }) => (typeof t === 'string' ? [t] : []))).toEqual([
      'READY',
      'GUILD_CREATE',
      'MESSAGE_CREATE',
      'MESSAGE_DELETE',
      'THREAD_CREATE',
      'THREAD_UPDATE',
      'GUILD_DELETE',
    ]);
  });
});
