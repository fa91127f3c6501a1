import { describe, expect, it } from 'vitest';
import type { LawCard } from '../../../../src/answering/law/law-answer.js';
import { viewLaw, viewLawName, viewProvision } from '../../../../src/wording/views/law-view.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { answerOf, citationOf, passageOf } from '../../../support/example-answers.js';
import { lawNamed } from '../../../support/shipped-catalogue.js';

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
  answer: null,
};

const valueOf = (label: string, words = simplified, card = CARD) =>
  viewLaw(card, words).facts.find((fact) => fact.label === label)?.value;

describe('the card of a law', () => {
  it('shows every fact with the figure of its source, and what is unknown as unknown', () => {
    expect(valueOf('初次制定')).toBe('通过：2016年11月7日¹ · 公布：不详 · 施行：2017-06²');
    expect(valueOf('First text', english)).toBe('adopted: 2016-11-07¹ · published: unknown · in force: 2017-06²');
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

  it('names each source once, at its end', () => {
    expect([simplified, traditional, english].map((words) => viewLaw(CARD, words).sources)).toEqual([
      '来源：¹ 公报 · ² 第九条',
      '來源：¹ 公报 · ² 第九条',
      'Sources: ¹ 公报 · ² 第九条',
    ]);
    expect(viewLaw({ ...CARD, law: null, status: null }, english).sources).toBeNull();
  });

  it('says where to read it and how to add a text where there is none', () => {
    const none = { ...CARD, text: null };
    expect(valueOf('Text at hand', english, none)).toBe('none');
    expect(viewLaw(none, english).notices).toEqual([
      'No text of 《甲法》 that counts on 2026-01-02 is here. Add one with `npx yinju add FILE`.',
    ]);
    const addressed = { ...none, law: { ...LAW, address: { url: 'https://example.org/a', source: null } } };
    expect(viewLaw(addressed, simplified).notices).toEqual([
      '此处没有《甲法》在2026年1月2日适用的文本。请查阅 https://example.org/a ，也可以用 `npx yinju add 文件` 添加。',
    ]);
    expect(valueOf('官方文本', simplified, addressed)).toBe('https://example.org/a');
  });

  it('says the same to readers who can add none without a command, and without an address that is not there', () => {
    const none = { ...CARD, text: null };
    expect(viewLaw(none, english).readerNotices).toEqual(['No text of 《甲法》 that counts on 2026-01-02 is here.']);
    const addressed = { ...none, law: { ...LAW, address: { url: 'https://example.org/a', source: null } } };
    expect(viewLaw(addressed, english).readerNotices).toEqual([
      'No text of 《甲法》 that counts on 2026-01-02 is here: read it at the address above.',
    ]);
    expect(viewLaw(addressed, simplified).readerNotices).toEqual([
      '此处没有《甲法》在2026年1月2日适用的文本，请查阅上列官方文本。',
    ]);
    expect(viewLaw(CARD, english).readerNotices).toEqual(viewLaw(CARD, english).notices);
  });

  it('has the address of the text in force, where that has one of its own', () => {
    const [version] = LAW.versions;
    if (version === undefined) throw new Error('The law of this test has a version.');
    const own = { ...version, url: 'https://example.org/own' };
    const status = { state: 'in-force' as const, since: '2026-01-01', amended: true, version: own };
    const card = { ...CARD, law: { ...LAW, address: { url: 'https://example.org/a', source: null } }, status };
    expect(valueOf('Official text', english, card)).toBe('https://example.org/own');
  });

  it('has its title in the reader’s script', () => {
    const card = { ...CARD, law: { ...LAW, title: { zhHans: '网络法', zhHant: '網絡法' } }, title: '网络法' };
    expect([simplified, traditional, english].map((words) => viewLaw(card, words).heading)).toEqual([
      '《网络法》',
      '《網絡法》',
      '《网络法》',
    ]);
  });

  it('shows what a law outside the catalogue lacks as unknown', () => {
    const card = { ...CARD, law: null, status: null };
    expect(valueOf('In English', english, card)).toBe('unknown');
    expect(valueOf('Official text', english, card)).toBe('unknown');
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
    expect(viewLaw({ ...CARD, article: null }, english)).toMatchObject({ place: null, problem: null });
  });

  it('says of a place that a text out of date does not have which articles that has and that there is a newer one', () => {
    const provision = { article: '999', paragraph: null, item: null, subitem: null };
    const unchecked: LawCard = { ...CARD, article: { outcome: 'unchecked', provision, passages: [] } };
    const problems = [english, simplified, traditional].map((words) => viewLaw(unchecked, words).problem);
    expect(problems).toEqual([
      '《甲法》, Article 999: cannot be checked; the text at hand, of 2016-11-07, goes from Article 1 to Article 79, and a newer one is in force since 2026-01-01.',
      '《甲法》第九百九十九条无法核对：现有的2016年11月7日文本为第一条至第七十九条，新文本已自2026年1月1日起施行。',
      '《甲法》第九百九十九條無法核對：現有的2016年11月7日文本為第一條至第七十九條，新文本已自2026年1月1日起施行。',
    ]);
    expect(viewLaw({ ...unchecked, text: null }, english).problem).toBe(
      '《甲法》, Article 999: cannot be checked, because the text that counts is not here.',
    );
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
        passages: [{ id: 'x', text, citation: { ...citation, gaps: { start: false, end: true } } }],
        previous: '1',
        next: null,
        section: ['第一章 总则', '第一节 目的'],
      },
    };
    const view = viewLaw(card, english);
    expect(view.article).toMatchObject([{ id: 'x', lines: ['第二条 甲', '（乙'], gaps: { start: false, end: true } }]);
    expect(view.section).toBe('第一章 总则 › 第一节 目的');
    expect(viewLaw(CARD, english).section).toBeNull();
  });

  it('words the answer to what was asked of the law', () => {
    const answer = answerOf('问什么', 'strong', [passageOf(1, 'a', '甲。')]);
    expect(viewLaw({ ...CARD, answer }, english).answer).toMatchObject({ question: '问什么', answered: true });
    expect(viewLaw(CARD, english).answer).toBeNull();
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

it('words a 目 behind its 项', () => {
  const place = { article: '6', paragraph: null, item: 1, subitem: 12 };
  expect([english, simplified, traditional].map((words) => viewProvision(place, words))).toEqual([
    'Article 6(1)(12)',
    '第六条第（一）项第十二目',
    '第六條第（一）項第十二目',
  ]);
});

it('words the name of a law with its English title where there is one', () => {
  expect(viewLawName({ id: 'a', title: '甲法', english: 'Law A' }, english)).toBe('《甲法》 · Law A');
  expect(viewLawName({ id: 'a', title: '甲法', english: null }, english)).toBe('《甲法》');
});
