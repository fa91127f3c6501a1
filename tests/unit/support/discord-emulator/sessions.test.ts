import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordEmulator } from '../../../support/discord-emulator/discord-emulator.js';
import { INTENT_GUILD_MESSAGES } from '../../../support/discord-emulator/gateway.js';
import type { GatewayClient } from '../../../support/discord-emulator/gateway-client.js';
import { asNumber } from '../../../support/discord-emulator/json.js';
import { type RawClient, startLenient } from '../../../support/discord-emulator/raw-client.js';

describe('a session of the gateway', () => {
  let emulator: DiscordEmulator;
  let raw: RawClient;

  beforeEach(async () => ({ emulator, raw } = await startLenient()));
  afterEach(() => emulator.close());

  const sequenceOf = ({ received }: GatewayClient): number => Math.max(...received.map(({ s }) => asNumber(s)));
  const resume = async (ended: GatewayClient, sequence = sequenceOf(ended)): Promise<GatewayClient> => {
    const client = await raw.connect();
    client.send(6, { token: emulator.token, session_id: ended.events('READY')[0]?.session_id, seq: sequence });
    const isOver = (): boolean => client.closeCode !== null || client.of(9).length > 0;
    await emulator.waitFor('RESUMED', () => isOver() || client.events('RESUMED').length > 0);
    return client;
  };
  const cut = async (client: GatewayClient, code: number): Promise<void> => {
    client.close(code);
    await emulator.waitFor('the close', () => !emulator.gateway.connected);
  };

  it('is resumed with what was missed, in order, RESUMED after it', async () => {
    const first = await raw.identify(INTENT_GUILD_MESSAGES);
    await cut(first, 4000);
    emulator.mention('one');
    emulator.mention('two');
    const second = await resume(first);
    expect(second.received.flatMap(({ t, s }) => (typeof t === 'string' ? [[t, s]] : []))).toEqual([
      ['MESSAGE_CREATE', 2],
      ['MESSAGE_CREATE', 3],
      ['RESUMED', 4],
    ]);
  });

  it.each([1000, 1001])('ends where the bot closes with %i', async (code) => {
    const client = await raw.identify(0);
    await cut(client, code);
    expect((await resume(client)).of(9)).toEqual([{ op: 9, d: false }]);
  });

  it('is not resumed with a sequence from the future, or a wrong token', async () => {
    const client = await raw.identify(0);
    expect((await resume(client, 99)).closeCode).toBe(4007);
    const other = await raw.connect();
    other.send(6, { token: 'wrong', session_id: client.events('READY')[0]?.session_id, seq: 1 });
    await emulator.waitFor('the close', () => other.closeCode !== null);
    expect(other.closeCode).toBe(4004);
  });

  it.each([
    ['for good, and then it is gone', false, [{ op: 9, d: false }]],
    ['for the moment, and then it is there', true, []],
  ])('is refused on RESUME %s', async (_, resumable, again) => {
    const client = await raw.identify(0);
    await cut(client, 4000);
    emulator.gateway.refuseNextResume(resumable);
    expect((await resume(client)).of(9)).toEqual([{ op: 9, d: resumable }]);
    expect((await resume(client)).of(9)).toEqual(again);
  });

  it('is asked to reconnect, and is told that it is invalid', async () => {
    const client = await raw.identify(0);
    emulator.gateway.askToReconnect();
    emulator.gateway.invalidate(true);
    emulator.gateway.invalidate(false);
    await emulator.waitFor('all', () => client.of(9).length === 2);
    expect(client.received.filter(({ op }) => op === 7 || op === 9)).toEqual([
      { op: 7, d: null },
      { op: 9, d: true },
      { op: 9, d: false },
    ]);
    await cut(client, 4000);
    expect((await resume(client)).of(9)).toEqual([{ op: 9, d: false }]);
  });
});
