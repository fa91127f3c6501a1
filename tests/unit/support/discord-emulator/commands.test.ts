import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordEmulator } from '../../../support/discord-emulator/discord-emulator.js';
import type { JsonObject } from '../../../support/discord-emulator/json.js';
import { type RawClient, startLenient } from '../../../support/discord-emulator/raw-client.js';

const ASK = { name: 'ask', description: 'Ask', name_localizations: { 'zh-CN': '提问' } };
const SUBCOMMAND = { type: 1, name: 'one', description: 'One' };
const TEXT = { type: 3, name: 'text', description: 'Text' };

describe('commands', () => {
  let emulator: DiscordEmulator;
  let raw: RawClient;

  beforeEach(async () => ({ emulator, raw } = await startLenient()));
  afterEach(() => emulator.close());

  const path = (): string => `/applications/${emulator.cast.application}/commands`;

  it('may have subcommands with values of their own', async () => {
    const command = { ...ASK, options: [{ ...SUBCOMMAND, options: [TEXT] }] };
    expect(await raw.call('PUT', path(), [command])).toMatchObject({ status: 200 });
  });

  it('come back without localisations unless asked for', async () => {
    await raw.call('PUT', path(), [ASK]);
    const [bare] = (await raw.call('GET', path())).body as readonly JsonObject[];
    const [full] = (await raw.call('GET', `${path()}?with_localizations=true`)).body as readonly JsonObject[];
    expect(bare).not.toHaveProperty('name_localizations');
    expect(full).toMatchObject({ name_localizations: { 'zh-CN': '提问' } });
  });

  it.each([
    ['an upper-case name', { ...ASK, name: 'Ask' }],
    ['a name with a space', { ...ASK, name: 'a b' }],
    ['no description', { name: 'ask' }],
    ['a description of 101 characters', { ...ASK, description: '述'.repeat(101) }],
    ['a locale that Discord does not have', { ...ASK, name_localizations: { 'zh-HK': '提問' } }],
    ['values beside a subcommand', { ...ASK, options: [SUBCOMMAND, TEXT] }],
    ['a wrong name below a subcommand', { ...ASK, options: [{ ...SUBCOMMAND, options: [{ ...TEXT, name: 'A b' }] }] }],
  ])('are refused with %s', async (_, command) => {
    expect(await raw.call('PUT', path(), [command])).toMatchObject({ status: 400, body: { code: 50035 } });
  });
});
