import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../../src/answering/answer.js';
import { gbCitation, plainCitation } from '../../../../src/wording/views/citation-formats.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { citationOf } from '../../../support/example-answers.js';

const LAW: Citation = {
  ...citationOf('csl'),
  title: '中华人民共和国网络安全法',
  publisher: '全国人民代表大会常务委员会',
  kind: 'law',
  date: { from: '2016-11-07', to: '2016-11-07', basis: 'stated' },
  section: ['第三章 网络运行安全', '第一节 一般规定'],
  provision: { law: 'cybersecurity-law', version: '2016-11-07', article: '21', paragraph: 1, item: 3 },
  url: 'http://www.cac.gov.cn/2016-11/07/c_1119867116.htm',
};

const REPORT: Citation = {
  ...citationOf('001-1'),
  title: '《一篇报道》',
  agency: '新华社',
  author: '王某、白某',
  inferred: ['author'],
  kind: 'news agency report',
  date: { from: '2023-09-10', to: '2023-09-11', basis: 'inferred' },
  section: ['开幕', '主题'],
};

describe('a plain citation', () => {
  it.each([
    [
      'zh-Hans',
      '《中华人民共和国网络安全法》 · 全国人民代表大会常务委员会 · 2016年11月7日文本 · 第二十一条第一款第（三）项 · http://www.cac.gov.cn/2016-11/07/c_1119867116.htm',
    ],
    [
      'zh-Hant',
      '《中华人民共和国网络安全法》 · 全国人民代表大会常务委员会 · 2016年11月7日文本 · 第二十一條第一款第（三）項 · http://www.cac.gov.cn/2016-11/07/c_1119867116.htm',
    ],
    [
      'en',
      '《中华人民共和国网络安全法》 · 全国人民代表大会常务委员会 · text of 2016-11-07 · Article 21(1)(3) · http://www.cac.gov.cn/2016-11/07/c_1119867116.htm',
    ],
  ] as const)('of an article names its text, its place and its address in %s', (language, expected) => {
    expect(plainCitation(LAW, wordsFor(language))).toBe(expected);
  });

  it.each([
    ['zh-Hans', '《一篇报道》 · [王某、白某] · 新华社 · [2023年9月10日至11日之间] · 主题'],
    ['zh-Hant', '《一篇报道》 · [王某、白某] · 新华社 · [2023年9月10日至11日之間] · 主题'],
    ['en', '《一篇报道》 · [王某、白某] · 新华社 · [between 2023-09-10 and 2023-09-11] · 主题'],
  ] as const)('of a document has what is inferred in square brackets, in %s', (language, expected) => {
    expect(plainCitation(REPORT, wordsFor(language))).toBe(expected);
  });

  it('leaves out what is not known', () => {
    expect(plainCitation({ ...citationOf('a'), title: '无题' }, wordsFor('en'))).toBe('《无题》');
  });

  it('names the page, and stays in one line', () => {
    const citation = { ...citationOf('a'), title: '一\n二', page: 3 };
    expect(plainCitation(citation, wordsFor('zh-Hans'))).toBe('《一 二》 · 第3页');
  });

  it('names the items of a piece that holds several', () => {
    const provision = { law: 'x', version: null, article: '6', paragraph: 2, item: null, items: [3, 5] as const };
    const citation = { ...citationOf('a'), title: '甲法', provision };
    expect(['en', 'zh-Hans', 'zh-Hant'].map((language) => plainCitation(citation, wordsFor(language as 'en')))).toEqual(
      [
        '《甲法》 · Article 6(2)(3)–(5)',
        '《甲法》 · 第六条第二款第（三）项至第（五）项',
        '《甲法》 · 第六條第二款第（三）項至第（五）項',
      ],
    );
  });
});

describe('a citation after GB/T 7714', () => {
  const gb = (citation: Citation): string => gbCitation(citation, '2026-01-02');

  it('of an article online has its type, its date, the day of access and the address', () => {
    expect(gb(LAW)).toBe(
      '全国人民代表大会常务委员会. 中华人民共和国网络安全法: 第二十一条第一款第（三）项[A/OL]. (2016-11-07)[2026-01-02]. http://www.cac.gov.cn/2016-11/07/c_1119867116.htm.',
    );
  });

  it('of an article whose address is not known has neither address nor day of access', () => {
    expect(gb({ ...LAW, url: null, date: { from: '2016-11-07', to: '2016-11-07', basis: 'inferred' } })).toBe(
      '全国人民代表大会常务委员会. 中华人民共和国网络安全法: 第二十一条第一款第（三）项[A]. [2016-11-07].',
    );
  });

  it('of a document has several authors apart, and estimates in square brackets', () => {
    expect(gb(REPORT)).toBe('[王某, 白某]. 一篇报道[Z]. 新华社, [2023-09-10/2023-09-11].');
    expect(gb({ ...REPORT, url: 'https://example.org/a' })).toBe(
      '[王某, 白某]. 一篇报道[EB/OL]. 新华社([2023-09-10/2023-09-11])[2026-01-02]. https://example.org/a.',
    );
  });

  it('of a newspaper has the paper and the day', () => {
    const brief: Citation = {
      ...citationOf('b'),
      title: '简讯',
      author: '张某',
      publisher: '某日报',
      kind: 'newspaper brief',
      date: { from: '2023-09-12', to: '2023-09-12', basis: 'stated' },
    };
    expect(gb(brief)).toBe('张某. 简讯[N]. 某日报, 2023-09-12.');
    expect(gb({ ...brief, page: 4 })).toBe('张某. 简讯[N]. 某日报, 2023: 4.');
  });

  it('leaves out what is not known', () => {
    expect(gb({ ...citationOf('a'), title: '无题' })).toBe('无题[Z].');
    expect(gb({ ...citationOf('a'), title: '无题', url: 'https://example.org/a' })).toBe(
      '无题[EB/OL]. [2026-01-02]. https://example.org/a.',
    );
  });

  it('keeps the marks of a title that names another one', () => {
    expect(gb({ ...citationOf('a'), title: '《甲法》和《乙法》' })).toBe('《甲法》和《乙法》[Z].');
  });
});
