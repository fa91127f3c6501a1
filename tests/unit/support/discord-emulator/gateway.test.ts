import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordEmulator } from '../../../support/discord-emulator/discord-emulator.js';
import { type RawClient, startLenient } from '../../../support/discord-emulator/raw-client.js';

/** events/gateway.mdx, "Heartbeat Interval": a test sees what comes of its loss, and a slow machine identifies before. */
const HEARTBEAT_MILLISECONDS = 500;

describe('a connection to the gateway', () => {
  let emulator: DiscordEmulator;
  let raw: RawClient;

  beforeEach(async () => ({ emulator, raw } = await startLenient()));
  afterEach(() => emulator.close());

  it('begins with HELLO, which names the interval of heartbeats', async () => {
    const client = await raw.connect('?v=10&encoding=json');
    expect(client.received).toEqual([{ op: 10, d: { heartbeat_interval: 41_250 } }]);
  });

  it('is closed where it asks for another version of the API', async () => {
    expect((await raw.connect('?v=6')).closeCode).toBe(4012);
  });

  it('acknowledges heartbeats, and asks for one out of turn', async () => {
    const client = await raw.identify(0);
    emulator.gateway.askForHeartbeat();
    await emulator.waitFor('the request', () => client.of(1).length > 0);
    client.send(1, 1);
    await emulator.waitFor('the ACK', () => client.of(11).length > 0);
    expect(client.of(1)).toEqual([{ op: 1, d: null }]);
  });

  it('is closed where no heartbeat comes, and its session can be resumed', async () => {
    const { emulator: other, raw: silent } = await startLenient({ heartbeatMilliseconds: HEARTBEAT_MILLISECONDS });
    const client = await silent.identify(0);
    await other.waitFor('the close', () => client.closeCode !== null);
    // Any but 1000 and 1001: those would end the session.
    expect(client.closeCode).toBe(4000);
    const second = await silent.connect();
    second.send(6, { token: other.token, session_id: client.events('READY')[0]?.session_id, seq: 1 });
    await other.waitFor('RESUMED', () => second.events('RESUMED').length > 0);
    await other.close();
  });

  it('says nothing more once it is a zombie, and its session keeps what happens', async () => {
    const client = await raw.identify(1 << 9);
    const sequence = client.received.filter(({ op }) => op === 0).length;
    emulator.gateway.turnIntoZombies();
    const before = client.received.length;
    client.send(1, null);
    emulator.mention('missed');
    client.close(4200);
    await emulator.waitFor('the close', () => !emulator.gateway.connected);
    expect(client.received).toHaveLength(before);
    const second = await raw.connect();
    second.send(6, { token: emulator.token, session_id: client.events('READY')[0]?.session_id, seq: sequence });
    await emulator.waitFor('RESUMED', () => second.events('RESUMED').length > 0);
    expect(second.events('MESSAGE_CREATE')).toHaveLength(1);
  });

  it.each([
    ['a wrong token', 0, 'wrong', 4004],
    ['an intent that does not exist', 1 << 30, undefined, 4013],
    ['a privileged intent that is switched off', 1 << 15, undefined, 4014],
  ])('is closed for %s', async (_, intents, token, code) => {
    expect((await raw.identify(intents, token)).closeCode).toBe(code);
  });

  it('is closed for a shard that there is not', async () => {
    expect((await raw.identify(0, undefined, [2, 2])).closeCode).toBe(4010);
  });

  it('is closed for a second IDENTIFY', async () => {
    const client = await raw.identify(0);
    client.send(2, { token: emulator.token, intents: 0, properties: {} });
    await emulator.waitFor('the close', () => client.closeCode !== null);
    expect(client.closeCode).toBe(4005);
  });

  it.each([
    ['a payload before IDENTIFY', JSON.stringify({ op: 3, d: {} }), 4003],
    ['an unknown opcode', JSON.stringify({ op: 99, d: {} }), 4001],
    ['a payload of more than 4096 bytes', JSON.stringify({ op: 1, d: 'x'.repeat(5000) }), 4002],
    ['what is no JSON', '{', 4002],
  ])('is closed for %s', async (_, text, code) => {
    const client = await raw.connect();
    client.sendText(text);
    await emulator.waitFor('the close', () => client.closeCode !== null);
    expect(client.closeCode).toBe(code);
  });

  it('is closed for more than 120 payloads in a minute', async () => {
    const client = await raw.connect();
    for (let count = 0; count < 120; count += 1) client.send(1, null);
    await emulator.waitFor('all ACKs', () => client.of(11).length === 120);
    client.send(1, null);
    await emulator.waitFor('the close', () => client.closeCode !== null);
    expect(client.closeCode).toBe(4008);
  });

  it('lets so many shards identify at a time as it said', async () => {
    const { emulator: large, raw: client } = await startLenient({ sharding: { shards: 4, maxConcurrency: 2 } });
    const shards = await Promise.all([0, 1, 2].map((id) => client.identify(0, undefined, [id, 4])));
    expect(shards.filter((one) => one.events('READY').length > 0)).toHaveLength(2);
    expect(shards.flatMap((one) => one.of(9))).toEqual([{ op: 9, d: false }]);
    await large.close();
  });
});
