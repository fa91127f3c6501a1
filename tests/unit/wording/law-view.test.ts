import { describe, expect, it } from 'vitest';
import type { LawCard } from '../../../src/answering/law-answer.js';
import { viewLaw, viewLawName, viewProvision } from '../../../src/wording/law-view.js';
import { wordsFor } from '../../../src/wording/words-for.js';
import { citationOf } from '../../support/example-answers.js';
import { lawNamed } from '../../support/shipped-catalogue.js';

const [english, simplified, traditional] = (['en', 'zh-Hans', 'zh-Hant'] as const).map(wordsFor) as [
  ReturnType<typeof wordsFor>,
  ReturnType<typeof wordsFor>,
  ReturnType<typeof wordsFor>,
];

const LAW = lawNamed('a-law', '甲法', {
  english: { title: 'Law A', official: false, source: 'a test' },
  versions: [
    {
      change: 'original',
      adopted: { value: '2016-11-07', source: '公报' },
      published: null,
      inForce: { value: '2017-06', source: '第九条' },
      url: null,
    },
  ],
});

const CARD: LawCard = {
  kind: 'found',
  id: 'a-law',
  title: '甲法',
  day: '2026-01-02',
  law: LAW,
  status: { state: 'unknown' },
  text: {
    version: '2016-11-07',
    inferred: true,
    from: '2017-06-01',
    documents: ['a'],
    articles: 79,
    firstArticle: '1',
    lastArticle: '79',
    outdatedSince: '2026-01-01',
  },
  versions: ['2016-11-07', null],
  article: { outcome: 'absent', provision: { article: '286-1', paragraph: 2, item: 3, subitem: null }, passages: [] },
  mentions: [],
  mentionCount: 0,
};

const valueOf = (label: string, words = simplified, card = CARD) =>
  viewLaw(card, words).facts.find((fact) => fact.label === label)?.value;

describe('the card of a law', () => {
  it('shows every fact with its source, and what is unknown as unknown', () => {
    expect(valueOf('初次制定')).toBe('通过：2016年11月7日（来源：公报） · 公布：不详 · 施行：2017-06（来源：第九条）');
    expect(valueOf('First text', english)).toBe(
      'adopted: 2016-11-07 (source: 公报) · published: unknown · in force: 2017-06 (source: 第九条)',
    );
    expect(valueOf('文号')).toBe('不详');
    expect(valueOf('官方文本')).toBe('不详');
    expect(valueOf('时效')).toBe('不详：此处没有施行日期（截至2026年1月2日）');
  });

  it('marks an English title that no authority published', () => {
    expect(valueOf('In English', english)).toBe('Law A (unofficial translation)');
    expect(valueOf('英文名稱', traditional)).toBe('Law A（非官方譯名）');
    const official = { ...CARD, law: { ...LAW, english: { ...LAW.english, official: true } } };
    expect(valueOf('In English', english, official)).toBe('Law A');
  });

  it('names the text at hand with its range, and the others', () => {
    expect(valueOf('现有文本')).toBe('2016年11月7日（推定）文本，共79条，第一条至第七十九条');
    expect(valueOf('其他现有文本')).toBe('日期不详');
  });

  it('says how to add a text where there is none', () => {
    expect(valueOf('Text at hand', english, { ...CARD, text: null })).toContain('npx yinju add');
  });

  it('tells the state of the law on the day', () => {
    const version = LAW.versions[0];
    if (version === undefined) throw new Error('The law of this test has a version.');
    const inForce = { state: 'in-force' as const, since: '2026-01-01', version };
    const status = (one: LawCard['status']) => valueOf('Status', english, { ...CARD, status: one });
    expect(status({ ...inForce, amended: false })).toBe('in force since 2026-01-01 (as of 2026-01-02)');
    expect(status({ ...inForce, amended: true })).toBe(
      'in force; its text of that day since 2026-01-01 (as of 2026-01-02)',
    );
    expect(status({ state: 'not-yet-in-force', from: '2027-01-01' })).toBe(
      'not yet in force; from 2027-01-01 (as of 2026-01-02)',
    );
    expect(status({ state: 'replaced', since: '2020-06-01', by: { law: null, title: '乙法' } })).toBe(
      'replaced by 《乙法》 since 2020-06-01 (as of 2026-01-02)',
    );
    expect(status(null)).toBe('unknown (as of 2026-01-02)');
  });

  it('warns that a newer text is in force, and says that it is no legal advice', () => {
    const view = viewLaw(CARD, simplified);
    expect(view.notices).toEqual(['现有文本为2016年11月7日文本，新文本自2026年1月1日起施行，条文序号和文字可能不同。']);
    expect(view.disclaimer).toBe('本内容不构成法律意见，以中文正式文本为准。');
    expect(view.mentionsHeading).toBe('文档中没有提到它的段落。');
  });

  it('says why an article is not shown', () => {
    expect(viewLaw(CARD, simplified).problem).toBe(
      '《甲法》2016年11月7日文本没有第二百八十六条之一第二款第（三）项，该文本为第一条至第七十九条。',
    );
    expect(viewLaw(CARD, english).problem).toBe(
      '《甲法》 has no Article 286-1(2)(3) in its text of 2016-11-07, which goes from Article 1 to Article 79.',
    );
    const unchecked = { ...CARD, article: { ...CARD.article, outcome: 'unchecked' } } as LawCard;
    expect(viewLaw(unchecked, english).problem).toContain('cannot be checked');
    expect(viewLaw({ ...CARD, article: null }, english)).toMatchObject({ place: null, problem: null });
  });

  it('shows the lines of an article apart', () => {
    const provision = { law: 'a-law', version: null, article: '2', paragraph: null, item: null };
    const citation = {
      ...citationOf('a'),
      provision,
      spans: [
        [10, 15],
        [17, 19],
      ] as const,
    };
    const text = '第二条 甲（乙';
    const card: LawCard = {
      ...CARD,
      article: {
        outcome: 'found',
        provision: { article: '2', paragraph: null, item: null, subitem: null },
        passages: [{ id: 'x', text, citation }],
      },
    };
    expect(viewLaw(card, english).article.map(({ lines }) => lines)).toEqual([['第二条 甲', '（乙']]);
  });
});

it('words places in each language', () => {
  const place = { article: '286-1', paragraph: 2, item: 3, subitem: null };
  expect([english, simplified, traditional].map((words) => viewProvision(place, words))).toEqual([
    'Article 286-1(2)(3)',
    '第二百八十六条之一第二款第（三）项',
    '第二百八十六條之一第二款第（三）項',
  ]);
});

it('words the name of a law with its English title where there is one', () => {
  expect(viewLawName({ id: 'a', title: '甲法', english: 'Law A' }, english)).toBe('《甲法》 · Law A');
  expect(viewLawName({ id: 'a', title: '甲法', english: null }, english)).toBe('《甲法》');
});
