import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashFile, hasHash } from '../../../src/shared/hash-file.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { sha256 } from '../../../src/shared/sha256.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

describe('the hashes of a file', () => {
  it('are those that `sha256sum` and `git hash-object` print', async () => {
    const path = join(await temporaryFolder(), 'file');
    await writeFile(path, 'hello\n');
    const bySum = '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03';
    const byGit = 'ce013625030ba8dba906f756967f9e9ca394464a';
    const found = { size: 6, sha256: bySum };
    expect(await hashFile(nodeFileSystem, path)).toEqual(found);
    expect(await hasHash(nodeFileSystem, path, found, bySum)).toBe(true);
    expect(await hasHash(nodeFileSystem, path, found, byGit)).toBe(true);
    expect(await hasHash(nodeFileSystem, path, found, sha256('another'))).toBe(false);
    expect(await hasHash(nodeFileSystem, path, found, byGit.replace('c', 'd'))).toBe(false);
  });

  it('are the same however many pieces it is read in', async () => {
    const path = join(await temporaryFolder(), 'file');
    const bytes = Buffer.alloc(9_000_001, 'a file of three pieces, ');
    await writeFile(path, bytes);
    expect(await hashFile(nodeFileSystem, path)).toMatchObject({ size: bytes.length, sha256: sha256(bytes) });
  });

  it('are of an empty file, and of none', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'empty'), '');
    expect(await hashFile(nodeFileSystem, join(folder, 'empty'))).toMatchObject({ size: 0, sha256: sha256('') });
    expect(await hashFile(nodeFileSystem, join(folder, 'none'))).toBeNull();
  });
});
