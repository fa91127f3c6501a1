import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiscordEmulator } from '../../../support/discord-emulator/discord-emulator.js';
import { officialDescription } from '../../../support/discord-emulator/official-description.js';
import { pingsOf } from '../../../support/discord-emulator/pings.js';
import { displaying, RawClient, startLenient } from '../../../support/discord-emulator/raw-client.js';

describe('what no bot may send', () => {
  let emulator: DiscordEmulator;
  let raw: RawClient;

  beforeEach(async () => ({ emulator, raw } = await startLenient()));
  afterEach(() => emulator.close());

  const path = () => `/channels/${emulator.cast.channel}/messages`;

  it.each([
    ['a request for which the emulator has no route', 'GET', '/voice/regions', undefined, 'does not know this route'],
    ['a body over a limit', 'POST', null, displaying('a'.repeat(4001)), 'refused with 50035'],
    ['an empty message', 'POST', null, { content: '' }, 'refused with 50006'],
    ['a ping', 'POST', null, { content: '@here' }, 'pings everyone'],
  ])('is noted: %s', async (_, method, where, body, problem) => {
    await raw.call(method, where ?? path(), body);
    expect(emulator.problems).toEqual([expect.stringContaining(problem) as string]);
  });

  it('is nothing where a request is right', async () => {
    await raw.call('POST', path(), displaying('@here'));
    expect(emulator.problems).toEqual([]);
  });

  it('is noted of the answer to an interaction too', async () => {
    const data = { content: '<@1>' };
    await raw.call('POST', '/interactions/1/interaction-token-1/callback', { type: 4, data });
    expect(emulator.problems).toEqual([expect.stringContaining('pings users') as string]);
  });

  it('fails the end of a test', async () => {
    const strict = await DiscordEmulator.start();
    await new RawClient(strict).call('GET', '/voice/regions');
    await expect(strict.close()).rejects.toThrow('GET /voice/regions: the emulator does not know this route');
  });
});

describe('pings', () => {
  it.each([
    ['everything where nothing is said', { content: '@everyone <@1> <@&2>' }, ['everyone', 'users', 'roles']],
    ['nothing where nothing is parsed', { content: '@everyone <@1>', allowed_mentions: { parse: [] } }, []],
    ['what is parsed', { content: '@here <@1>', allowed_mentions: { parse: ['users'] } }, ['users']],
    ['what is listed', { content: '', allowed_mentions: { parse: [], users: ['1'] } }, ['1']],
    [
      'in the texts of components',
      { components: [{ type: 17, components: [{ type: 10, content: '<@!1>' }] }] },
      ['users'],
    ],
    ['whom a reply answers', { content: '', message_reference: { message_id: '1' } }, ['replied user']],
    [
      'nobody by a reply that says so',
      { message_reference: { message_id: '1' }, allowed_mentions: { parse: [], replied_user: false } },
      [],
    ],
  ])('are %s', (_, body, pings) => {
    expect(pingsOf(body)).toEqual(pings);
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
    const emulator = await DiscordEmulator.start();
    await new RawClient(emulator).call('POST', `/channels/${emulator.cast.channel}/messages`, { content: 5 });
    await expect(emulator.close()).rejects.toThrow('must be string');
  });
});
