import { describe, expect, it } from 'vitest';
import { blocksFromPlainText } from '../../../src/documents/blocks-from-plain-text.js';
import { loadDocuments } from '../../../src/documents/load-documents.js';
import { splitPassages } from '../../../src/documents/split-passages.js';
import { textFolder } from '../../support/text-folder.js';

/** Kind and text of the blocks after the title. */
function blocksOf(body: string): readonly (readonly [string, string])[] {
  const source = `题目\n${body}`;
  return blocksFromPlainText(source)
    .blocks.slice(1)
    .map(({ kind, spans }) => [kind, spans.map(([start, end]) => source.slice(start, end)).join('')] as const);
}

describe('the title of a file without a sidecar', () => {
  it.each([
    ['题目\n正文。', '题目'],
    ['\n\n　题目　\n正文。', '题目'],
    ['# A *title*\ntext', 'A *title*'],
    ['**题目**\n正文。', '题目'],
    ['', ''],
    [' \n\t\n', ''],
  ])('of %j is %j', (source, title) => {
    expect(blocksFromPlainText(source).title).toBe(title);
  });

  it('is the first sentence of a first line that is no headline, which is quoted too', () => {
    const long = `这是一份没有标题的文件，${'它一开头就是正文'.repeat(4)}。第二句。`;
    expect(blocksFromPlainText(`${long}\n下一段。`)).toMatchObject({
      title: long.slice(0, long.indexOf('。') + 1),
      blocks: [
        { kind: 'paragraph', spans: [[0, long.length]] },
        { kind: 'paragraph', spans: [[long.length + 1, long.length + 5]] },
      ],
    });
    expect(blocksFromPlainText('只有一行').blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
    expect(blocksFromPlainText('# 只有标题').blocks.map(({ kind }) => kind)).toEqual(['heading']);
  });

  it('is at most 120 characters long and cuts none in two', () => {
    const { title } = blocksFromPlainText(`${'字'.repeat(118)}😀😀\n正文。`);
    // 119 characters and the sign for what is left out; the emoji that begins at 118 takes two and does not fit.
    expect(title).toBe(`${'字'.repeat(118)}…`);
    expect(blocksFromPlainText(`${'字'.repeat(120)}\n正文。`).title).toBe('字'.repeat(120));
  });

  it('is no text to quote', () => {
    expect(blocksFromPlainText('题目\n正文。').blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['paragraph', null],
    ]);
  });
});

describe('lines of a file without a sidecar', () => {
  it('are joined where the first has no sentence end', () => {
    expect(blocksOf('这一行没有写完\n就换了行。')).toEqual([['paragraph', '这一行没有写完就换了行。']]);
  });

  it.each(['。', '！', '？', '；', '：', '.', '!', '?', ';', ':', '。”', '……', '？）', '."'])(
    'stay apart after %s',
    (end) => {
      expect(blocksOf(`第一行${end}\n第二行`)).toEqual([
        ['paragraph', `第一行${end}`],
        ['paragraph', '第二行'],
      ]);
    },
  );

  it.each([
    ['# 标题', 'heading', '标题'],
    ['第二章 总则', 'heading', '第二章 总则'],
    ['一、总则', 'heading', '一、总则'],
    ['（二）范围', 'heading', '（二）范围'],
    ['- 项', 'list-item', '项'],
    ['* 项', 'list-item', '项'],
    ['——项', 'list-item', '项'],
    ['1. 项', 'list-item', '1. 项'],
    ['2、项', 'list-item', '2、项'],
    ['（3）项', 'list-item', '（3）项'],
    ['“引文', 'paragraph', '“引文'],
    ['「引文', 'paragraph', '「引文'],
    ['"quoted', 'paragraph', '"quoted'],
    ['> quoted', 'paragraph', '> quoted'],
  ])('stay apart before %s', (line, kind, text) => {
    expect(blocksOf(`这一行没有写完\n${line}`)).toEqual([
      ['paragraph', '这一行没有写完'],
      [kind, text],
    ]);
  });

  it('go on in a line that begins with a number or a bold word, which is no list', () => {
    expect(blocksOf('The share rose by\n3.5 percent')).toEqual([['paragraph', 'The share rose by\n3.5 percent']]);
    expect(blocksOf('The share rose\n**by half** of it')).toEqual([['paragraph', 'The share rose\nby half of it']]);
    expect(blocksOf('The share **rose**\nby half')).toEqual([['paragraph', 'The share rose\nby half']]);
  });

  it('are joined across blank lines only where the first is long enough to have been broken', () => {
    const short = '署名行';
    const long = '字'.repeat(30);
    expect(blocksOf(`${short}\n\n下一段。`)).toEqual([
      ['paragraph', short],
      ['paragraph', '下一段。'],
    ]);
    expect(blocksOf(`${long}\n\n接着写。`)).toEqual([['paragraph', `${long}接着写。`]]);
    expect(blocksOf(`${long.slice(1)}\n\n接着写。`)).toHaveLength(2);
  });

  it('keep the line break of English text inside one slice, and not that of Chinese', () => {
    const english = blocksFromPlainText('Title\nThe first line\nof a sentence.').blocks[1];
    expect(english?.spans).toEqual([[6, 35]]);
    const chinese = blocksFromPlainText('题目\n第一行\n第二行。').blocks[1];
    expect(chinese?.spans).toEqual([
      [3, 6],
      [7, 11],
    ]);
  });

  it('may end in any way', () => {
    expect(blocksOf('一行没有写完\r\n就换了行。\r\n\r\n下一段。')).toEqual([
      ['paragraph', '一行没有写完就换了行。'],
      ['paragraph', '下一段。'],
    ]);
    expect(blocksOf('第一。\r第二。\u2028第三。')).toHaveLength(3);
  });
});

describe('a Markdown file', () => {
  const markdown = [
    '# Handbook',
    '',
    'What this **handbook** is for.',
    '',
    '## Backups',
    '',
    'Keep three copies:',
    '',
    '- one at *home*',
    '- one elsewhere',
    '',
    '### Tests of backups',
    '',
    'Read one back every month. Write down who did it.',
    '',
    '## Passwords',
    '',
    'Use a manager.',
  ].join('\n');

  it('gives its headings as sections and its list items as sentences', async () => {
    const { documents } = await loadDocuments(textFolder({ 'data/Hand Book.md': markdown }), ['data']);
    expect(documents.map(({ metadata }) => [metadata.id, metadata.title])).toEqual([['hand-book', 'Handbook']]);
    const passages = documents.flatMap(splitPassages);
    expect(passages.map(({ text, section }) => [text, section])).toEqual([
      ['What this handbook is for.', []],
      ['Keep three copies:one at *home*one elsewhere', ['Backups']],
      ['Read one back every month. Write down who did it.', ['Backups', 'Tests of backups']],
      ['Use a manager.', ['Passwords']],
    ]);
    expect(passages[1]?.sentences).toHaveLength(3);
  });

  it('knows nothing of its author, date or kind', async () => {
    const { documents } = await loadDocuments(textFolder({ 'data/notes/a.md': markdown }), ['data']);
    expect(documents[0]?.metadata).toMatchObject({
      id: 'notes-a',
      file: 'notes/a.md',
      kind: null,
      author: null,
      agency: null,
      publisher: null,
      date: null,
      inferred: [],
      url: null,
    });
  });
});
