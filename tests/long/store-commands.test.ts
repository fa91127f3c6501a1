import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/cli/doctor-checks.js';
import { inviteLinkOf } from '../../src/discord/gateway/invite-link.js';
import { DiscordEmulator } from '../support/discord-emulator/discord-emulator.js';
import { jsonLines, runYinju } from '../support/run-yinju.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('the built program and its database', () => {
  it('restores a backup into a database that is not there yet, and backs it up again', async () => {
    const workingFolder = await temporaryFolder();
    const database = (name: string) => ({ environment: { DATABASE_FILE: join(workingFolder, name) }, workingFolder });
    const none = await runYinju(['backup', 'one.backup'], database('one.sqlite'));
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toContain('There is no database');
    // An empty file is a database of SQLite with nothing in it.
    await writeFile(join(workingFolder, 'one.sqlite'), '');
    expect(await runYinju(['backup', 'one.backup'], database('one.sqlite'))).toMatchObject({ code: 0, stderr: '' });
    expect(await runYinju(['restore', 'one.backup'], database('two.sqlite'))).toMatchObject({ code: 0, stderr: '' });
    const refused = await runYinju(['restore', 'one.backup'], database('two.sqlite'));
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('--yes');
  });

  it('says in one error what is wrong with a database that the bot cannot open', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'letter.txt'), 'Dear reader,\n'.repeat(1000));
    const emulator = await DiscordEmulator.start();
    try {
      const { code, stdout, stderr } = await runYinju(['start', '--index', join(folder, 'index')], {
        environment: {
          DISCORD_TOKEN: emulator.token,
          DISCORD_API_URL: emulator.apiUrl,
          DATABASE_FILE: join(folder, 'letter.txt'),
        },
      });
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain('damaged or no database');
      expect(stderr).toContain('npx yinju restore');
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(emulator.gateway.records).toEqual([]);
    } finally {
      await emulator.close();
    }
  });

  it('is looked at by the doctor, who says what to do', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'letter.txt'), 'Dear reader,\n'.repeat(1000));
    const { code, stdout } = await runYinju(['doctor', '--json', '--index', join(folder, 'index')], {
      environment: { DATABASE_FILE: join(folder, 'letter.txt') },
    });
    const checks = jsonLines(stdout)[0] as readonly Check[];
    const found = checks.find(({ name }) => name === 'database');
    expect(code).toBe(1);
    expect(found).toMatchObject({ status: 'failed', remedy: expect.stringContaining('npx yinju restore') as string });
  });
});

it('yinju deploy --invite prints the link of the application, and registers nothing', async () => {
  const emulator = await DiscordEmulator.start();
  try {
    const { token, apiUrl, cast } = emulator;
    const environment = { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl };
    const { link, permissions } = inviteLinkOf(cast.application);
    const run = await runYinju(['deploy', '--invite'], { environment });
    expect(run).toMatchObject({ code: 0, stdout: `${link}\n` });
    expect(run.stderr).toContain(permissions);
    expect(emulator.commands.size).toBe(0);
  } finally {
    await emulator.close();
  }
});
