import { describe, expect, it } from 'vitest';
import { passagesOfLaw } from '../../../support/law-texts.js';

const law = (body: string): string => `# 测试规则\n\n2020年1月2日 公布\n\n<!-- INFO END -->\n\n${body}\n`;
const at = (article: string, paragraph: number | null = null, item: number | null = null) => ({
  law: '测试规则',
  version: '2020-01-02',
  article,
  paragraph,
  item,
});

describe('the articles of a law', () => {
  it('are a passage each, with the headings above them', () => {
    const passages = passagesOfLaw(
      law(
        '## 第一编 总则\n\n### 第一章 任务\n\n第一条 甲。\n\n第二条 乙。\n\n丙。\n\n### 第二章 犯罪\n\n#### 第一节 责任\n\n第二条之一 丁。\n\n## 附则\n\n第三条 戊。',
      ),
    );
    expect(passages.map(({ text, section, provision }) => ({ text, section, provision }))).toEqual([
      { text: '第一条 甲。', section: ['第一编 总则', '第一章 任务'], provision: at('1') },
      { text: '第二条 乙。丙。', section: ['第一编 总则', '第一章 任务'], provision: at('2') },
      { text: '第二条之一 丁。', section: ['第一编 总则', '第二章 犯罪', '第一节 责任'], provision: at('2-1') },
      { text: '第三条 戊。', section: ['第一编 总则', '附则'], provision: at('3') },
    ]);
  });

  it('do not begin at a reference that opens a line', () => {
    const passages = passagesOfLaw(law('第一条 甲。\n\n第二条的规定适用于乙。\n\n第二条 丙。'));
    expect(passages.map(({ text }) => text)).toEqual(['第一条 甲。第二条的规定适用于乙。', '第二条 丙。']);
  });

  it('leave a preamble and an annex without an article', () => {
    const passages = passagesOfLaw(law('为了测试，规定如下。\n\n第一条 甲。\n\n附件一\n\n表格说明。'));
    expect(passages.map(({ text, provision }) => [text, provision?.article ?? null])).toEqual([
      ['为了测试，规定如下。', null],
      ['第一条 甲。', '1'],
      ['表格说明。', null],
    ]);
  });

  it('are kept where their numbers come twice or fall', () => {
    const passages = passagesOfLaw(law('第二条 甲。\n\n第二条 乙。\n\n第一条 丙。'));
    expect(passages.map(({ provision }) => provision?.article)).toEqual(['2', '2', '1']);
  });
});

/** A sentence of exactly so many characters. */
const sentence = (first: string, length: number): string => `${first.padEnd(length - 1, '文')}。`;

describe('an article of more than 400 characters', () => {
  it('is cut at its 款', () => {
    const body = [`第一条 ${sentence('甲', 250)}`, sentence('乙', 250), sentence('丙', 30)].join('\n\n');
    const passages = passagesOfLaw(law(body));
    expect(passages.map(({ text, provision }) => [text.charAt(0), text.length, provision])).toEqual([
      ['第', 254, at('1', 1)],
      ['乙', 250, at('1', 2)],
      ['丙', 30, at('1', 3)],
    ]);
  });

  it('keeps 款 and 项 apart: what follows the 项 is the next 款', () => {
    const items = ['（一）', '（二）', '（三）'].map((mark) => sentence(`${mark}项`, 190));
    const body = ['第一条 下列行为：', ...items, sentence('后款', 60)].join('\n\n');
    const passages = passagesOfLaw(law(body));
    expect(passages.map(({ text, provision }) => [text.slice(0, 3), text.length, provision])).toEqual([
      ['第一条', 199, at('1', 1)],
      ['（二）', 190, at('1', 1, 2)],
      ['（三）', 190, at('1', 1, 3)],
      ['后款文', 60, at('1', 2)],
    ]);
  });

  it('names no 款 where it has one only', () => {
    const items = ['（一）', '（二）'].map((mark) => sentence(`${mark}项`, 300));
    const passages = passagesOfLaw(law(['第一条 下列行为：', ...items].join('\n\n')));
    expect(passages.map(({ provision }) => provision)).toEqual([at('1'), at('1', null, 2)]);
  });

  it('names the first and the last 项 of a piece that holds several and nothing else', () => {
    const items = ['（一）', '（二）', '（三）', '（四）', '（五）', '（六）'].map((mark) => sentence(`${mark}项`, 85));
    const passages = passagesOfLaw(law(['第一条 下列行为：', ...items].join('\n\n')));
    expect(passages.map(({ text, provision }) => [text.slice(0, 3), text.length, provision])).toEqual([
      // What announces the items is no item: this piece is cited as the article.
      ['第一条', 179, at('1')],
      ['（三）', 170, { ...at('1'), items: [3, 4] }],
      ['（五）', 170, { ...at('1'), items: [5, 6] }],
    ]);
  });

  it('counts a 目 and the rows of a table with what stands above them', () => {
    const body = [`第一条 ${sentence('甲', 200)}`, '（一）乙：', '1. 丙；', '| 丁 | 戊 |', sentence('己', 200)].join(
      '\n\n',
    );
    const passages = passagesOfLaw(law(body));
    expect(passages.at(-1)?.provision).toEqual(at('1', 2));
  });

  it.each(['但是', '除外', '不得'])('is not cut before a 款 that begins with %s', (word) => {
    const body = [`第一条 ${sentence('甲', 150)}${sentence('乙', 150)}`, sentence(`${word}丙`, 150)].join('\n\n');
    const passages = passagesOfLaw(law(body));
    expect(passages).toHaveLength(2);
    expect(passages[1]?.text.startsWith('乙')).toBe(true);
    expect(passages[1]?.text).toContain(`。${word}丙`);
  });

  it('is cut at a comma before the words in front of an exception, rather than before the exception', () => {
    const body = `第一条 ${'甲'.repeat(200)}，${'乙'.repeat(190)}。但是${'丙'.repeat(100)}。`;
    const passages = passagesOfLaw(law(body));
    expect(passages.map(({ text }) => text.slice(0, 3))).toEqual(['第一条', '乙乙乙']);
    expect(passages[1]?.text).toContain('。但是丙');
  });

  it('is cut by length where nothing else is left, never beyond 400', () => {
    const passages = passagesOfLaw(law(`第一条 ${'甲'.repeat(1000)}`));
    expect(passages.every(({ text }) => text.length <= 400)).toBe(true);
    expect(passages.map(({ text }) => text).join('')).toBe(`第一条 ${'甲'.repeat(1000)}`);
  });
});
