import { describe, expect, it } from 'vitest';
import type { LawChapter, LawCitations } from '../../../../src/answering/law/law-answer.js';
import { viewLawChapter } from '../../../../src/wording/views/law-chapter-view.js';
import { viewLawCiting } from '../../../../src/wording/views/law-citing-view.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { citationOf } from '../../../support/example-answers.js';

const english = wordsFor('en');
const simplified = wordsFor('zh-Hans');
const traditional = wordsFor('zh-Hant');

describe('a chapter in words', () => {
  const CHAPTER: LawChapter = {
    id: 'a-law',
    title: '甲法',
    version: '2016-11-07',
    inferred: false,
    section: ['第一编 总则', '第二章 制作'],
    articles: [{ id: 'x', text: '第二条 甲。', citation: citationOf('a') }],
    outdatedSince: '2026-01-01',
  };

  it('has the law with the day of its text, its headings, and every article', () => {
    expect(viewLawChapter(CHAPTER, english)).toMatchObject({
      heading: '《甲法》 · 2016-11-07',
      section: '第一编 总则 › 第二章 制作',
      articles: [{ id: 'x', lines: ['第二条 甲。'] }],
      disclaimer: 'This is not legal advice; only the Chinese text is authoritative.',
    });
  });

  it('warns where the text is out of date', () => {
    expect(viewLawChapter(CHAPTER, simplified).notices).toEqual([
      '现有文本为2016年11月7日文本，新文本自2026年1月1日起施行，条文序号和文字可能不同。',
    ]);
    expect(viewLawChapter({ ...CHAPTER, outdatedSince: null }, simplified).notices).toEqual([]);
  });

  it('marks a day that only the name of the file tells, and has no headings where the text has none', () => {
    expect(viewLawChapter({ ...CHAPTER, inferred: true, section: [] }, simplified)).toMatchObject({
      heading: '《甲法》 · 2016年11月7日（推定）',
      section: null,
    });
    expect(viewLawChapter({ ...CHAPTER, version: null }, english).heading).toBe('《甲法》 · date unknown');
  });
});

describe('who cites a law, in words', () => {
  const CITING: LawCitations = {
    id: 'a-law',
    title: '甲法',
    provision: { article: '21', paragraph: null, item: null, subitem: null },
    total: 3,
    more: false,
    passages: [
      {
        id: 'x',
        text: '前文。《甲法》第二十一条规定。后文。',
        citation: citationOf('a'),
        sentence: [3, 15],
        meant: { version: '2016-11-07', from: '2017-06-01', atHand: true, outdatedSince: '2026-01-01' },
      },
    ],
  };

  it('has the place, how many there are, and each sentence', () => {
    const view = viewLawCiting(CITING, english);
    expect(view.heading).toBe('《甲法》 · Article 21');
    expect(view.count).toBe('Cited in 3 passages (the first 1)');
    expect(view.passages[0]?.quote).toMatchObject({
      before: '前文。',
      highlight: '《甲法》第二十一条规定。',
      after: '后文。',
    });
  });

  it('says which text counted when it was written', () => {
    expect([english, simplified, traditional].map((words) => viewLawCiting(CITING, words).passages[0]?.meant)).toEqual([
      'When this was written, the text of 2016-11-07 was in force; a newer one is in force since 2026-01-01.',
      '写作时施行的是2016年11月7日文本，新文本自2026年1月1日起施行。',
      '寫作時施行的是2016年11月7日文本，新文本自2026年1月1日起施行。',
    ]);
    const [passage] = CITING.passages;
    if (passage === undefined) throw new Error('There is a passage in this test.');
    expect(
      viewLawCiting({ ...CITING, passages: [{ ...passage, meant: null }] }, english).passages[0]?.meant,
    ).toBeNull();
  });

  it('says that none does, and where there may be more', () => {
    expect(viewLawCiting({ ...CITING, total: 0, passages: [] }, simplified).count).toBe(
      '没有文档或其他法规的段落引用它。',
    );
    expect(viewLawCiting({ ...CITING, more: true }, simplified).count).toBe('至少3个段落引用（先列1个）');
    expect(viewLawCiting({ ...CITING, provision: null }, simplified).heading).toBe('《甲法》');
  });
});
