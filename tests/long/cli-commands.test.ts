import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textWidth } from '../../src/cli/terminal/text-width.js';
import { jsonLines, runYinju, type RunOptions } from '../support/run-yinju.js';

const COMMANDS = [
  'start',
  'ask',
  'verify',
  'law',
  'cite',
  'sources',
  'add',
  'remove',
  'index',
  'eval',
  'deploy',
  'model',
  'backup',
  'restore',
  'doctor',
];
const ROOT = join(import.meta.dirname, '..', '..');

let folder = '';
const yinju = (userArguments: readonly string[], options?: RunOptions) =>
  runYinju([...userArguments, '--index', join(folder, 'index')], options);
const tooWide = (text: string): readonly string[] => text.split('\n').filter((line) => textWidth(line) > 80);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-commands-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the built command', () => {
  it.skipIf(process.platform === 'win32')('runs as it lies there, which `npx yinju` in a checkout needs', () => {
    const version = execFileSync(join(ROOT, 'dist', 'main.js'), ['--version'], { encoding: 'utf8' });
    expect(version).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('yinju index', () => {
  it('prints what it did, as JSON on standard output alone; the second time there is nothing to do', async () => {
    const first = await yinju(['index', '--json']);
    expect(first.code).toBe(0);
    expect(jsonLines(first.stdout)).toMatchObject([{ changed: true, documents: 7, removed: [] }]);
    expect(first.stderr).toMatch(
      /^Reading files: 5\nFinding passages: 7\nEncoding passages: \d+\nWriting the index: \d+\n$/,
    );
    const second = await yinju(['index', '--json']);
    expect(jsonLines(second.stdout)).toMatchObject([{ changed: false, documents: 7, encoded: 0 }]);
  });
});

describe('yinju eval', () => {
  const questions = readFileSync(join(ROOT, 'data', 'questions.jsonl'), 'utf8')
    .trimEnd()
    .split('\n').length;

  it('prints tables and what went wrong, on 80 columns', async () => {
    const { code, stdout, stderr } = await yinju(['eval']);
    expect([code, stderr]).toEqual([0, `Asking questions: ${questions}\n`]);
    for (const head of ['hit@1', 'hit@3', 'hit@5', 'MRR', 'false answers', 'false refusals'])
      expect(stdout).toContain(head);
    for (const language of ['zh-Hans', 'en']) expect(stdout).toMatch(new RegExp(`^${language} `, 'm'));
    expect(tooWide(stdout)).toEqual([]);
  });

  it('prints the same as one line of JSON', async () => {
    const { code, stdout } = await yinju(['eval', '--json']);
    expect(code).toBe(0);
    const [report, ...rest] = jsonLines(stdout) as readonly { readonly outcomes: readonly unknown[] }[];
    expect(rest).toEqual([]);
    expect(report?.outcomes).toHaveLength(questions);
  });

  it('names the file of questions that cannot be read', async () => {
    const run = await yinju(['eval', '--questions', join(folder, 'nowhere.jsonl')]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('nowhere.jsonl');
  });
});

describe('every command', () => {
  it.each(COMMANDS)('%s --help shows examples, on 80 columns', async (command) => {
    const run = await runYinju([command, '--help']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain(`npx yinju ${command}`);
    expect(tooWide(run.stdout)).toEqual([]);
  });

  it.each([
    'start too-much',
    'index too-much',
    'sources too-much',
    'doctor too-much',
    'verify',
    'verify 。',
    'eval --questions',
    'deploy --guild my-server',
    'add',
    'remove',
    'cite',
    'frobnicate',
  ])('used wrongly ends with 2, says how on standard error, and shows no stack: %s', async (commandLine) => {
    const run = await runYinju(commandLine.split(' '));
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^error: /im);
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });
});

describe('yinju without a command', () => {
  it('shows the help and ends with 2', async () => {
    const run = await runYinju([]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    for (const command of COMMANDS) expect(run.stderr).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    expect(tooWide(run.stderr)).toEqual([]);
    expect(await runYinju(['--help'])).toMatchObject({ code: 0, stderr: '', stdout: run.stderr });
  });

  it('prints its version', async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
    expect(await runYinju(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
