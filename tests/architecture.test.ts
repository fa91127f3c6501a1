import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAW, LIBRARIES, TYPES_ONLY, WITHIN } from './support/import-law.js';
import { folderOf, innerFolderOf, resolved, sourceFiles, sourceImports, SRC } from './support/source-imports.js';

describe('the import law', () => {
  it('names every folder of src', () => {
    expect([...new Set(sourceFiles.map(folderOf))].filter((folder) => !(folder in LAW))).toEqual([]);
    const unnamed = sourceFiles.filter(
      (file) => innerFolderOf(file) !== '.' && !(innerFolderOf(file) in (WITHIN[folderOf(file)] ?? {})),
    );
    expect(unnamed).toEqual([]);
  });

  it('is kept by every import between folders', () => {
    const broken = sourceImports
      .filter(({ target }) => target.startsWith('.'))
      .map((one) => ({ from: folderOf(one.file), to: folderOf(resolved(one)), file: one.file }))
      .filter(({ from, to }) => from !== to && to !== 'shared' && !(LAW[from] ?? []).includes(to))
      .map(({ file, to }) => `${file} imports ${to}`);
    expect(broken).toEqual([]);
  });

  it('is kept by every import between the folders within one', () => {
    const broken = sourceImports
      .filter(({ target }) => target.startsWith('.'))
      .map((one) => ({ file: one.file, to: resolved(one) }))
      .filter(({ file, to }) => folderOf(file) === folderOf(to) && innerFolderOf(file) !== '.')
      .map(({ file, to }) => ({ file, from: innerFolderOf(file), to: innerFolderOf(to) }))
      .filter(({ file, from, to }) => from !== to && !(WITHIN[folderOf(file)]?.[from] ?? []).includes(to))
      .map(({ file, to }) => `${file} imports ${to}`);
    expect(broken).toEqual([]);
  });

  it('lets only types of a port cross where adapters live beside it', () => {
    const broken = sourceImports
      .filter((one) => one.target.startsWith('.') && !one.typeOnly)
      .filter((one) => TYPES_ONLY.some(([from, to]) => folderOf(one.file) === from && folderOf(resolved(one)) === to))
      .map((one) => `${one.file} imports ${one.target}`);
    expect(broken).toEqual([]);
  });

  it('keeps each library in its place', () => {
    const broken = sourceImports
      .filter(({ target }) => !target.startsWith('.') && !target.startsWith('node:'))
      .filter(({ file, target }) => !(LIBRARIES[target]?.test(file) ?? false))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(broken).toEqual([]);
  });

  it('has no circle of files', () => {
    const edges = new Map<string, string[]>();
    for (const one of sourceImports.filter(({ target }) => target.startsWith('.')))
      edges.set(one.file, [...(edges.get(one.file) ?? []), resolved(one)]);
    const done = new Set<string>();
    const circle = (file: string, path: readonly string[]): readonly string[] | null => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return null;
      for (const next of edges.get(file) ?? []) {
        const found = circle(next, [...path, file]);
        if (found !== null) return found;
      }
      done.add(file);
      return null;
    };
    expect(sourceFiles.map((file) => circle(file, [])).filter((found) => found !== null)).toEqual([]);
  });

  it('reads the environment in main.ts only', () => {
    const readers = sourceFiles.filter((file) => /process\.env/.test(readFileSync(join(SRC, file), 'utf8')));
    expect(readers.filter((file) => file !== 'main.ts')).toEqual([]);
  });

  it('reaches neither discord.js nor a database from `ask`', () => {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const one of sourceImports.filter((other) => other.file === file && !other.typeOnly))
        if (one.target.startsWith('.')) visit(resolved(one));
        else reached.add(one.target);
    };
    visit('cli/commands/ask.ts');
    expect([...reached]).toContain('cli/rendering/render-answer.ts');
    expect([...reached].filter((name) => /^discord(\.js|\/)|^store\//.test(name))).toEqual([]);
  });
});

describe('the tree', () => {
  it('names files in lower case, words joined by hyphens', () => {
    expect(
      sourceFiles.filter(
        (file) =>
          !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.[a-z-]+)?\.ts$/i.test(file) ||
          file !== file.toLowerCase().replace(/\.zh-han([st])\.ts$/, '.zh-han$1.ts'),
      ),
    ).toEqual([]);
  });

  it('has a folder of tests/unit for what stands in a folder or file of src, or of tests/support, of the same name', () => {
    const tests = join(SRC, '..', 'tests');
    const folders = readdirSync(join(tests, 'unit'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map(dirname);
    const mirrored = (folder: string): boolean =>
      [join(SRC, folder), join(SRC, `${folder}.ts`), join(tests, folder)].some((path) => existsSync(path));
    expect([...new Set(folders)].filter((folder) => !mirrored(folder))).toEqual([]);
  });
});
