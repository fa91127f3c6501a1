import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/shared/clock.js';
import { UsageError } from '../../../src/shared/errors.js';
import { silentLogger } from '../../../src/shared/logger.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { storeAccess, type StoreAccess } from '../../../src/store/store-access.js';
import { StoreDamagedError } from '../../../src/store/store-errors.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const never = new AbortController().signal;

function accessTo(databaseFile: string, databaseUrl: string | null = null): StoreAccess {
  const settings = { databaseUrl, databaseFile, logQuestions: false, retentionDays: 7 };
  return storeAccess({ settings, fileSystem: nodeFileSystem, clock: systemClock });
}

describe('storeAccess', () => {
  it('finds no file, and makes none by looking', async () => {
    const folder = await temporaryFolder();
    const access = accessTo(join(folder, 'data', 'yinju.sqlite'));
    expect(await access.exists()).toBe(false);
    expect(await access.inspect()).toBeNull();
    await expect(access.openExisting(never)).rejects.toThrow(UsageError);
    expect(await readdir(folder)).toEqual([]);
  });

  it('opens a store that keeps what the settings say', async () => {
    const access = accessTo(join(await temporaryFolder(), 'data', 'yinju.sqlite'));
    const store = await access.open(silentLogger, never);
    expect(store.retention).toEqual({ logQuestions: false, retentionDays: 7 });
    await store.close();
    const found = await access.inspect();
    expect(found?.schema).toBe(found?.newest);
    await (await access.openExisting(never)).close();
  });

  it('looks into a database with nothing in it, and leaves it so', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'empty.sqlite');
    await writeFile(file, '');
    const access = accessTo(file);
    expect(await access.inspect()).toMatchObject({ name: file, schema: 0 });
    expect(await access.inspect()).toMatchObject({ schema: 0 });
  });

  it('says that a file is no database, and leaves it as it was', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'letter.txt');
    const letter = 'Dear reader,\n'.repeat(1000);
    await writeFile(file, letter);
    await expect(accessTo(file).inspect()).rejects.toThrow(StoreDamagedError);
    expect(await readFile(file, 'utf8')).toBe(letter);
  });

  it('takes a server for one that may hold something, whatever lies in the file', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'data'));
    const access = accessTo(join(folder, 'data', 'yinju.sqlite'), 'postgres://nobody@localhost:1/nothing');
    expect(await access.exists()).toBe(true);
  });
});
