import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Check } from '../../src/cli/doctor-checks.js';
import { programTree } from '../support/program-tree.js';
import { jsonLines, runYinju } from '../support/run-yinju.js';

const ROOT = join(import.meta.dirname, '..', '..');
const DOCUMENTS = join(ROOT, 'data', 'documents');
let folder = '';
const place = (name: string): string => join(folder, name);
const shared = () => ['--data', place('data'), '--index', place('index')];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-doctor-'));
  await cp(DOCUMENTS, place('data'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function check(
  name: Check['name'],
  more: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly found: Check | undefined }> {
  const { code, stdout } = await runYinju(['doctor', '--json', ...shared(), ...more], { environment });
  const checks = jsonLines(stdout)[0] as readonly Check[];
  return { code, found: checks.find((one) => one.name === name) };
}

describe('yinju doctor', () => {
  it('finds a missing index, and the remedy builds it', async () => {
    const before = await check('index');
    expect(before).toMatchObject({ code: 0, found: { status: 'warning', remedy: 'Run `npx yinju index`.' } });
    expect(await runYinju(['index', ...shared()])).toMatchObject({ code: 0 });
    expect(await check('index')).toMatchObject({ code: 0, found: { status: 'ok' } });
  });

  it('finds a damaged index, and the remedy repairs it', async () => {
    const [segment = ''] = await readdir(join(place('index'), 'segments'));
    await writeFile(join(place('index'), 'segments', segment, 'vectors.bin'), 'not vectors');
    const damaged = await check('index');
    expect(damaged).toMatchObject({ code: 1, found: { status: 'failed', remedy: 'Run `npx yinju index`.' } });
    expect(damaged.found?.detail).toContain('vectors.bin');
    expect(await runYinju(['index', ...shared()])).toMatchObject({ code: 0 });
    expect(await check('index')).toMatchObject({ code: 0, found: { status: 'ok' } });
  });

  it('finds a broken document, names it, and is content when it is taken out', async () => {
    await writeFile(join(place('data'), 'broken.txt'), Buffer.from([0xff, 0xfe, 0x00, 0xd8]));
    const broken = await check('documents');
    expect(broken).toMatchObject({ code: 1, found: { status: 'failed' } });
    expect(broken.found?.detail).toContain('broken.txt');
    expect(broken.found?.remedy).toContain('take out');
    await rm(join(place('data'), 'broken.txt'));
    expect(await check('documents')).toMatchObject({ code: 0, found: { status: 'ok' } });
  });

  it('finds a data folder that is not there, and takes the one that its remedy asks for', async () => {
    const missing = await runYinju(['doctor', '--json', '--data', place('nowhere'), '--index', place('index')]);
    expect(missing.code).toBe(1);
    expect(missing.stdout).toContain('--data DIR');
    expect(await check('documents')).toMatchObject({ found: { status: 'ok' } });
  });

  it('finds an encoder that cannot be had, and its remedy is the built-in one', async () => {
    const unreachable = { HF_ENDPOINT: 'http://127.0.0.1:9', MODEL_CACHE_DIR: place('cache') };
    const broken = await check('encoder', ['--model', 'nobody/nothing'], unreachable);
    expect(broken).toMatchObject({ code: 1, found: { status: 'failed' } });
    expect(broken.found?.remedy).toContain('--model zh-en');
    expect(await check('encoder', ['--model', 'zh-en'], unreachable)).toMatchObject({ found: { status: 'ok' } });
  });

  it('finds a token of the wrong form without showing it, and accepts one of the right form', async () => {
    const wrong = await check('discord-token', [], { DISCORD_TOKEN: 'hush0123456789' });
    expect(wrong).toMatchObject({ code: 1, found: { status: 'failed' } });
    expect(JSON.stringify(wrong.found)).not.toContain('hush');
    const token = `${Buffer.from('123456789012345678').toString('base64url')}.Gabcde.${'x'.repeat(38)}`;
    expect(await check('discord-token', [], { DISCORD_TOKEN: token })).toMatchObject({ found: { status: 'ok' } });
  });

  it('finds files of the built-in encoder missing, and names them; the remedy puts them back', async () => {
    const tree = await programTree();
    const files = 'embeddings/models/zh-en';
    const look = async () => {
      const { code, stdout } = await runYinju(['doctor', '--json', ...shared()], { program: tree.main });
      return { code, found: (jsonLines(stdout)[0] as readonly Check[]).find(({ name }) => name === 'encoder') };
    };
    expect(await look()).toMatchObject({ code: 0, found: { status: 'ok' } });
    await tree.takeOut(`${files}/tokenizer.json`);
    const broken = await look();
    expect(broken).toMatchObject({ code: 1, found: { status: 'failed' } });
    expect(broken.found?.detail).toContain('tokenizer.json');
    expect(broken.found?.remedy).toContain(`git checkout -- ${files}`);
    await tree.putBack(`${files}/tokenizer.json`);
    expect(await look()).toMatchObject({ code: 0, found: { status: 'ok' } });
  });

  it('finds the native module missing, which leaves Yinju working; installed, all is well', async () => {
    const tree = await programTree();
    const options = { program: tree.main };
    const look = async () => {
      const { code, stdout } = await runYinju(['doctor', '--json', ...shared()], options);
      return { code, found: (jsonLines(stdout)[0] as readonly Check[]).find(({ name }) => name === 'native-module') };
    };
    await tree.emptyModule('node_modules/hnswlib-node');
    const missing = await look();
    expect(missing).toMatchObject({ code: 0, found: { status: 'warning' } });
    expect(missing.found?.remedy).toContain('npm rebuild hnswlib-node');
    expect(await runYinju(['ask', '网络安全宣传周的主题是什么？', ...shared()], options)).toMatchObject({ code: 0 });
    if (!existsSync(join(ROOT, 'node_modules', 'hnswlib-node', 'build'))) return;
    await tree.putBack('node_modules/hnswlib-node');
    expect(await look()).toMatchObject({ found: { status: 'ok' } });
  });

  it('reads well on a terminal without colours', async () => {
    const { stdout } = await runYinju(['doctor', ...shared()]);
    expect(stdout).toMatch(/^ok {2}node +Node /);
    expect(stdout.split('\n').filter((line) => line.length > 80 && !line.includes(folder))).toEqual([]);
  });
});
