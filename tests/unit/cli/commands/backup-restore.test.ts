import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Application } from '../../../../src/cli/application.js';
import { addBackupCommand } from '../../../../src/cli/commands/backup.js';
import { BackupFileError } from '../../../../src/cli/commands/backup-file-error.js';
import type { CommandContext } from '../../../../src/cli/command-context.js';
import { addRestoreCommand } from '../../../../src/cli/commands/restore.js';
import { storeAccess, type StoreAccess } from '../../../../src/store/store-access.js';
import { createTerminal } from '../../../../src/cli/terminal/terminal.js';
import { Command } from 'commander';
import { systemClock } from '../../../../src/shared/clock.js';
import { UsageError } from '../../../../src/shared/errors.js';
import { silentLogger } from '../../../../src/shared/logger.js';
import { nodeFileSystem } from '../../../../src/shared/node-file-system.js';
import { BackupDamagedError } from '../../../../src/store/store-errors.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const GUILD = '1000000000000000001';
const never = new AbortController().signal;

/** The two commands over a database in a folder; `answer` is what the person at the terminal types, null for nobody. */
class Machine {
  readonly access: StoreAccess;
  readonly folder: string;
  output = '';
  errors = '';
  code = 0;

  constructor(folder: string, database = 'yinju.sqlite') {
    this.folder = folder;
    const databaseFile = join(folder, 'data', database);
    const settings = { databaseUrl: null, databaseFile, logQuestions: false, retentionDays: 90 };
    this.access = storeAccess({ settings, fileSystem: nodeFileSystem, clock: systemClock });
  }

  async run(words: readonly string[], answer: string | null = null): Promise<void> {
    const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
    output.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    errors.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString();
      if (answer !== null && this.errors.endsWith('[y/N] ')) input.write(`${answer}\n`);
    });
    const isTTY = answer !== null;
    const streams = {
      stdin: Object.assign(input, { isTTY }),
      stdout: Object.assign(output, { isTTY }),
      stderr: errors,
    };
    const context: CommandContext = {
      terminal: createTerminal(streams, {}),
      commandLine: words,
      isShard: false,
      workingFolder: this.folder,
      signal: never,
      end: (code) => (this.code = Math.max(this.code, code)),
      debug: () => undefined,
      open: () => Promise.resolve(this.#application() as Application),
    };
    const program = new Command().exitOverride();
    addBackupCommand(program, context);
    addRestoreCommand(program, context);
    await program.parseAsync(words, { from: 'user' });
  }

  /** How many passages the one server has set; null where it has set none. */
  async passages(): Promise<number | null> {
    const store = await this.access.open(silentLogger, never);
    const { passages } = await store.settings.read(GUILD);
    await store.close();
    return passages;
  }

  async setPassages(passages: number): Promise<void> {
    const store = await this.access.open(silentLogger, never);
    await store.settings.change(GUILD, { passages });
    await store.close();
  }

  #application(): Partial<Application> {
    const { access } = this;
    return {
      storeExists: () => access.exists(),
      backUpStore: async (signal) => {
        const store = await access.openExisting(signal);
        const bytes = await store.backup();
        await store.close();
        return bytes;
      },
      restoreStore: async (file, signal) => {
        const store = await access.open(silentLogger, signal);
        try {
          return await store.restore(file);
        } finally {
          await store.close();
        }
      },
    };
  }
}

describe('yinju backup', () => {
  it('writes a file that only its owner can read, and tells where it is', async () => {
    const machine = new Machine(await temporaryFolder());
    await machine.setPassages(3);
    await machine.run(['backup', 'mine.backup']);
    const path = join(machine.folder, 'mine.backup');
    const { mode, size } = await stat(path);
    expect(machine.output).toContain(`mine.backup (${size} bytes)`);
    expect(await readFile(path, 'utf8')).toMatch(/^\{"format":"yinju-backup"/);
    if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600);
  });

  it('asks before it replaces a file, whose rights go with it', async () => {
    const machine = new Machine(await temporaryFolder());
    await machine.setPassages(3);
    const path = join(machine.folder, 'mine.backup');
    await writeFile(path, 'precious', { mode: 0o644 });
    await machine.run(['backup', 'mine.backup'], 'n');
    expect([await readFile(path, 'utf8'), machine.code]).toEqual(['precious', 1]);
    await machine.run(['backup', 'mine.backup'], 'yes');
    expect(await readFile(path, 'utf8')).toContain('yinju-backup');
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('replaces nothing where nobody can be asked, unless --yes says so', async () => {
    const machine = new Machine(await temporaryFolder());
    await machine.setPassages(3);
    const path = join(machine.folder, 'mine.backup');
    await writeFile(path, 'precious');
    await expect(machine.run(['backup', 'mine.backup'])).rejects.toThrow(UsageError);
    expect(await readFile(path, 'utf8')).toBe('precious');
    await machine.run(['backup', '--yes', 'mine.backup']);
    expect(await readFile(path, 'utf8')).toContain('yinju-backup');
  });

  it('makes no database where there is none', async () => {
    const machine = new Machine(await temporaryFolder());
    await expect(machine.run(['backup', 'mine.backup'])).rejects.toThrow(/no database/);
    expect(await readdir(machine.folder)).toEqual([]);
  });

  it('says where it cannot write, and leaves nothing half done', async () => {
    const machine = new Machine(await temporaryFolder());
    await machine.setPassages(3);
    await expect(machine.run(['backup', 'missing/mine.backup'])).rejects.toThrow(BackupFileError);
    await mkdir(join(machine.folder, 'folder'));
    await expect(machine.run(['backup', '--yes', 'folder'])).rejects.toThrow(BackupFileError);
    expect((await readdir(machine.folder)).sort()).toEqual(['data', 'folder']);
  });
});

describe('yinju restore', () => {
  it('puts everything into a database that is not there yet, without asking', async () => {
    const folder = await temporaryFolder();
    const before = new Machine(folder);
    await before.setPassages(3);
    await before.run(['backup', 'mine.backup']);
    const after = new Machine(folder, 'other.sqlite');
    await after.run(['restore', 'mine.backup']);
    expect(after.output).toMatch(/^Restored \d+ entries of the backup made at 20\d\d-/);
    expect(await after.passages()).toBe(3);
  });

  it('asks before it replaces what is in the database', async () => {
    const machine = new Machine(await temporaryFolder());
    await machine.setPassages(3);
    await machine.run(['backup', 'mine.backup']);
    await machine.setPassages(4);
    await expect(machine.run(['restore', 'mine.backup'])).rejects.toThrow(UsageError);
    await machine.run(['restore', 'mine.backup'], '');
    expect([await machine.passages(), machine.code]).toEqual([4, 1]);
    await machine.run(['restore', 'mine.backup'], 'Y');
    expect(await machine.passages()).toBe(3);
  });

  it('changes nothing for a file that is no backup, or none at all', async () => {
    const machine = new Machine(await temporaryFolder());
    await machine.setPassages(4);
    await writeFile(join(machine.folder, 'letter.txt'), 'Dear reader\n');
    await expect(machine.run(['restore', '--yes', 'letter.txt'])).rejects.toThrow(BackupDamagedError);
    await expect(machine.run(['restore', '--yes', 'nowhere'])).rejects.toThrow(BackupFileError);
    expect(await machine.passages()).toBe(4);
  });
});
