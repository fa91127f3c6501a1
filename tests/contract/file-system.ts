import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileSystem } from '../../src/shared/file-system.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What every file system must do. */
export function describeFileSystem(name: string, make: () => FileSystem): void {
  describe(`${name}, a file system`, () => {
    const read = async (fileSystem: FileSystem, path: string): Promise<string> =>
      new TextDecoder().decode(await fileSystem.readFile(path));

    it('reads what it wrote, and replaces what was there', async () => {
      const [fileSystem, path] = [make(), join(await temporaryFolder(), 'file')];
      await fileSystem.writeFile(path, bytes('a long first text'));
      await fileSystem.writeFile(path, bytes('引据'));
      expect(await read(fileSystem, path)).toBe('引据');
      await fileSystem.writeFile(path, bytes(''));
      expect(await read(fileSystem, path)).toBe('');
    });

    it('writes pieces one after the other', async () => {
      const [fileSystem, path] = [make(), join(await temporaryFolder(), 'file')];
      await fileSystem.writeFile(path, bytes('第一'), bytes(''), bytes('第二'));
      expect(await read(fileSystem, path)).toBe('第一第二');
      await fileSystem.writeFile(path);
      expect(await read(fileSystem, path)).toBe('');
    });

    it('reads a part of a file, as much of it as there is', async () => {
      const [fileSystem, path] = [make(), join(await temporaryFolder(), 'file')];
      await fileSystem.writeFile(path, bytes('0123456789'));
      const part = async (start: number, length: number): Promise<string> => {
        const filled = bytes('-'.repeat(length));
        const count = await fileSystem.readPart(path, start, filled);
        return `${count} ${new TextDecoder().decode(filled)}`;
      };
      expect(await part(0, 4)).toBe('4 0123');
      expect(await part(4, 6)).toBe('6 456789');
      expect(await part(8, 5)).toBe('2 89---');
      expect(await part(10, 1)).toBe('0 -');
    });

    it('adds to a file, which it makes where there is none', async () => {
      const [fileSystem, path] = [make(), join(await temporaryFolder(), 'file')];
      await fileSystem.appendFile(path, bytes('引'));
      await fileSystem.appendFile(path, bytes('据'));
      expect(await read(fileSystem, path)).toBe('引据');
    });

    it('flushes a file that is there, and leaves it as it is', async () => {
      const [fileSystem, path] = [make(), join(await temporaryFolder(), 'file')];
      await fileSystem.appendFile(path, bytes('引据'));
      await fileSystem.syncFile(path);
      expect(await read(fileSystem, path)).toBe('引据');
      await expect(fileSystem.syncFile(`${path}-missing`)).rejects.toMatchObject({ code: 'ENOENT' });
    });

    it('creates a file once only', async () => {
      const [fileSystem, path] = [make(), join(await temporaryFolder(), 'file')];
      await fileSystem.createFile(path, bytes('mine'));
      await expect(fileSystem.createFile(path, bytes('yours'))).rejects.toMatchObject({ code: 'EEXIST' });
      expect(await read(fileSystem, path)).toBe('mine');
    });

    it('lets one only of many create a file', async () => {
      const [fileSystem, path] = [make(), join(await temporaryFolder(), 'file')];
      const attempts = await Promise.allSettled(
        Array.from({ length: 8 }, (_, place) => fileSystem.createFile(path, bytes(String(place)))),
      );
      expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('moves a file over another', async () => {
      const [fileSystem, folder] = [make(), await temporaryFolder()];
      await fileSystem.writeFile(join(folder, 'old'), bytes('old'));
      await fileSystem.writeFile(join(folder, 'new'), bytes('new'));
      await fileSystem.rename(join(folder, 'new'), join(folder, 'old'));
      await fileSystem.syncFolder(folder);
      expect(await read(fileSystem, join(folder, 'old'))).toBe('new');
      expect(await fileSystem.list(folder)).toEqual([{ name: 'old', kind: 'file' }]);
    });

    it('makes folders with those above, again and again', async () => {
      const [fileSystem, folder] = [make(), await temporaryFolder()];
      const deep = join(folder, 'one', 'two');
      await fileSystem.makeFolder(deep);
      await fileSystem.makeFolder(deep);
      expect(await fileSystem.stat(deep)).toMatchObject({ kind: 'folder' });
    });

    it('lists names by code units, and follows links', async () => {
      const [fileSystem, folder] = [make(), await temporaryFolder()];
      for (const file of ['b', 'a', 'B', '引']) await fileSystem.writeFile(join(folder, file), bytes(file));
      await fileSystem.makeFolder(join(folder, 'c'));
      await symlink(join(folder, 'c'), join(folder, 'd'));
      await symlink(join(folder, 'a'), join(folder, 'e'));
      await symlink(join(folder, 'nowhere'), join(folder, 'f'));
      expect(await fileSystem.list(folder)).toEqual([
        { name: 'B', kind: 'file' },
        { name: 'a', kind: 'file' },
        { name: 'b', kind: 'file' },
        { name: 'c', kind: 'folder' },
        { name: 'd', kind: 'folder' },
        { name: 'e', kind: 'file' },
        { name: 'f', kind: 'other' },
        { name: '引', kind: 'file' },
      ]);
    });

    it('removes files, folders with all in them, and what is not there', async () => {
      const [fileSystem, folder] = [make(), await temporaryFolder()];
      await fileSystem.makeFolder(join(folder, 'full', 'deep'));
      await fileSystem.writeFile(join(folder, 'full', 'file'), bytes('x'));
      await fileSystem.remove(join(folder, 'full'));
      await fileSystem.remove(join(folder, 'full'));
      expect(await fileSystem.list(folder)).toEqual([]);
    });

    it('knows size and time of a file, and that there is none', async () => {
      const [fileSystem, folder] = [make(), await temporaryFolder()];
      await fileSystem.writeFile(join(folder, 'file'), bytes('引据'));
      const found = await fileSystem.stat(join(folder, 'file'));
      // Three bytes each in UTF-8.
      expect(found).toMatchObject({ size: 6, kind: 'file' });
      expect(found?.modified).toBeGreaterThan(Date.UTC(2020));
      expect(await fileSystem.stat(join(folder, 'none'))).toBeNull();
      expect(await fileSystem.stat(join(folder, 'file', 'below'))).toBeNull();
    });

    it("keeps Node's codes where something fails", async () => {
      const [fileSystem, folder] = [make(), await temporaryFolder()];
      const nowhere = join(folder, 'none', 'file');
      await expect(fileSystem.readFile(nowhere)).rejects.toMatchObject({ code: 'ENOENT' });
      await expect(fileSystem.writeFile(nowhere, bytes('x'))).rejects.toMatchObject({ code: 'ENOENT' });
      await expect(fileSystem.createFile(nowhere, bytes('x'))).rejects.toMatchObject({ code: 'ENOENT' });
      await expect(fileSystem.rename(nowhere, folder)).rejects.toMatchObject({ code: 'ENOENT' });
      await expect(fileSystem.readPart(nowhere, 0, bytes('-'))).rejects.toMatchObject({ code: 'ENOENT' });
      await expect(fileSystem.appendFile(nowhere, bytes('x'))).rejects.toMatchObject({ code: 'ENOENT' });
      await expect(fileSystem.list(nowhere)).rejects.toMatchObject({ code: 'ENOENT' });
    });
  });
}
