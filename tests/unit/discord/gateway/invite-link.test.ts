import { describe, expect, it } from 'vitest';
import { DiscordTokenError } from '../../../../src/discord/gateway/discord-errors.js';
import { inviteLink, inviteLinkOf } from '../../../../src/discord/gateway/invite-link.js';
import { PERMISSIONS } from '../../../../src/discord/gateway/permissions.js';
import { DiscordEmulator } from '../../../support/discord-emulator/discord-emulator.js';

/** topics/permissions.mdx, "Bitwise Permission Flags". */
const VIEW_CHANNEL = 1n << 10n;
const SEND_MESSAGES = 1n << 11n;
const READ_MESSAGE_HISTORY = 1n << 16n;
const CREATE_PUBLIC_THREADS = 1n << 35n;
const SEND_MESSAGES_IN_THREADS = 1n << 38n;

describe('the link that adds the bot to a server', () => {
  it('asks for what the bot uses and for nothing else', () => {
    const expected =
      VIEW_CHANNEL | SEND_MESSAGES | READ_MESSAGE_HISTORY | CREATE_PUBLIC_THREADS | SEND_MESSAGES_IN_THREADS;
    expect(PERMISSIONS.bitfield).toBe(expected);
    expect(PERMISSIONS.has('Administrator')).toBe(false);
  });

  it('names the application, the two scopes and the number of the permissions', () => {
    const { link, permissions } = inviteLinkOf('123456789012345678');
    const { origin, pathname, searchParams } = new URL(link);
    expect(origin + pathname).toBe('https://discord.com/oauth2/authorize');
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: '123456789012345678',
      scope: 'bot applications.commands',
      permissions,
    });
    expect(permissions).toBe('309237713920');
  });

  it('asks Discord for the id of the application', async () => {
    const emulator = await DiscordEmulator.start();
    try {
      const { token, apiUrl, cast } = emulator;
      expect(await inviteLink({ token, apiUrl })).toEqual(inviteLinkOf(cast.application));
      await expect(inviteLink({ token: 'another.bot.token', apiUrl })).rejects.toThrow(DiscordTokenError);
    } finally {
      await emulator.close();
    }
  });
});
