import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Restriction } from '../../../support/discord-emulator/channel-rules.js';
import type { DiscordEmulator } from '../../../support/discord-emulator/discord-emulator.js';
import { asObject } from '../../../support/discord-emulator/json.js';
import {
  displaying,
  type RawClient,
  type RawReply,
  startLenient,
} from '../../../support/discord-emulator/raw-client.js';

describe('a channel', () => {
  let emulator: DiscordEmulator;
  let raw: RawClient;

  beforeEach(async () => ({ emulator, raw } = await startLenient()));
  afterEach(() => emulator.close());

  const write = (channel: string, more: object = {}): Promise<RawReply> =>
    raw.call('POST', `/channels/${channel}/messages`, displaying('a', { ...more }));
  const replyTo = (id: string, more: object = {}): Promise<RawReply> =>
    write(emulator.cast.channel, { message_reference: { message_id: id, ...more } });

  it.each<[Restriction, number, number]>([
    ['no access', 403, 50001],
    ['no sending', 403, 50013],
    ['no direct messages', 403, 50007],
  ])('in which the bot has %s takes no message', async (restriction, status, code) => {
    const { channel } = emulator.cast;
    emulator.restrict(channel, restriction);
    expect(await write(channel)).toMatchObject({ status, body: { code } });
    expect(await raw.call('POST', `/channels/${channel}/typing`)).toMatchObject({ status, body: { code } });
    emulator.restrict(channel, null);
    expect(await write(channel)).toMatchObject({ status: 200 });
  });

  it('whose history the bot may not read takes no replies, and shows none of it', async () => {
    const { channel } = emulator.cast;
    const asked = emulator.mention('a');
    emulator.restrict(channel, 'no history');
    expect(await replyTo(asked)).toMatchObject({ status: 400, body: { code: 160002 } });
    expect(await write(channel)).toMatchObject({ status: 200 });
    expect((await raw.call('GET', `/channels/${channel}/messages`)).body).toEqual([]);
    const one = await raw.call('GET', `/channels/${channel}/messages/${asked}`);
    expect(one).toMatchObject({ status: 403, body: { code: 50013 } });
  });

  it('takes a reply to a message that is gone only where that is said', async () => {
    const asked = emulator.mention('a');
    emulator.deleteMessage(asked);
    expect(await replyTo(asked)).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(await replyTo(asked, { fail_if_not_exists: false })).toMatchObject({ status: 200, body: { type: 0 } });
    const gone = await raw.call('GET', `/channels/${emulator.cast.channel}/messages/${asked}`);
    expect(gone).toMatchObject({ status: 404, body: { code: 10008 } });
  });

  it('edits no message that is gone', async () => {
    const { channel } = emulator.cast;
    const id = String(asObject((await write(channel)).body).id);
    const edit = () => raw.call('PATCH', `/channels/${channel}/messages/${id}`, displaying('b'));
    expect(await edit()).toMatchObject({ status: 200 });
    emulator.deleteMessage(id);
    expect(await edit()).toMatchObject({ status: 404, body: { code: 10008 } });
  });

  it('that is an archived thread is woken by a message, unless it is locked, and edits nothing', async () => {
    const thread = emulator.openThread({ owner: emulator.cast.bot.id, starter: null });
    const id = String(asObject((await write(thread)).body).id);
    const edit = () => raw.call('PATCH', `/channels/${thread}/messages/${id}`, displaying('b'));
    emulator.archiveThread(thread);
    expect(await edit()).toMatchObject({ status: 400, body: { code: 50083 } });
    expect(await write(thread)).toMatchObject({ status: 200 });
    expect(await edit()).toMatchObject({ status: 200 });
    emulator.archiveThread(thread, { locked: true });
    expect(await write(thread)).toMatchObject({ status: 400, body: { code: 50083 } });
  });

  it('lets one thread be opened under a message, with a name of 1 to 100 characters', async () => {
    const path = `/channels/${emulator.cast.channel}/messages/${emulator.mention('a')}/threads`;
    expect(await raw.call('POST', path, { name: '网'.repeat(101) })).toMatchObject({ body: { code: 50035 } });
    expect(await raw.call('POST', path, { name: '网'.repeat(100) })).toMatchObject({ status: 201 });
    expect(await raw.call('POST', path, { name: 'a' })).toMatchObject({ status: 400, body: { code: 160004 } });
  });

  it('of a server that removed the bot is closed to it', async () => {
    const server = emulator.addServer();
    expect(await write(server.channel)).toMatchObject({ status: 200 });
    emulator.removeBot(server);
    expect(await write(server.channel)).toMatchObject({ status: 403, body: { code: 50001 } });
  });
});
