import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answering/answer.js';
import { jsonLines, runYinju, type YinjuRun } from '../support/run-yinju.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const QUESTION = '网络安全宣传周的主题是什么？';
const PAGE = '网络安全宣传周\n\n网络安全宣传周的主题是网络安全为人民。\n活动在各地举行。\n';
let folder = '';
/** One page, and its index, which no test changes. */
const data = (): string => join(folder, 'data');
const index = (): string => join(folder, 'index');
const place = (): readonly string[] => ['--data', data(), '--index', index()];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-bad-'));
  await mkdir(data());
  await writeFile(join(data(), 'page.txt'), PAGE);
  expect(await runYinju(['index', ...place()])).toMatchObject({ code: 0 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What every refusal has in common: nothing on standard output, an error, what to do, no stack. */
function expectRefusal(run: YinjuRun, code: 1 | 2 = 1): void {
  expect(run).toMatchObject({ code, stdout: '' });
  expect(run.stderr).toMatch(/^Error: /m);
  expect(run.stderr).not.toContain('should not happen');
  expect(run.stderr).not.toMatch(/^\s+at /m);
}

/** Every file below a folder with its bytes. */
async function contents(place: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    await Promise.all(files.map(async (file) => [file, (await readFile(file)).toString('base64')] as const)),
  );
}

describe('a question that is odd', () => {
  it.each([
    ['control characters', '网络\u0001安全\u001b[31m宣传周的主题是什么？'],
    ['lone surrogates', '网络安全\ud800宣传周的主题\udc00是什么？'],
    ['a byte-order mark and full-width signs', '\ufeff２０２３年网络安全宣传周的主题？'],
  ])('(%s) is cleaned and answered', async (_, question) => {
    const input = `${JSON.stringify({ id: 'q', question })}\n`;
    const options = ['ask', '--input', '-', '--json', ...place()];
    const run = await runYinju(options, { input });
    expect(run.code).toBe(0);
    const [answer] = jsonLines(run.stdout) as readonly Answer[];
    expect(answer?.passages[0]?.text).toContain('主题是网络安全为人民');
    expect(answer?.question).toBe(answer?.question.replace(/\p{Cc}|\p{Cs}/gu, ''));
  });
});

describe('a data folder that cannot be read', () => {
  it.each<readonly [string, (path: string) => Promise<unknown>, string]>([
    ['is missing', () => Promise.resolve(), 'does not exist'],
    ['is a file', (path) => writeFile(path, 'x'), 'is no folder'],
    ['cannot be listed', (path) => symlink(path, path), 'cannot be read'],
    ['is empty', (path) => mkdir(path), 'holds no .txt or .md file'],
  ])('because it %s is named', async (_, make, reason) => {
    const path = join(await temporaryFolder(), 'documents');
    await make(path);
    const run = await runYinju(['ask', QUESTION, '--data', path, '--index', index()]);
    expectRefusal(run);
    expect(run.stderr).toContain(`The data folder ${path} ${reason}`);
    expect(run.stderr).toContain('--data DIR');
    expect(run.stderr).not.toContain('bringing the index up to date');
  });
});

describe('a document that cannot be read', () => {
  const SIDECAR = [
    'documents:',
    '  - id: page',
    '    title: { text: 网络安全宣传周, lines: [1] }',
    '    order: [[3, 4]]',
  ];

  it.each<readonly [fault: string, file: string, bytes: string | Uint8Array, told: readonly RegExp[]]>([
    ['is not UTF-8', 'page.txt', Buffer.from('网络安全').subarray(0, 10), [/page\.txt: is not UTF-8/]],
    ['is binary', 'page.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), [/page\.txt: is binary/]],
    [
      'has a sidecar with a wrong key',
      'page.yaml',
      [...SIDECAR, '    titel: 题目'].join('\n'),
      [/page\.yaml: .*titel/],
    ],
    ['has a sidecar with a line out of range', 'page.yaml', [...SIDECAR, '    labels: [9]'].join('\n'), [/line 9: /]],
    [
      'has a sidecar with a line used twice and joins in a circle',
      'page.yaml',
      [...SIDECAR, '    drop: [4]', '    joins: [[3, 4], [4, 3]]'].join('\n'),
      [/page\.txt line 4: is used twice/, /go in a circle/],
    ],
  ])('because it %s is named; nothing is changed, and the old index serves on', async (_, file, bytes, told) => {
    const before = await contents(index());
    await writeFile(join(data(), file), bytes);
    try {
      const refused = await runYinju(['index', ...place()]);
      expectRefusal(refused);
      for (const one of told) expect(refused.stderr).toMatch(one);

      const served = await runYinju(['ask', QUESTION, ...place()]);
      expect(served).toMatchObject({ code: 0 });
      expect(served.stdout).toContain('主题是网络安全为人民');
      expect(served.stderr).toContain('What was indexed before serves on.');
      for (const one of told) expect(served.stderr).toMatch(one);
      expect(await contents(index())).toEqual(before);
    } finally {
      await rm(join(data(), file));
      await writeFile(join(data(), 'page.txt'), PAGE);
    }
  });
});

describe('an index that cannot be used', () => {
  /** A copy of the index, one of its files changed. */
  async function damagedIndex(change: (bytes: Buffer) => Uint8Array, file: RegExp): Promise<string> {
    const copy = join(await temporaryFolder(), 'index');
    await cp(index(), copy, { recursive: true });
    const path = [...(await contents(copy)).keys()].find((name) => file.test(name));
    if (path === undefined) throw new Error(`The index has no file ${String(file)}`);
    await writeFile(path, change(await readFile(path)));
    return copy;
  }

  const cut = (bytes: Buffer): Uint8Array => bytes.subarray(0, bytes.length >> 1);
  const flipped = (bytes: Buffer): Uint8Array => {
    const copy = Buffer.from(bytes);
    copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 1;
    return copy;
  };

  it.each([
    ['cut short', cut, /vectors\.bin$/],
    ['with a flipped bit', flipped, /vectors\.bin$/],
    ['with a manifest cut short', cut, /manifest\.json$/],
    ['with a pointer to nothing', () => Buffer.from('nonsense'), /CURRENT$/],
  ])('%s is built anew from the documents, and refused without them', async (_, change, file) => {
    const damaged = await damagedIndex(change, file);
    const before = await contents(damaged);
    const refused = await runYinju(['ask', QUESTION, '--data', join(folder, 'nowhere'), '--index', damaged]);
    expectRefusal(refused);
    expect(refused.stderr).toMatch(/cannot be used[^]*nowhere does not exist/);
    expect(await contents(damaged)).toEqual(before);

    const rebuilt = await runYinju(['ask', QUESTION, '--data', data(), '--index', damaged]);
    expect(rebuilt).toMatchObject({ code: 0 });
    expect(rebuilt.stderr).toMatch(/cannot be used \([^]*\): building it anew/);
    // The reason is told once, before the build.
    expect(rebuilt.stderr).not.toContain('could not be used');
    expect(rebuilt.stdout).toContain('主题是网络安全为人民');
  });
});
