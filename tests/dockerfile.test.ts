import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES } from '../src/config/schema.js';
import { readDockerfile, variablesOf, type Instruction, type Stage } from './support/container/read-dockerfile.js';
import { readDockerignore } from './support/container/read-dockerignore.js';

const ROOT = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

const stages = readDockerfile(read('Dockerfile'));
const isIgnored = readDockerignore(read('.dockerignore'));

/** Every file of the project by its path, but for what is installed, compiled or git's own. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return ['node_modules', 'build', 'dist', '.git'].includes(entry.name) ? [] : filesBelow(path);
  });
}

const files = filesBelow('');

const only = (stage: Stage, keyword: string): readonly Instruction[] =>
  stage.instructions.filter((one) => one.keyword === keyword);
const wordsOf = ({ text }: Instruction): readonly string[] => text.split(/\s+/);
const isFromContext = ({ keyword, flags }: Instruction): boolean => keyword === 'COPY' && flags['from'] === undefined;
/** What a stage copies from the folder of the project. */
const copiedBy = ({ instructions }: Stage): readonly string[] =>
  instructions.filter(isFromContext).flatMap((one) => wordsOf(one).slice(0, -1));
const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

const image = stages.at(-1) ?? { name: null, image: '', instructions: [] };
const stageNamed = (name: string): Stage => {
  const stage = stages.find((one) => one.name === name);
  if (stage === undefined) throw new Error(`There is no stage ${name}`);
  return stage;
};
const theOne = (keyword: string): Instruction => {
  const [first, ...more] = only(image, keyword);
  if (first === undefined || more.length > 0) throw new Error(`${more.length + 1} ${keyword} in the image`);
  return first;
};
/** The place of the first instruction of the image that this is true of. */
const placeOf = (condition: (one: Instruction) => boolean): number => image.instructions.findIndex(condition);

describe('the Dockerfile', () => {
  it('copies only what there is, and what the builder is sent', () => {
    for (const source of stages.flatMap(copiedBy)) {
      expect(existsSync(join(ROOT, source)), source).toBe(true);
      expect(
        files.some((file) => isBelow(file, source) && !isIgnored(file)),
        source,
      ).toBe(true);
    }
  });

  it('sends the builder nothing that it does not copy', () => {
    const sources = stages.flatMap(copiedBy);
    const sent = files.filter((file) => !isIgnored(file));
    expect(sent.filter((file) => !sources.some((source) => isBelow(file, source)))).toEqual([]);
  });

  it.each([
    '.env',
    'data/.env',
    '.git/config',
    'node_modules/zod/package.json',
    'dist/main.js',
    'build/main.js',
    'tests/long/soak.test.ts',
    'data/yinju.sqlite',
    'data/yinju.sqlite-wal',
    'data/library/law.txt',
    'embeddings/index/CURRENT',
    'embeddings/cache/model.onnx',
    'embeddings/training/README.md',
    'yinju.backup',
  ])('never sends %s', (path) => {
    expect(isIgnored(path)).toBe(true);
  });

  it('builds on one image, whose Node is of the version that package.json wants', () => {
    expect(new Set(stages.map((stage) => stage.image))).toEqual(new Set(['node:20-bookworm-slim']));
    // The image moves to the newest 20; should it ever be older, npm refuses to install.
    expect(JSON.parse(read('package.json'))).toMatchObject({ engines: { node: '^20.19.0 || >=22.12.0' } });
    expect(only(stageNamed('packages'), 'RUN').some(({ text }) => text.includes('--engine-strict'))).toBe(true);
  });

  it.each(['packages', 'program'])('installs packages anew only when their list changes: %s', (name) => {
    const { instructions } = stageNamed(name);
    const install = instructions.findIndex(({ text }) => text.startsWith('npm ci'));
    const before = instructions
      .slice(0, install)
      .filter(isFromContext)
      .flatMap((one) => wordsOf(one).slice(0, -1));
    expect(before).toEqual(['package.json', 'package-lock.json', '.npmrc']);
  });

  it('copies in the image what changes seldom before what changes often', () => {
    const order = only(image, 'COPY').map((one) => wordsOf(one).at(-1));
    expect(order).toEqual(['./', 'node_modules', 'embeddings/models', 'data', 'dist']);
  });

  it('takes from other stages what they make, and no package that only development needs', () => {
    const taken = only(image, 'COPY').filter(({ flags }) => flags['from'] !== undefined);
    expect(taken.map(({ flags, text }) => [flags['from'], text])).toEqual([
      ['packages', '/app/node_modules node_modules'],
      ['program', '/app/dist dist'],
    ]);
    const [install] = only(stageNamed('packages'), 'RUN').filter(({ text }) => text.startsWith('npm ci'));
    expect(install?.text).toContain('--omit=dev');
  });

  it('runs as another user than root, who can write nothing but the volume', () => {
    expect(theOne('USER').text).toBe('node');
    expect(only(image, 'RUN').map(({ text }) => text)).toEqual([
      'mkdir -p /var/lib/yinju && chown node:node /var/lib/yinju',
      'node dist/main.js index',
    ]);
    expect(only(image, 'COPY').every(({ flags }) => flags['chown'] === undefined)).toBe(true);
    expect(placeOf(({ keyword }) => keyword === 'USER')).toBeLessThan(
      placeOf(({ text }) => text.includes('main.js index')),
    );
  });

  it('keeps all that the bot writes in a volume, which begins with an index', () => {
    const [folder] = theOne('VOLUME').list ?? [];
    const variables = Object.fromEntries(only(image, 'ENV').flatMap(variablesOf));
    expect(Object.keys(variables).filter((name) => name !== 'NODE_ENV' && !SETTING_NAMES.includes(name))).toEqual([]);
    for (const name of ['DATABASE_FILE', 'LIBRARY_DIR', 'INDEX_DIR', 'MODEL_CACHE_DIR'])
      expect(variables[name]?.startsWith(`${folder}/`), name).toBe(true);
    // What is written into a volume after it was declared is lost.
    expect(placeOf(({ text }) => text.includes('dist/main.js index'))).toBeLessThan(
      placeOf(({ keyword }) => keyword === 'VOLUME'),
    );
  });

  it('is stopped by SIGTERM, which no shell keeps from the program', () => {
    expect(theOne('STOPSIGNAL').text).toBe('SIGTERM');
    expect(theOne('CMD').list).toEqual(['start']);
    const start = (JSON.parse(read('package.json')) as { readonly scripts: { readonly start: string } }).scripts.start;
    expect([...(theOne('ENTRYPOINT').list ?? []), 'start'].join(' ')).toBe(start);
  });

  it('looks after its health on the port that it sets', () => {
    const { flags, text } = theOne('HEALTHCHECK');
    expect(Object.keys(flags)).toEqual(['interval', 'timeout', 'start-period', 'retries']);
    expect(JSON.parse(text.replace(/^CMD /, ''))).toEqual(['node', '-e', expect.stringContaining('/health')]);
    const port = Object.fromEntries(only(image, 'ENV').flatMap(variablesOf))['OPERATIONS_PORT'];
    expect(theOne('EXPOSE').text).toBe(port);
  });
});

describe('readDockerfile', () => {
  it('joins continued lines and drops comments among them', () => {
    const [stage] = readDockerfile('FROM a AS b\nRUN one \\\n# not this\n  && two\nCOPY --from=c --chown=d:e f g\n');
    expect(stage).toMatchObject({ name: 'b', image: 'a' });
    expect(stage?.instructions).toEqual([
      { keyword: 'RUN', flags: {}, list: null, text: 'one && two', line: 2 },
      { keyword: 'COPY', flags: { from: 'c', chown: 'd:e' }, list: null, text: 'f g', line: 5 },
    ]);
  });

  it.each(['RUN a\n', 'FROM\n', 'FROM a\nADD b c\n', 'FROM a\nRUN b \\\n', 'FROM a\nRUN <<EOF\n', 'FROM a\nCMD [1]\n'])(
    'refuses %j',
    (text) => {
      expect(() => readDockerfile(text)).toThrow();
    },
  );
});

describe('readDockerignore', () => {
  it.each([
    ['*\n!a', 'a/b', false],
    ['*\n!a', 'b', true],
    ['*\n!a\na/b', 'a/b/c', true],
    ['*\n!a/b', 'a/c', true],
    ['**/x', 'a/b/x', true],
    ['**/x', 'x', true],
    ['a.b*', 'a.bc', true],
    ['a.b*', 'aXbc', false],
    ['# a\n', 'a', false],
  ])('by %j, says of %s that it is kept out: %s', (text, path, expected) => {
    expect(readDockerignore(text)(path)).toBe(expected);
  });
});
