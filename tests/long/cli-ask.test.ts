import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answering/answer.js';
import { expectContractKeys } from '../support/answer-contract.js';
import { jsonLines, runYinju, type RunOptions } from '../support/run-yinju.js';

const DOCUMENTS = join(import.meta.dirname, '..', '..', 'data', 'documents');
let folder = '';
const yinju = (userArguments: readonly string[], options?: RunOptions) =>
  runYinju([...userArguments, '--index', join(folder, 'index')], options);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-ask-'));
  const built = await yinju(['index']);
  expect(built).toMatchObject({ code: 0 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const answerOf = (stdout: string): Answer => jsonLines(stdout)[0] as Answer;

describe('yinju ask', () => {
  it('answers with the words of the file, whose offsets prove them', async () => {
    const run = await yinju(['ask', '2023年国家网络安全宣传周的主题是什么？', '--json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const answer = answerOf(run.stdout);
    expect(answer).toMatchObject({ id: null, status: 'answered', language: 'zh-Hans' });
    expect(answer.passages[0]?.text).toContain('网络安全为人民');
    for (const { text, citation } of answer.passages) {
      const source = (await readFile(join(DOCUMENTS, citation.file), 'utf8')).replace(/^\uFEFF/, '');
      expect(citation.spans.map(([start, end]) => source.slice(start, end)).join('')).toBe(text);
    }
  });

  it('prints the keys of the contract in their order', async () => {
    const { stdout } = await yinju(['ask', '网络安全宣传周的主题', '--json', '--limit', '1']);
    const answer = answerOf(stdout);
    expectContractKeys(answer);
    expect(answer.passages).toHaveLength(1);
  });

  it('keeps to the documents that were asked for', async () => {
    const { stdout } = await yinju(['ask', '网络安全人才培养', '--document', '003', '--json']);
    const documents = new Set(answerOf(stdout).passages.map(({ citation }) => citation.document));
    expect([...documents].every((document) => document.startsWith('003-'))).toBe(true);
    expect(documents.size).toBeGreaterThan(0);
  });

  it('reads well without colours: who speaks before the quotation, an inferred date marked', async () => {
    const { stdout } = await yinju(['ask', '网络安全宣传周的主题是什么？']);
    expect(stdout).not.toContain('\u001B');
    expect(stdout).toMatch(/新华社 · 通讯社报道 · [^\n]*（推定）\n {2}[│┃] /);
    const coloured = await yinju(['ask', '网络安全宣传周的主题是什么？'], { environment: { FORCE_COLOR: '1' } });
    expect(coloured.stdout).toContain('\u001B[');
  });

  it('says that the documents do not answer, and calls the rest nearest', async () => {
    const run = await yinju(['ask', '「巧克力蛋糕」怎么烤？']);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^现有文档没有回答这个问题/);
  });

  it('answers a file line by line, an error in the place of a bad line', async () => {
    const file = join(folder, 'questions.jsonl');
    const lines = ['{"id":"a","question":"网络安全宣传周的主题"}', 'oops', '{"id":"c","question":"？！"}', ''];
    await writeFile(file, `${lines.join('\n')}\n{"id":"d","question":"What is 5G?"}`);
    const run = await yinju(['ask', '--input', file, '--json', '--limit', '1']);
    expect(run.code).toBe(1);
    expect(jsonLines(run.stdout)).toMatchObject([
      { id: 'a', question: '网络安全宣传周的主题' },
      { id: null, error: { code: 'not-json' } },
      { id: 'c', error: { code: 'no-words' } },
      { id: 'd', language: 'en' },
    ]);
    const fromPipe = await yinju(['ask', '--input', '-', '--json'], { input: lines[0] ?? '' });
    expect(fromPipe.code).toBe(0);
    expect(jsonLines(fromPipe.stdout)).toMatchObject([{ id: 'a' }]);
  });

  it.each([
    ['no question', ['ask']],
    ['a question and a file of them', ['ask', 'a', '--input', 'b', '--json']],
    ['a file of questions without --json', ['ask', '--input', 'b']],
    ['an empty question', ['ask', '']],
    ['a question of marks', ['ask', '？']],
    ['a question of 10,000 characters', ['ask', '问'.repeat(10_000)]],
    ['a limit too low', ['ask', 'x', '--limit', '0']],
    ['a limit too high', ['ask', 'x', '--limit', '21']],
    ['a kind that is none', ['ask', 'x', '--kind', 'poem']],
    ['an option that is none', ['ask', 'x', '--colour']],
    ['a file that is not there', ['ask', '--input', 'not-there.jsonl', '--json']],
    ['a command that is none', ['aks', 'x']],
  ])('ends with 2, a sentence and no stack where it is given %s', async (_, userArguments) => {
    const run = await yinju(userArguments);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).not.toBe('');
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  it('lists all wrong settings at once, and shows a stack only to those who ask', async () => {
    const environment = { LOG_LEVEL: 'loud', HF_ENDPOINT: 'nowhere', DISCORD_TOKN: 'secret' };
    const run = await yinju(['ask', 'x'], { environment });
    expect(run.code).toBe(2);
    for (const name of Object.keys(environment)) expect(run.stderr).toContain(name);
    expect(run.stderr).not.toContain('secret');
    expect((await yinju(['ask', 'x', '--debug'], { environment })).stderr).toMatch(/^\s+at /m);
  });

  it('works from any folder', async () => {
    const run = await runYinju(['ask', '网络安全宣传周的主题', '--index', 'index', '--json'], {
      workingFolder: folder,
    });
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('yinju verify', () => {
  const verdictOf = async (text: string) => {
    const run = await yinju(['verify', text, '--json']);
    expect(run.code).toBe(0);
    return jsonLines(run.stdout)[0];
  };

  it('finds a sentence word for word, and never overlooks a missing 没', async () => {
    expect(await verdictOf('没有网络安全就没有国家安全')).toMatchObject({ verdict: 'verbatim' });
    expect(await verdictOf('没有网络安全就有国家安全')).toMatchObject({ verdict: 'different', changesMeaning: true });
    const { stdout } = await yinju(['verify', '没有网络安全就有国家安全']);
    expect(stdout).toContain('[-没-]');
  });
});

describe('yinju sources', () => {
  it('lists the seven documents, what is inferred marked', async () => {
    const { stdout } = await yinju(['sources', '--json']);
    const ids = (jsonLines(stdout)[0] as readonly { readonly id: string }[]).map(({ id }) => id);
    expect(ids).toEqual(['000', '001-1', '001-2', '002', '003-1', '003-2', '004']);
    expect((await yinju(['sources'])).stdout).toContain('(inferred)');
  });
});

describe('yinju deploy', () => {
  /** The names of the commands that would be registered. */
  const commandsWith = async (LAW_COMMANDS: string): Promise<readonly string[]> => {
    const run = await yinju(['deploy', '--dry-run'], { environment: { LAW_COMMANDS } });
    expect(run.code).toBe(0);
    const printed = JSON.parse(run.stdout) as { readonly commands: readonly { readonly name: string }[] };
    expect(printed).toMatchObject({ changed: null });
    return printed.commands.map(({ name }) => name);
  };

  it('prints the commands without a token, and registers nothing', async () => {
    const standing = await commandsWith('none');
    expect(standing).toEqual(expect.arrayContaining(['ask', 'law']));
    const all = await commandsWith('all');
    expect(all.slice(0, standing.length)).toEqual(standing);
    expect(all).toContain('cybersecurity-law');
    expect(all.length - standing.length).toBeLessThanOrEqual(40);
    expect(await yinju(['deploy'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('gives a command of its own to the laws that the settings name, and says which name is wrong', async () => {
    expect((await commandsWith('数据安全法, PIPL')).slice(-2)).toEqual([
      'data-security-law',
      'personal-information-law',
    ]);
    const wrong = await yinju(['deploy', '--dry-run'], { environment: { LAW_COMMANDS: 'cybersecurty-law' } });
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toMatch(/LAW_COMMANDS names “cybersecurty-law”[^]*cybersecurity-law/);
  });
});
