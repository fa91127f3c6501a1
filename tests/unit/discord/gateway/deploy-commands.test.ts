import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { STANDING_COMMANDS } from '../../../../src/discord/commands/all-commands.js';
import { MESSAGE_COMMANDS } from '../../../../src/discord/commands/message-commands.js';
import { deployCommands } from '../../../../src/discord/gateway/deploy-commands.js';
import { DiscordTokenError } from '../../../../src/discord/gateway/discord-errors.js';
import { DiscordEmulator } from '../../../support/discord-emulator/discord-emulator.js';

const STANDING_NAMES = [...STANDING_COMMANDS, ...MESSAGE_COMMANDS].map(({ data }) => data.name);

describe('deployCommands', () => {
  let emulator: DiscordEmulator;

  beforeEach(async () => {
    emulator = await DiscordEmulator.start();
  });

  afterEach(() => emulator.close());

  const deploy = (options: { readonly guild?: string; readonly dryRun?: boolean } = {}) =>
    deployCommands({
      commands: STANDING_COMMANDS,
      token: emulator.token,
      apiUrl: emulator.apiUrl,
      guild: options.guild ?? null,
      dryRun: options.dryRun ?? false,
    });

  it('writes once, and sees no change after it', async () => {
    expect(await deploy()).toMatchObject({ changed: true });
    expect(await deploy()).toMatchObject({ changed: false });
    expect(emulator.commands.get('global')?.map(({ name }) => name)).toEqual(STANDING_NAMES);
  });

  it('registers in one server, and sees no change after it', async () => {
    const { guild } = emulator.cast;
    expect(await deploy({ guild })).toMatchObject({ changed: true });
    expect(await deploy({ guild })).toMatchObject({ changed: false });
    expect([...emulator.commands.keys()]).toEqual([guild]);
  });

  it('writes nothing in a dry run', async () => {
    expect(await deploy({ dryRun: true })).toMatchObject({
      changed: true,
      commands: STANDING_NAMES.map((name) => ({ name })),
    });
    expect(emulator.requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('names the setting for a wrong token', async () => {
    const options = {
      commands: STANDING_COMMANDS,
      token: 'wrong',
      apiUrl: emulator.apiUrl,
      guild: null,
      dryRun: false,
    };
    await expect(deployCommands(options)).rejects.toThrow(DiscordTokenError);
  });
});
