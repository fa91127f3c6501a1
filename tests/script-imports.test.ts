import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsIn, valuesExportedBy } from './support/module-names.js';

const ROOT = join(import.meta.dirname, '..');

/** The scripts in JavaScript: no compiler looks at what they take from the program. */
function scriptsIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : scriptsIn(path);
    return path.endsWith('.js') ? [path] : [];
  });
}

/** The file in which the module of a script is written: of a file in `build` the one that it is compiled from. */
function sourceOf(script: string, module: string): string {
  const path = join(dirname(script), module);
  const [folder, ...parts] = relative(ROOT, path).split(sep);
  return folder === 'build' ? join(ROOT, 'src', ...parts).replace(/\.js$/, '.ts') : path;
}

/** What a script imports and does not get, a line each. */
function missingIn(script: string, text: string): readonly string[] {
  return importsIn(text).flatMap(({ module, names }) => {
    const source = sourceOf(script, module);
    if (!existsSync(source)) return [`${relative(ROOT, script)}: there is no ${module}`];
    const exported = valuesExportedBy(readFileSync(source, 'utf8'));
    return names
      .filter((name) => !exported.has(name))
      .map((name) => `${relative(ROOT, script)}: ${module} exports no ${name}`);
  });
}

describe('the scripts of the benches and tests', () => {
  const scripts = ['bench', 'support'].flatMap((folder) => scriptsIn(join(import.meta.dirname, folder)));

  it('take from the program, and from each other, what is exported there', () => {
    expect(scripts.flatMap((script) => missingIn(script, readFileSync(script, 'utf8')))).toEqual([]);
  });

  it('would be told of a name that has gone, that is only a type, and of a module that has gone', () => {
    const script = join(import.meta.dirname, 'bench', 'a.js');
    const text = `
      import { loadConfig, loadSettings } from '../../build/config/load-config.js';
      import { ListedModel } from '../../build/embedding/list-models.js';
      import { measure } from './no-such-script.js';
      import { join } from 'node:path';`;
    expect(missingIn(script, text)).toEqual([
      'tests/bench/a.js: ../../build/config/load-config.js exports no loadSettings',
      'tests/bench/a.js: ../../build/embedding/list-models.js exports no ListedModel',
      'tests/bench/a.js: there is no ./no-such-script.js',
    ]);
  });
});

describe('importsIn', () => {
  it.each([
    ["import { a, b as c } from './m.js';", ['a', 'b']],
    ["import one, { a } from './m.js';", ['default', 'a']],
    ["import * as all from './m.js';", []],
    ["import './m.js';", []],
    ["export { a as b } from './m.js';", ['a']],
  ])('%s', (text, names) => {
    expect(importsIn(text)).toEqual([{ module: './m.js', names }]);
  });
});

describe('valuesExportedBy', () => {
  it.each([
    ['export const a = 1, b = 2;', ['a', 'b']],
    ['export async function* a() {}', ['a']],
    ['export abstract class A {}', ['A']],
    ['export enum A {}', ['A']],
    ['export default function a() {}', ['default']],
    ['export default 1;', ['default']],
    ["export { a as b, type C } from './m.js';", ['b']],
    ["export type { A } from './m.js';", []],
    ['export interface A {}', []],
    ['export type A = 1;', []],
    ['const a = 1;', []],
  ])('%s', (text, names) => {
    expect([...valuesExportedBy(text)]).toEqual(names);
  });
});
