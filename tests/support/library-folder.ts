import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LibraryParts } from '../../src/laws/library/library.js';
import { nodeFileSystem } from '../../src/shared/node-file-system.js';
import { shippedCatalogue } from './shipped-catalogue.js';

const catalogue = shippedCatalogue();

/** Two texts of a law. */
export const LAW =
  '# 中华人民共和国网络安全法\n\n2016年11月7日 通过\n\n<!-- INFO END -->\n\n第一条 甲。\n\n第二条 乙。\n';
export const OTHER = LAW.replace('乙', '丙');

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** The library in a folder. */
export const partsIn = (folder: string): LibraryParts => ({
  fileSystem: nodeFileSystem,
  folder: join(folder, 'library'),
  catalogue,
});

/** Files below a folder with their texts. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.sort().map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]));
}
