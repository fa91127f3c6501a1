import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import {
  DiscordIntentsError,
  DiscordRefusedError,
  DiscordShardsError,
  DiscordTokenError,
  DiscordUnreachableError,
} from '../../../../src/discord/gateway/discord-errors.js';
import { botOfEachTest } from '../../../support/bot-of-each-test.js';
import { ApiError } from '../../../support/discord-emulator/api-error.js';

describe('a bot that cannot run', () => {
  const bot = botOfEachTest();

  it('ends with one error for a wrong token that names the setting', async () => {
    await expect(bot.start(undefined, { token: 'wrong.token' })).rejects.toThrow(DiscordTokenError);
    await expect(bot.ended).rejects.toMatchObject({ remedy: expect.stringContaining('DISCORD_TOKEN') as string });
  });

  it('ends with the same error where only the gateway refuses the token', async () => {
    bot.emulator.gateway.refuseNextIdentify(4004);
    await expect(bot.start()).rejects.toThrow(DiscordTokenError);
  });

  it.each([4013, 4014])('ends with one error that names the switch for close code %i', async (closeCode) => {
    bot.emulator.gateway.refuseNextIdentify(closeCode);
    await expect(bot.start()).rejects.toThrow(DiscordIntentsError);
    await expect(bot.ended).rejects.toMatchObject({
      closeCode,
      remedy: expect.stringContaining('Gateway Intents') as string,
    });
  });

  it('names the switch, and the setting that does without, where the content of messages is not allowed', async () => {
    await expect(bot.start(undefined, { messageContent: true })).rejects.toMatchObject({
      closeCode: 4014,
      message: expect.stringContaining('MessageContent') as string,
      remedy: expect.stringMatching(/Message Content Intent.*MESSAGE_CONTENT=off/) as string,
    });
  });

  it.each([4010, 4011])('ends with one error that says to start it again for close code %i', async (closeCode) => {
    bot.emulator.gateway.refuseNextIdentify(closeCode);
    await expect(bot.start()).rejects.toThrow(DiscordShardsError);
    await expect(bot.ended).rejects.toMatchObject({
      closeCode,
      remedy: expect.stringContaining('Start it again') as string,
    });
  });

  it('ends when Discord closes the connection for good later', async () => {
    const end = bot.start();
    await bot.emulator.waitUntilReady();
    bot.emulator.gateway.drop(4004);
    await expect(end).rejects.toThrow(DiscordTokenError);
  });

  it('says what else Discord refused with', async () => {
    bot.emulator.failNext(/gateway\/bot/, new ApiError(403, 40001, 'Unauthorized'));
    await expect(bot.start()).rejects.toThrow(DiscordRefusedError);
  });

  it('says that an address is not reachable', async () => {
    const apiUrl = await unusedAddress();
    const end = bot.start(undefined, { apiUrl });
    await expect(end).rejects.toThrow(DiscordUnreachableError);
    await expect(end).rejects.toMatchObject({ message: expect.stringContaining(apiUrl) as string });
  });
});

/** An address on which nothing listens any more. */
async function unusedAddress(): Promise<string> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/api`;
}
