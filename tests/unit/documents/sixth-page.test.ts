import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/documents/document.js';
import { loadDocuments } from '../../../src/documents/load-documents.js';
import { splitPassages } from '../../../src/documents/split-passages.js';
import { checkPassages } from '../../support/check-passages.js';
import { textFolder } from '../../support/text-folder.js';

/**
 * A page of another shape than the five: three columns that a scanner read across, a headline cut down its middle, a
 * byline in the body, and a strip of the second column that is lost. Blank lines between, as there.
 */
const LINES = [
  '# 海岛小镇的图书馆 三十年', // 1: left half of the first headline
  '每天清晨六点，渡船把报纸和新书送到码头。管理员老周推着小车上坡，赶在', // 3: first column
  '## 邮路', // 5: second column, its headline
  '从前的邮差要走四个小时。', // 7
  '潮水表（单位：米）', // 9: third column, its headline
  '# 开门不打烊', // 11: right half of the first headline
  '七点前把阅览室的灯点亮。', // 13: first column, goes on from 3
  '后来修了路，他改骑自行车，半个', // 15: second column
  '初一：高潮**三点二**，', // 17: third column
  '本报记者 林远', // 19: byline of the first article
  '孩子们放学就来，借书不用押金。', // 21: first column
  '小时就能走完', // 23: second column, goes on from 15; what follows is lost
  '低潮零点四。', // 25: third column, goes on from 17
  '信送到每一户门口。', // 27: second column after the lost strip
];
const TEXT = LINES.join('\n\n');

const SIDECAR = `
documents:
  - id: "005-1"
    title: { text: "海岛小镇的图书馆开门不打烊三十年", lines: [1, 11] }
    author: { name: "林远", basis: stated, evidence: "l.19" }
    order: [[3, 3], [13, 13], [21, 21]]
    joins: [[3, 13]]
    credits: [19]
  - id: "005-2"
    title: { text: "邮路", lines: [5] }
    order: [[7, 7], [15, 15], [23, 23], [27, 27]]
    joins: [[15, 23]]
    truncated: [{ line: 23, where: end }, { line: 27, where: start }]
  - id: "005-3"
    title: { text: "潮水表（单位：米）", lines: [9] }
    order: [[17, 17], [25, 25]]
    joins: [[17, 25]]
`;

const read = async (): Promise<readonly SourceDocument[]> =>
  (await loadDocuments(textFolder({ 'data/005.txt': TEXT, 'data/005.yaml': SIDECAR }), ['data'])).documents;

/** The span of words that the page holds once. */
function spanOf(words: string): readonly [number, number] {
  const start = TEXT.indexOf(words);
  expect(TEXT.indexOf(words, start + 1)).toBe(-1);
  return [start, start + words.length];
}

describe('a sixth page, of three interleaved columns', () => {
  it('is read column by column, joined and cut where its sidecar says', async () => {
    const passages = (await read()).flatMap(splitPassages);
    const whole = { start: false, end: false };
    expect(
      passages.map(({ document, position, text, truncated }) => ({ document, position, text, truncated })),
    ).toEqual([
      {
        document: '005-1',
        position: 0,
        text: '每天清晨六点，渡船把报纸和新书送到码头。管理员老周推着小车上坡，赶在七点前把阅览室的灯点亮。',
        truncated: whole,
      },
      // Apart from the passage before, because other columns stand between the two on the page.
      { document: '005-1', position: 1, text: '孩子们放学就来，借书不用押金。', truncated: whole },
      { document: '005-2', position: 0, text: '从前的邮差要走四个小时。', truncated: whole },
      {
        document: '005-2',
        position: 1,
        text: '后来修了路，他改骑自行车，半个小时就能走完',
        truncated: { start: false, end: true },
      },
      { document: '005-2', position: 2, text: '信送到每一户门口。', truncated: { start: true, end: false } },
      { document: '005-3', position: 0, text: '初一：高潮三点二，低潮零点四。', truncated: whole },
    ]);
  });

  it('names the slices of the page that each passage is made of', async () => {
    const passages = (await read()).flatMap(splitPassages);
    const spansOf = (start: string) => passages.find(({ text }) => text.startsWith(start))?.spans;
    expect(spansOf('每天')).toEqual([
      spanOf('每天清晨六点，渡船把报纸和新书送到码头。管理员老周推着小车上坡，赶在'),
      spanOf('七点前把阅览室的灯点亮。'),
    ]);
    expect(spansOf('后来')).toEqual([spanOf('后来修了路，他改骑自行车，半个'), spanOf('小时就能走完')]);
    expect(spansOf('初一')).toEqual([
      spanOf('初一：高潮'),
      spanOf('三点二'),
      [TEXT.indexOf('**，') + 2, TEXT.indexOf('**，') + 3],
      spanOf('低潮零点四。'),
    ]);
  });

  it('has two sentences where two columns make one passage of them', async () => {
    const [first] = (await read()).flatMap(splitPassages);
    expect(first?.sentences.map(([start, end]) => first.text.slice(start, end))).toEqual([
      '每天清晨六点，渡船把报纸和新书送到码头。',
      '管理员老周推着小车上坡，赶在七点前把阅览室的灯点亮。',
    ]);
  });

  it('keeps each character of the page in its place', async () => {
    checkPassages(await read(), {
      markers: [],
      joins: [
        [3, 13],
        [15, 23],
        [17, 25],
      ],
    });
  });

  it('has its headlines whole', async () => {
    expect((await read()).map(({ metadata }) => metadata.title)).toEqual([
      '海岛小镇的图书馆开门不打烊三十年',
      '邮路',
      '潮水表（单位：米）',
    ]);
  });
});

describe('parts of a page that the five files do not have', () => {
  const readPage = async (text: string, document: string): Promise<readonly SourceDocument[]> =>
    (
      await loadDocuments(
        textFolder({
          'data/a.txt': text,
          'data/a.yaml': `documents:\n  - id: a\n    title: { text: T, lines: [1] }\n${document}`,
        }),
        ['data'],
      )
    ).documents;

  it('leaves the section as it is after a caption in its middle', async () => {
    const documents = await readPage(
      'T\n## 章\n前文。\n图一\n后文。',
      '    order: [[2, 5]]\n    headings: { "2": [2] }\n    captions: [[4, 4]]',
    );
    expect(documents.flatMap(splitPassages).map(({ text, section }) => [text, section])).toEqual([
      ['前文。', ['章']],
      ['图一', []],
      ['后文。', ['章']],
    ]);
  });

  it('keeps a line break between two English words that a page break parts, side by side or not', async () => {
    const side = await readPage('T\nThe text goes\n\non here.', '    order: [[2, 4]]\n    joins: [[2, 4]]');
    expect(side.flatMap(splitPassages).map(({ text }) => text)).toEqual(['The text goes\n\non here.']);
    const apart = await readPage(
      'T\nThe text goes\n广告\non here.',
      '    order: [[2, 2], [4, 4]]\n    joins: [[2, 4]]\n    drop: [3]',
    );
    expect(apart.flatMap(splitPassages).map(({ text }) => text)).toEqual(['The text goes\non here.']);
  });

  it('lets no passage run over a byline between two paragraphs', async () => {
    const documents = await readPage('T\n前文。\n记者\n后文。', '    order: [[2, 4]]\n    credits: [3]');
    expect(documents.flatMap(splitPassages).map(({ text }) => text)).toEqual(['前文。', '后文。']);
  });

  it('marks the gap at the end of a line after its run-in heading, not before it', async () => {
    const documents = await readPage(
      'T\n前文。小标题：后文缺了',
      '    order: [[2, 2]]\n    run_in_headings: [{ line: 2, text: "小标题：", level: 2 }]\n    truncated: [{ line: 2, where: end }]',
    );
    expect(
      documents.flatMap(splitPassages).map(({ text, section, truncated }) => [text, section, truncated.end]),
    ).toEqual([
      ['前文。', [], false],
      ['后文缺了', ['小标题：'], true],
    ]);
  });
});
