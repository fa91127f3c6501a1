import { afterEach, describe, expect, it } from 'vitest';
import { ApiError, RateLimited } from '../../../support/discord-emulator/api-error.js';
import type { DiscordEmulator, EmulatorOptions } from '../../../support/discord-emulator/discord-emulator.js';
import {
  displaying,
  type RawClient,
  type RawReply,
  startLenient,
} from '../../../support/discord-emulator/raw-client.js';

const MINUTE = 60_000;

describe('the API over HTTP', () => {
  let emulator: DiscordEmulator;
  let raw: RawClient;

  const start = async (options: EmulatorOptions = {}): Promise<void> => {
    ({ emulator, raw } = await startLenient(options));
  };
  const write = (channel = emulator.cast.channel): Promise<RawReply> =>
    raw.call('POST', `/channels/${channel}/messages`, displaying('a'));

  afterEach(() => emulator.close());

  it('limits each route and channel, and tells in headers how much is left', async () => {
    await start({ rateLimit: { requests: 2, milliseconds: MINUTE } });
    const [first, second, third] = [await write(), await write(), await write()];
    const header = ({ headers }: RawReply, name: string) => headers.get(`x-ratelimit-${name}`);
    expect([first, second].map(({ status }) => status)).toEqual([200, 200]);
    expect([first, second].map((one) => header(one, 'remaining'))).toEqual(['1', '0']);
    expect(header(first, 'limit')).toBe('2');
    expect(Number(header(first, 'reset-after'))).toBeLessThanOrEqual(60);
    expect(third.status).toBe(429);
    expect(third.body).toMatchObject({ global: false, message: 'You are being rate limited.' });
    expect(header(third, 'scope')).toBe('user');
    expect(header(third, 'bucket')).toBe(header(first, 'bucket'));
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(50);
    // Another channel is another resource of the same route, another method another route.
    const other = await write(emulator.cast.directChannel);
    expect([other.status, header(other, 'bucket')]).toEqual([200, header(first, 'bucket')]);
    const typing = await raw.call('POST', `/channels/${emulator.cast.channel}/typing`);
    expect(header(typing, 'bucket')).not.toBe(header(first, 'bucket'));
  });

  it('limits all routes together, but for those of interactions', async () => {
    await start({ globalRateLimit: { requests: 2, milliseconds: MINUTE } });
    await write();
    await raw.call('GET', '/users/@me');
    const refused = await write(emulator.cast.directChannel);
    expect(refused).toMatchObject({ status: 429, body: { global: true } });
    expect([refused.headers.get('x-ratelimit-global'), refused.headers.get('x-ratelimit-scope')]).toEqual([
      'true',
      'global',
    ]);
    const interaction = await raw.call('POST', '/interactions/1/interaction-token-1/callback', { type: 5 });
    expect(interaction.status).toBe(404);
  });

  it('counts answers with 401, 403 and 429, after too many of which Discord shuts an address out', async () => {
    await start();
    await raw.call('GET', '/users/@me', undefined, 'wrong');
    emulator.restrict(emulator.cast.channel, 'no access');
    await write();
    emulator.failNext(/./, new RateLimited(1, false));
    await write();
    await raw.call('GET', '/nothing');
    expect(emulator.invalidRequests).toBe(3);
  });

  it.each([
    [500, false, 0],
    [502, false, 0],
    [502, true, 1],
  ])('fails once with %i where it is told to, what it was asked for done: %s', async (status, done, messages) => {
    await start();
    emulator.failNext(/messages$/, new ApiError(status, 0, 'Internal Server Error'), { done });
    expect((await write()).status).toBe(status);
    expect(emulator.board.all).toHaveLength(messages);
    expect((await write()).status).toBe(200);
  });

  it.each([
    ['before the answer', false, 0],
    ['before the answer', true, 1],
    ['in the answer', true, 1],
  ] as const)('cuts the connection once %s, what it was asked for done: %s', async (cut, done, messages) => {
    await start();
    emulator.cutNext(/messages$/, cut, { done });
    await expect(write()).rejects.toThrow(TypeError);
    expect(emulator.board.all).toHaveLength(messages);
    expect((await write()).status).toBe(200);
  });

  it('is slow once, and answers others meanwhile', async () => {
    await start();
    const held = emulator.holdNext(/messages$/);
    const slow = write();
    await held.arrived;
    expect((await raw.call('GET', '/users/@me')).status).toBe(200);
    expect(emulator.board.all).toHaveLength(0);
    held.release();
    expect((await slow).status).toBe(200);
  });
});
