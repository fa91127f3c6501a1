import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answering/answer.js';
import { textWidth } from '../../src/cli/terminal/text-width.js';
import { FIRST_TEXT, ODD_TEXT, REPORT, SECOND_TEXT } from '../support/library-texts.js';
import { runInProcess } from '../support/run-in-process.js';
import { jsonLines, runYinju, type YinjuRun } from '../support/run-yinju.js';

const LAW = '测试登记办法';
const QUESTION = '测试数据应当在多少日内登记？';

let folder = '';
const laws = (): string => join(folder, 'laws');
const library = (): string => join(folder, 'library');
const place = (): readonly string[] => [
  '--data',
  join(folder, 'documents'),
  '--library',
  library(),
  '--index',
  join(folder, 'index'),
];
const yinju = (userArguments: readonly string[]): Promise<YinjuRun> => runInProcess([...userArguments, ...place()]);
const answerOf = ({ stdout }: YinjuRun): Answer => jsonLines(stdout)[0] as Answer;

let added: YinjuRun;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-library-'));
  for (const name of ['documents', 'laws']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'documents', REPORT.file), REPORT.text);
  for (const { file, text } of [FIRST_TEXT, SECOND_TEXT, ODD_TEXT]) await writeFile(join(laws(), file), text);
  await writeFile(join(laws(), '诗.txt'), '这是一首诗，不是法规。\n');
  await writeFile(join(laws(), '空.txt'), '');
  await writeFile(join(laws(), '图.pdf'), '%PDF');
  await writeFile(join(laws(), '坏.txt'), new Uint8Array([0xff, 0xfe, 0x00, 0x01]));
  await writeFile(join(laws(), '大.txt'), '');
  await truncate(join(laws(), '大.txt'), 50 * 1024 * 1024);
  added = await runYinju(['add', laws(), ...place()]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('yinju add, of a folder of good, odd and foreign files', () => {
  it('says of every file what became of it', () => {
    expect(added).toMatchObject({ code: 0 });
    const lines = added.stdout.split('\n');
    expect(lines).toContain(`Added laws-测试登记办法-2019-03-01: ${LAW} (2019-03-01, 3 articles)`);
    expect(lines).toContain(`Added laws-测试登记办法-2023-06-01: ${LAW} (2023-06-01, 4 articles)`);
    expect(lines).toContain('Not added: 图.pdf is no .txt or .md file');
    expect(lines).toContain('Not added: 坏.txt is UTF-16, not UTF-8: save it as UTF-8');
    expect(lines).toContain('Not added: 大.txt is 50 MB large: no law is');
    for (const file of ['诗.txt', '空.txt'])
      expect(lines).toContain(`Not added: ${file} is no text of a law: no title of one, and no articles`);
    expect(lines).toContain('3 texts added, 0 already there, 5 not added.');
    expect(lines.filter((line) => textWidth(line) > 80)).toEqual([]);
  });

  it('keeps doubled, missing and disordered articles, and names them', async () => {
    expect(added.stdout.replace(/\n +/g, ' ')).toContain(
      'laws/凌乱规定.md (out of order: 2; more than once: 3; missing: 4, 5)',
    );
    const run = await yinju(['law', '凌乱规定', '3', '--json']);
    const [card] = jsonLines(run.stdout) as readonly { readonly article: { readonly passages: readonly object[] } }[];
    expect(card?.article.passages).toMatchObject([
      { text: '第三条 凌乱规定的第三条说梨子。' },
      { text: '第三条 凌乱规定的又一个第三条说香蕉。' },
    ]);
  });

  it('tells on standard error how far each of its steps is', () => {
    expect(added.stderr).toBe(
      [
        'Looking at files: 8',
        'Copying texts: 3',
        `Copied into ${library()}: 3 texts.`,
        'Reading files: 4',
        'Finding passages: 4',
        // Two articles of the two texts have the same words, and share a vector.
        'Encoding passages: 12',
        'Writing the index: 2',
        '',
      ].join('\n'),
    );
  });

  it('adds nothing twice', async () => {
    const again = await yinju(['add', laws(), '--json']);
    expect(again).toMatchObject({ code: 0 });
    const [outcome] = jsonLines(again.stdout) as readonly [{ readonly texts: { readonly present: readonly object[] } }];
    expect(outcome).toMatchObject({ texts: { added: [] }, index: { changed: false } });
    expect(outcome.texts.present).toHaveLength(3);
  });

  it('refuses a file of 50 MB, and says what to do', async () => {
    const run = await yinju(['add', join(laws(), '大.txt')]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/大\.txt cannot be added: it is 50 MB large: no law is/);
    expect(run.stderr).toMatch(/^→ /m);
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });
});

describe('a law with two texts', () => {
  it('is found by questions in the text that counts today, or on the day that is asked for', async () => {
    const today = answerOf(await yinju(['ask', QUESTION, '--json', '--limit', '1']));
    expect(today).toMatchObject({ status: 'answered' });
    expect(today.passages[0]?.text).toContain('十五日内登记');
    expect(today.passages[0]?.citation).toMatchObject({
      provision: { version: '2023-06-01', article: '2' },
      notices: [],
    });
    const then = answerOf(await yinju(['ask', QUESTION, '--json', '--law', LAW, '--as-of', '2020-01-01']));
    expect(then.passages[0]?.text).toContain('三十日内登记');
    expect(then.passages.map(({ text }) => text).join()).not.toContain('十五日内');
    expect(then.passages[0]?.citation.notices).toMatchObject([{ key: 'text-outdated', since: '2023-08-01' }]);
  });

  it('carries a notice wherever the text that no longer counts is quoted', async () => {
    const run = await yinju(['law', LAW, '2', '--as-of', '2020-01-01']);
    expect(run).toMatchObject({ code: 0 });
    expect(run.stdout).toContain('三十日内登记');
    expect(run.stdout).toMatch(/! 这是《测试登记办法》2019年3月1日文本，新文本自2023年8月1日起施行。/);
  });

  it('shows an article with the articles beside it as commands that can be run', async () => {
    const { stdout } = await yinju(['law', LAW, '2']);
    expect(stdout).toContain(`npx yinju law ${LAW} 1\n`);
    const next = /npx yinju (law \S+ 2-1)\n/.exec(stdout)?.[1];
    expect((await yinju(next?.split(' ') ?? [])).stdout).toContain('第二条之一 登记应当使用统一的编号。');
    expect(stdout.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
  });

  it('shows the chapter, who cites an article, and how to cite it', async () => {
    const chapter = await yinju(['law', LAW, '第二条', '--chapter']);
    for (const article of ['第一条', '第二条', '第二条之一']) expect(chapter.stdout).toContain(`│ ${article} `);
    expect(chapter.stdout).not.toContain('第三条');

    const citing = await yinju(['law', LAW, '2', '--cited-by', '--json']);
    expect(jsonLines(citing.stdout)).toMatchObject([
      { kind: 'cited-by', total: 1, passages: [{ citation: { document: 'report' } }] },
    ]);

    const cited = await yinju(['law', LAW, 'art. 2', '--citation', 'gb7714']);
    expect(cited.stdout).toBe('测试部. 测试登记办法: 第二条[A]. 2023-06-01.\n');
  });

  it('answers what is asked of it from its own text', async () => {
    const run = await yinju(['law', LAW, '--question', QUESTION, '--json', '--limit', '1']);
    expect(jsonLines(run.stdout)).toMatchObject([
      { kind: 'found', answer: { passages: [{ citation: { provision: { article: '2', version: '2023-06-01' } } }] } },
    ]);
  });
});

describe('yinju cite', () => {
  it('passes only what stands in a text at hand', async () => {
    const text = `${LAW}第二条；${LAW}第九条；《网络安全法》第二十一条；《不存在条例》第一条`;
    const run = await yinju(['cite', text, '--json']);
    const [{ citations }] = jsonLines(run.stdout) as readonly [{ readonly citations: readonly object[] }];
    expect(citations).toMatchObject([
      { verdict: 'found', law: LAW, provisions: [{ article: '2' }] },
      { verdict: 'absent', checked: { version: '2023-06-01', firstArticle: '1', lastArticle: '3' } },
      { verdict: 'unchecked', law: 'cybersecurity-law', checked: null },
      { verdict: 'unidentified', law: null },
    ]);
  });

  it('holds a citation against the text of a day', async () => {
    const run = await yinju(['cite', `${LAW}第二条之一`, '--as-of', '2020-01-01', '--json']);
    const [{ citations }] = jsonLines(run.stdout) as readonly [{ readonly citations: readonly object[] }];
    // A newer text is known: that this one lacks the article says nothing of the law.
    expect(citations).not.toMatchObject([{ verdict: 'found' }]);
  });
});

describe('what is asked wrongly of a law', () => {
  it.each([
    ['an article that its text does not have', ['9'], /2023年6月1日文本没有第九条，该文本为第一条至第三条/],
    ['an unknown name', ['测试登记法'], /《测试登记办法》/],
    ['a name of several laws', ['安全法'], /可能指几部法规[^]*《中华人民共和国数据安全法》/],
  ])('%s is told with what there is, and ends with 1', async (_, words, expected) => {
    const run = await yinju(['law', ...(words[0] === '9' ? [LAW] : []), ...words]);
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(run.stdout).toMatch(expected);
  });

  it.each([
    ['a date that is none', ['law', LAW, '--as-of', '2020-02-30'], /“2020-02-30” is no day[^]*YYYY-MM-DD/],
    ['a date that is none', ['ask', QUESTION, '--as-of', 'today'], /“today” is no day[^]*YYYY-MM-DD/],
    ['an article that is none', ['law', LAW, '第条'], /“第条”[^]*286-1/],
    ['a chapter of no article', ['law', LAW, '--chapter'], /--chapter needs an article/],
    ['two things at once', ['law', LAW, '2', '--chapter', '--cited-by'], /cannot be used with/],
    ['an unknown law to ask of', ['ask', QUESTION, '--law', '测试登记法'], /no law[^]*Did you mean 测试登记办法/],
  ])('%s is wrong use', async (_, userArguments, expected) => {
    const run = await yinju(userArguments);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(expected);
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });
});

describe('several folders', () => {
  it('of DATA_DIR are read where they lie, the library beside them', async () => {
    const more = join(folder, 'more');
    await mkdir(more);
    await writeFile(join(more, 'note.txt'), '纸条\n\n纸条上写着登记窗口的电话。\n');
    const environment = {
      DATA_DIR: [join(folder, 'documents'), more].join(delimiter),
      LIBRARY_DIR: library(),
      INDEX_DIR: join(folder, 'index-of-both'),
    };
    const { stdout } = await runInProcess(['sources', '--json'], environment);
    const [sources] = jsonLines(stdout) as readonly (readonly { readonly id: string }[])[];
    expect(sources?.map(({ id }) => id)).toEqual([
      'laws-凌乱规定',
      'laws-测试登记办法-2019-03-01',
      'laws-测试登记办法-2023-06-01',
      'note',
      'report',
    ]);
  });

  it('one in another are refused: what lies there would be read twice', async () => {
    const run = await runInProcess(['sources', '--data', folder, '--library', library()]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(`LIBRARY_DIR names ${library()}, which lies in ${folder}`);
  });
});

describe('yinju remove', () => {
  it('takes a text out, and nothing of it is answered any more', async () => {
    const removed = await yinju(['remove', 'laws-测试登记办法-2023-06-01']);
    expect(removed).toMatchObject({ code: 0 });
    expect(removed.stdout).toContain('Removed laws/测试登记办法(2023-06-01).md from the library.');
    const { stdout } = await yinju(['law', LAW, '--question', QUESTION, '--json']);
    expect(stdout).not.toContain('十五日内');
    expect(jsonLines(stdout)).toMatchObject([{ text: { version: '2019-03-01', outdatedSince: null } }]);
  });

  it('names the nearest ids where there is none of this name', async () => {
    const run = await yinju(['remove', 'laws-凌乱规定', 'laws-凌乱规则']);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/no text with the id laws-凌乱规则[^]*Did you mean laws-凌乱规定/);
  });

  it.each([
    ['no text at all', []],
    ['texts in two ways', ['laws-凌乱规定', '--all']],
  ])('of %s is wrong use', async (_, userArguments) => {
    expect(await yinju(['remove', ...userArguments])).toMatchObject({ code: 2, stdout: '' });
  });

  it('forgets a law with its last text; the files that were added lie where they lay', async () => {
    const counted = await yinju(['remove', '--folder', 'laws']);
    expect(counted).toMatchObject({ code: 2, stdout: '' });
    expect(counted.stderr).toMatch(/2 texts of .* would be removed[^]*--yes/);
    expect(await readdir(join(library(), 'laws'))).toHaveLength(2);
    expect(await yinju(['remove', '--folder', 'laws', '--yes'])).toMatchObject({ code: 0 });
    expect(await yinju(['law', LAW])).toMatchObject({ code: 1 });
    expect(await readdir(join(library(), 'laws'))).toEqual([]);
    expect(await readdir(laws())).toContain(SECOND_TEXT.file);
  });
});
