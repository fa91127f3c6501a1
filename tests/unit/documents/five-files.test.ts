import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/documents/document.js';
import { loadDocuments } from '../../../src/documents/load-documents.js';
import type { Passage } from '../../../src/documents/passage.js';
import { splitPassages } from '../../../src/documents/split-passages.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { checkPassages, lineAt, type FileFacts } from '../../support/check-passages.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');

let documents: readonly SourceDocument[] = [];
beforeAll(async () => {
  ({ documents } = await loadDocuments(nodeFileSystem, [join(ROOT, 'data', 'documents')]));
});

function documentOf(id: string): SourceDocument {
  const found = documents.find(({ metadata }) => metadata.id === id);
  if (found === undefined) throw new Error(`no document ${id}`);
  return found;
}

const passagesOf = (id: string): readonly Passage[] => splitPassages(documentOf(id));
const textOf = (id: string): string =>
  passagesOf(id)
    .map(({ text }) => text)
    .join('\n');

/** The passage of a document that holds these words, which one passage alone does. */
function holding(id: string, words: string): Passage {
  const [passage, ...more] = passagesOf(id).filter(({ text }) => text.includes(words));
  expect(more, words).toEqual([]);
  if (passage === undefined) throw new Error(`no passage of ${id} holds ${words}`);
  return passage;
}

/** Lines of the source in which the slices of a passage begin. */
const linesOf = (id: string, passage: Passage): readonly number[] =>
  passage.spans.map(([start]) => lineAt(documentOf(id).source, start));

describe('the seven documents of the five files', () => {
  it('are found with their titles, even where the page cuts them in pieces', () => {
    expect(documents.map(({ metadata }) => [metadata.id, metadata.title])).toEqual([
      ['000', '强化治理 全力营造清朗网络空间'],
      ['001-1', '共筑网络安全屏障——我国网络安全工作取得积极进展'],
      ['001-2', '最高检、公安部联合挂牌督办五起特大跨境电信网络诈骗犯罪案件'],
      ['002', '加快推进新时代网络强国建设 开启网络与信息安全工作的新征程'],
      [
        '003-1',
        '习近平对网络安全和信息化工作作出重要指示强调 深入贯彻党中央关于网络强国的重要思想 大力推动网信事业高质量发展',
      ],
      ['003-2', '向着网络强国阔步迈进——党的十八大以来我国网信事业发展综述'],
      ['004', '深入贯彻习近平总书记网络强国战略思想 扎实推进网络安全和信息化工作'],
    ]);
  });

  it('tell what a file states from what is inferred', () => {
    expect(documentOf('003-2').metadata).toMatchObject({
      kind: 'news agency report',
      author: '王思北、白瀛',
      agency: '新华社',
      publisher: null,
      inferred: ['author'],
      date: { from: '2023-07-14', to: '2023-07-15', basis: 'inferred' },
      scope: 'global',
      file: '003_5568d11231c8a51e.txt',
    });
    expect(documentOf('002').metadata).toMatchObject({
      author: '赵志国（工业和信息化部网络安全管理局局长）',
      agency: null,
      inferred: [],
    });
    expect(documentOf('001-2').metadata).toMatchObject({ author: null, agency: null, publisher: null, inferred: [] });
    expect(documentOf('000').metadata.inferred).toEqual(['agency']);
    expect(documentOf('004').metadata.inferred).toEqual(['publisher']);
  });

  it('read the two interleaved articles of 003 each in its own order', () => {
    // The first paragraph of each column and the last before the credit, with the turns of the page between.
    const first = textOf('003-1');
    const order = ['重要指示指出', '最根本在于', '行动指南', '重大战略和任务', '李书磊', '参加会议。'];
    const places = order.map((words) => first.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(first).not.toContain('数字乡村');
    const second = textOf('003-2');
    const others = ['唱响网络好声音', '《征信疑云》', '数字乡村建设', '367项', '宣传周', '蓬勃力量'];
    const found = others.map((words) => second.indexOf(words));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(second).not.toContain('李书磊');
  });

  it('put together what a page break cut, even within a word or a title', () => {
    const across = [
      ['001-1', '出台《数据出境安全评估办法》，提升', [19, 23]],
      ['002', '以重大工程、重点任务为平台', [35, 37]],
      ['003-1', '有习近平新时代中国特色社会主义思想科学指引', [19, 47]],
      ['003-1', '网络安全重大战略和任务，构建', [49, 67]],
      ['003-2', '维护网络安全是全社会的共同责任', [65, 81]],
      ['003-2', '中国方案赢得更多认同和支持', [99, 101]],
    ] as const;
    for (const [id, words, lines] of across)
      expect(linesOf(id, holding(id, words)), words).toEqual(expect.arrayContaining([...lines]));
  });

  it('quote a misprint as it stands', () => {
    expect(holding('001-1', '推动加快网络安全学科建设 and 人才培养进程。').truncated).toEqual({
      start: false,
      end: false,
    });
  });

  it('do not quote credits, labels, headings or dropped lines', () => {
    for (const { metadata } of documents) {
      const text = textOf(metadata.id);
      expect(text).not.toMatch(/（新华社）|\(据新华社\)|（作者：|核心要点|网络安全管理局局长|[#*■]/);
    }
    expect(textOf('001-2')).not.toContain('宣传周');
    expect(textOf('001-1')).not.toContain('顶层设计不断完善');
  });

  it('keep the caption of 001-1 as one passage of no section', () => {
    const caption = holding('001-1', '2023年国家网络安全宣传周主题：');
    expect(caption).toMatchObject({
      role: 'caption',
      section: [],
      text: '2023年国家网络安全宣传周主题：网络安全为人民 网络安全靠人民',
    });
  });

  it('mark the abstract of 004 and keep it apart from the body', () => {
    const roles = passagesOf('004').map(({ role }) => role);
    const bodyAt = roles.indexOf('body');
    expect(new Set(roles.slice(0, bodyAt))).toEqual(new Set(['abstract']));
    expect(new Set(roles.slice(bodyAt))).toEqual(new Set(['body']));
    // The last item of the abstract stands again in the body, there with the speaker before it.
    const repeated = '我们党过不了互联网这一关，就过不了长期执政这一关。我们牢固树立政治意识';
    const both = passagesOf('004').filter(({ text }) => text.includes(repeated));
    expect(both.map(({ role }) => role)).toEqual(['abstract', 'body']);
    expect(both.map(({ text }) => text.includes(`习近平总书记强调，${repeated}`))).toEqual([false, true]);
  });

  it('take the heading out of the line that it runs into', () => {
    const before = holding('003-2', '根本性转变。');
    const after = holding('003-2', '《征信疑云》');
    expect(before.section).toEqual(['强化网络空间综合治理——']);
    expect(before.text.endsWith('根本性转变。')).toBe(true);
    expect(after.section).toEqual(['共建共享网络文明新风尚——']);
    expect(after.text.startsWith('《征信疑云》')).toBe(true);
  });

  it('mark a gap and let no passage cross it', () => {
    const start = holding('003-2', '新时代 建功新征程”网络名人');
    const end = holding('003-2', '如今，全社会共建共享网上美好精神家园的新格局');
    const next = holding('003-2', '贫和数字乡村建设');
    expect(start).toMatchObject({ position: 0, truncated: { start: true, end: false } });
    expect(end.truncated).toEqual({ start: false, end: true });
    expect(end.text.endsWith('的新格局')).toBe(true);
    expect(next.truncated).toEqual({ start: true, end: false });
    expect(next.text.startsWith('贫和')).toBe(true);
    const marked = documents.flatMap(splitPassages).filter(({ truncated }) => truncated.start || truncated.end);
    expect(marked.map(({ id }) => id)).toEqual([start.id, end.id, next.id]);
  });

  it('know the section of a passage, and where it has ended', () => {
    const sections = [
      ['000', '亿万网民共同的精神家园', []],
      ['000', '“网鼎杯”网络安全大赛两年举办一届', ['长治长效：全力保障国家网络空间安全']],
      ['001-1', '已有60余所高校', ['网络安全教育、技术、产业融合发展']],
      ['002', '军民深度融合是', ['六、加快推进网络与信息领域军民融合，推动形成军民融合深度发展新格局']],
      ['002', '是新时代党和人民赋予的光荣使命', []],
      ['003-2', '数字乡村建设', []],
      ['003-2', '367项', ['筑牢网络安全屏障']],
      ['003-2', '铿锵足音', []],
      ['004', '30多项网络安全国家标准', ['三、构建网络安全保障体系，有力维护国家网络空间安全和利益']],
    ] as const;
    for (const [id, words, section] of sections) expect(holding(id, words).section, words).toEqual(section);
  });

  it('end a sentence at the end of a list item', () => {
    // Lines 11 to 14 end in a semicolon; with the line before they would be one sentence of 442 characters.
    for (const words of ['1.7万余名；', '窝点15个；', '620余万个；', '团伙341个；']) {
      const { text, sentences } = holding('000', words);
      expect(sentences.map(([, end]) => end)).toContain(text.indexOf(words) + words.length);
    }
  });

  it('give passages of a length that can be read: median 120 to 220', () => {
    const lengths = documents
      .flatMap(splitPassages)
      .map(({ text }) => text.length)
      .sort((a, b) => a - b);
    const median = lengths[Math.floor(lengths.length / 2)];
    expect(median).toBeGreaterThanOrEqual(120);
    expect(median).toBeLessThanOrEqual(220);
  });
});

describe('every character of the five files', () => {
  // The joins and markers by hand from the pages.
  const facts: Readonly<Record<string, FileFacts>> = {
    '000_689020d8900ec25a.txt': { markers: ['——'], joins: [] },
    '001_0c1aa316e32ba4b4.txt': {
      markers: [],
      joins: [
        [19, 23],
        [33, 35],
      ],
      captions: [[55, 57]],
    },
    '002_4e4dd60d782a0e7d.txt': {
      markers: [],
      joins: [
        [21, 23],
        [35, 37],
      ],
    },
    '003_5568d11231c8a51e.txt': {
      markers: [],
      joins: [
        [7, 9],
        [11, 13],
        [19, 47],
        [49, 67],
        [69, 71],
        [65, 81],
        [99, 101],
      ],
    },
    '004_1a3153f4b095e14b.txt': { markers: ['■'], joins: [] },
  };

  it.each(Object.entries(facts))('has its place: %s', (file, expected) => {
    const own = documents.filter(({ metadata }) => metadata.file === file);
    expect(own).not.toEqual([]);
    checkPassages(own, expected);
  });
});
