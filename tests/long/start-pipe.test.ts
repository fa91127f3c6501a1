import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runYinju } from '../support/run-yinju.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('yinju start without a token', () => {
  it('builds the index, says so on standard error, and answers one question a line from a pipe', async () => {
    const input = '网络安全宣传周的主题是什么？\n\nWhat was the theme of the cybersecurity week?';
    const run = await runYinju(['start', '--index', join(folder, 'index')], { input });
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('There is no index yet: building it.');
    expect(run.stdout).toMatch(/^问题：网络安全宣传周的主题是什么？\n/);
    expect(run.stdout).toContain('\nQuestion: What was the theme of the cybersecurity week?\n');
    expect(run.stdout).not.toContain('\u001B');
  });

  it('tells a line that cannot be asked, answers the others, and ends with 1', async () => {
    const run = await runYinju(['start', '--index', join(folder, 'index')], { input: '？？\n网络安全宣传周\n' });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('only marks');
    expect(run.stdout).toMatch(/^问题：网络安全宣传周\n/);
  });

  it('takes up a changed set of documents by itself', async () => {
    const data = join(import.meta.dirname, '..', '..', 'data', 'documents');
    const run = await runYinju(['start', '--index', join(folder, 'index'), '--data', data, '--data', folder]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`The data folder ${folder}`);
  });
});
