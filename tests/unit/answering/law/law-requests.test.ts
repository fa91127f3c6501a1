import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LawRequest } from '../../../../src/answering/law/law-answer.js';
import type { DocumentDate } from '../../../../src/documents/document.js';
import { parseArticle } from '../../../../src/laws/citations/parse-article.js';
import { documentOf } from '../../../support/index-fixture.js';
import { lawTextOf } from '../../../support/law-fixture.js';
import { openRealEngine, questionOf, type RealEngine } from '../../../support/real-engine.js';

/** The clock of the engine stands at 2026-01-02: the catalogue has the 网络安全法 amended since 2026-01-01. */
const LAWS = [
  lawTextOf('kite-2000', '中华人民共和国风筝法', '2000年1月1日 通过\n\n2000年3月1日 施行', [
    '第一条 为了规范风筝，制定本法。',
    '第二条 风筝应当用纸制作。',
  ]),
  lawTextOf('kite-2010', '中华人民共和国风筝法', '2010年5月5日 修订\n\n2010年7月1日 施行', [
    '## 第一编 总则',
    '### 第一章 目的',
    '第一条 为了规范风筝，制定本法。',
    '### 第二章 制作',
    '#### 第一节 材料',
    '第二条 风筝可以用布制作。',
    '制作风筝的单位应当留存样品。',
    '第二条之一 风筝的线应当结实。',
    '#### 第二节 尺寸',
    '第三条 风筝的宽度不得超过三米。',
    '## 第二编 附则',
    '第四条 本法自2010年7月1日起施行。',
  ]),
  lawTextOf('kite-rules', '风筝管理条例', '2012年1月1日 公布', [
    '第一条 根据《中华人民共和国风筝法》，制定本条例。',
    '第二条 违反《风筝法》第二条至第三条规定的，给予警告。前条不适用于比赛。',
  ]),
  lawTextOf('mill-2015', '关于风筝和风车的若干规定', '2015年1月1日 公布', ['第一条 风筝和风车应当登记。']),
  lawTextOf('trial-2017', '网络产品和服务安全审查办法（试行）', '2017年5月2日 公布\n\n2017年6月1日 施行', [
    '第一条 为了审查测试，制定本办法。',
    '第二条 样品应当登记。',
  ]),
  lawTextOf('csl-2016', '中华人民共和国网络安全法', '2016年11月7日 全国人民代表大会常务委员会通过', [
    '第一条 为了保障测试，制定本法。',
    '第二条 记录应当保存。',
  ]),
];

const on = (from: string, to = from): DocumentDate => ({ from, to, basis: from === to ? 'stated' : 'inferred' });

const DOCUMENTS = [
  documentOf('t-2018', ['《网络产品和服务安全审查办法（试行）》第二条要求登记样品。'], { date: on('2018-05-01') }),
  documentOf('t-2021', ['《网络产品和服务安全审查办法（试行）》第二条曾要求登记样品。'], { date: on('2021-05-01') }),
  documentOf('n-mill', ['会议研究贯彻关于风筝和风车的若干规定。代表谈到了风筝。']),
  documentOf('n-2005', ['风筝比赛昨日举行。裁判引用了《风筝法》第二条。观众很多。'], { date: on('2005-06-01') }),
  documentOf('n-2010', ['风筝法第二条第二款要求留存样品。'], { date: on('2010-06-01', '2010-08-01') }),
  documentOf('n-2011', ['按照风筝法第二条之一，线应当结实。'], { date: on('2011-01-01') }),
  documentOf('n-none', ['《风筝法释义》第二条谈到了比赛。']),
  documentOf('c-2025', ['《网络安全法》第二条规定，记录应当保存。'], { date: on('2025-12-31') }),
  documentOf('c-2026', ['《网络安全法》第二条已经改动。'], { date: on('2026-01-01') }),
  documentOf('c-both', ['《网络安全法》第二条值得一读。'], { date: on('2025-12-01', '2026-01-31') }),
];

let real: RealEngine;
beforeAll(async () => {
  real = await openRealEngine([...LAWS, ...DOCUMENTS]);
});
afterAll(() => real.engine.close());

const request = (name: string, article: string | null = null, options: Partial<LawRequest> = {}): LawRequest => ({
  name,
  provision: article === null ? null : parseArticle(article),
  question: null,
  asOf: null,
  scopes: ['global'],
  limit: 10,
  ...options,
});

describe('the card of a law that is not in the catalogue', () => {
  it('has a passage that names it without 《》 and cites nothing of it, whatever else its title is made of', async () => {
    const card = await real.engine.law(request('关于风筝和风车的若干规定'));
    expect(card).toMatchObject({ law: null, mentionCount: 1, mentions: [{ citation: { document: 'n-mill' } }] });
  });

  it('has the passages that name it too', async () => {
    const card = await real.engine.law(request('风筝法', null, { limit: 2 }));
    const mentions = card.kind === 'found' ? card.mentions.map(({ citation }) => citation.document) : [];
    expect(mentions).toEqual(['n-2011', 'n-2010']);
    expect(card).toMatchObject({ mentionCount: 5 });
  });
});

describe('an article', () => {
  const found = async (article: string, options: Partial<LawRequest> = {}) => {
    const card = await real.engine.law(request('风筝法', article, options));
    return card.kind === 'found' && card.article?.outcome === 'found' ? card.article : null;
  };

  it.each([
    ['第一条', null, '2', ['第一编 总则', '第一章 目的']],
    ['第二条', '1', '2-1', ['第一编 总则', '第二章 制作', '第一节 材料']],
    ['2-1', '2', '3', ['第一编 总则', '第二章 制作', '第一节 材料']],
    ['4', '3', null, ['第二编 附则']],
  ])('%s has its neighbours and the headings above it', async (article, previous, next, section) => {
    expect(await found(article)).toMatchObject({ previous, next, section });
  });

  it('has the neighbours of its own text', async () => {
    expect(await found('2', { asOf: '2005-01-01' })).toMatchObject({ previous: '1', next: null, section: [] });
  });
});

describe('a chapter', () => {
  const chapter = async (article: string, options: Partial<LawRequest> = {}) => {
    const whole = await real.engine.chapter(request('风筝法', article, options));
    return { section: whole?.section, articles: whole?.articles.map(({ citation }) => citation.provision?.article) };
  };

  it('holds every article of the 章, those of all its 节 included', async () => {
    expect(await chapter('第二条之一')).toEqual({
      section: ['第一编 总则', '第二章 制作'],
      articles: ['2', '2-1', '3'],
    });
  });

  it('is the 编 where that has no 章, and the whole text where it has neither', async () => {
    expect(await chapter('4')).toEqual({ section: ['第二编 附则'], articles: ['4'] });
    expect(await chapter('2', { asOf: '2005-01-01' })).toEqual({ section: [], articles: ['1', '2'] });
  });

  it('comes with the day of its text, and with what a reader must know of it', async () => {
    expect(await real.engine.chapter(request('网络安全法', '1'))).toMatchObject({
      id: 'cybersecurity-law',
      title: '中华人民共和国网络安全法',
      version: '2016-11-07',
      inferred: false,
      outdatedSince: '2026-01-01',
      articles: [{ citation: { notices: [{ key: 'text-outdated' }] } }, { citation: { notices: [{}] } }],
    });
  });

  it.each([
    ['a law without a text', 'PIPL', '1'],
    ['an unknown law', '没有这部法', '1'],
    ['an ambiguous name', '安全法', '1'],
    ['an article that is not there', '风筝法', '99'],
    ['no article', '风筝法', null],
  ])('of %s is none', async (_, name, article) => {
    expect(await real.engine.chapter(request(name, article))).toBeNull();
  });
});

describe('the passages that cite an article', () => {
  const citing = async (name: string, article: string | null, options: Partial<LawRequest> = {}) => {
    const { total, passages } = await real.engine.citing(request(name, article, options));
    return { total, documents: passages.map(({ citation }) => citation.document) };
  };

  it('are those of documents, newest first, then those of other laws; what lies in it and ranges count', async () => {
    expect(await citing('风筝法', '2')).toEqual({ total: 3, documents: ['n-2010', 'n-2005', 'kite-rules'] });
    expect(await citing('风筝法', '2-1')).toEqual({ total: 2, documents: ['n-2011', 'kite-rules'] });
    expect(await citing('风筝法', '3')).toEqual({ total: 1, documents: ['kite-rules'] });
    expect(await citing('风筝法', '第二条第二款')).toEqual({ total: 1, documents: ['n-2010'] });
    expect(await citing('风筝法', '4')).toEqual({ total: 0, documents: [] });
  });

  it('come with the sentence that does', async () => {
    const { passages } = await real.engine.citing(request('风筝法', '2'));
    expect(passages.map(({ text, sentence }) => text.slice(...sentence))).toEqual([
      '风筝法第二条第二款要求留存样品。',
      '裁判引用了《风筝法》第二条。',
      '第二条 违反《风筝法》第二条至第三条规定的，给予警告。',
    ]);
  });

  it('are those that name the law where no article is asked for, its own texts and longer titles left out', async () => {
    expect(await citing('风筝法', null)).toEqual({
      total: 5,
      documents: ['n-2011', 'n-2010', 'n-2005', 'kite-rules', 'kite-rules'],
    });
    const { total, documents } = await citing('数据安全法', null);
    expect(total).toBe(documents.length);
    expect(new Set(documents)).toEqual(new Set(['001-1', '003-2']));
  });

  it('are cut at the limit, with the number of all told', async () => {
    expect(await citing('风筝法', '2', { limit: 1 })).toEqual({ total: 3, documents: ['n-2010'] });
  });

  it('of a law that is not known are none', async () => {
    expect(await real.engine.citing(request('没有这部法', '1'))).toEqual({
      id: null,
      title: '没有这部法',
      provision: parseArticle('1'),
      total: 0,
      more: false,
      passages: [],
    });
  });

  it('mean the text that was in force when they were written', async () => {
    const meant = async (name: string, article: string) => {
      const { passages } = await real.engine.citing(request(name, article));
      return Object.fromEntries(passages.map((one) => [one.citation.document, one.meant]));
    };
    expect(await meant('风筝法', '2')).toEqual({
      'n-2005': { version: '2000-01-01', from: '2000-03-01', atHand: true, outdatedSince: '2010-07-01' },
      // The range of its date holds the day of the change.
      'n-2010': null,
      'kite-rules': { version: '2010-05-05', from: '2010-07-01', atHand: true, outdatedSince: null },
    });
    expect(await meant('网络安全法', '2')).toEqual({
      'c-2025': { version: '2016-11-07', from: '2017-06-01', atHand: true, outdatedSince: '2026-01-01' },
      // Amended later than the text at hand.
      'c-2026': { version: '2025-10-28', from: '2026-01-01', atHand: false, outdatedSince: null },
      'c-both': null,
    });
  });
});

describe('a rule that was replaced', () => {
  const name = '网络产品和服务安全审查办法（试行）';
  const id = 'network-products-services-security-review-measures-trial';

  it('is meant in its own text by what cites it, with the notice that another took its place', async () => {
    const { passages } = await real.engine.citing(request(name, '2'));
    expect(passages.map(({ citation, meant }) => [citation.document, meant?.version])).toEqual([
      ['t-2021', '2017-05-02'],
      ['t-2018', '2017-05-02'],
    ]);
    for (const { citation } of passages)
      expect(citation.notices).toMatchObject([{ key: 'rule-replaced', law: id, since: '2020-06-01' }]);
  });

  it('is passed by `cite` until the day that it was replaced, and superseded from then on', async () => {
    const verdictOn = async (day: string | null) =>
      (await real.engine.cite(`《${name}》第二条`, day, ['global'])).map(({ law, verdict }) => [law, verdict]);
    expect(await verdictOn('2018-05-01')).toEqual([[id, 'found']]);
    expect(await verdictOn('2020-05-31')).toEqual([[id, 'found']]);
    expect(await verdictOn('2020-06-01')).toEqual([[id, 'superseded']]);
    expect(await verdictOn(null)).toEqual([[id, 'superseded']]);
  });

  it('shows its article under the status of the day', async () => {
    const statusOn = async (asOf: string | null) => {
      const card = await real.engine.law(request(name, '2', { asOf }));
      return card.kind === 'found' ? [card.status?.state, card.article?.outcome] : null;
    };
    expect(await statusOn('2018-05-01')).toEqual(['in-force', 'found']);
    expect(await statusOn(null)).toEqual(['replaced', 'found']);
  });
});

describe('a question within one law', () => {
  it('is answered from its text and from the passages that name it', async () => {
    const card = await real.engine.law(request('网络安全法', null, { question: '记录应当保存吗' }));
    const answer = card.kind === 'found' ? card.answer : null;
    expect(answer?.passages[0]?.text).toBe('第二条 记录应当保存。');
    const laws = answer?.passages.map(({ text, citation }) =>
      citation.provision === null ? text.includes('网络安全法') : citation.provision.law === 'cybersecurity-law',
    );
    expect(laws).not.toContain(false);
  });

  it('is null where nothing is asked', async () => {
    expect(await real.engine.law(request('网络安全法'))).toMatchObject({ answer: null });
  });

  it('finds the text of the day alone', async () => {
    const texts = async (asOf: string | null) => {
      const card = await real.engine.law(request('风筝法', null, { question: '风筝用什么制作', asOf }));
      return (card.kind === 'found' ? (card.answer?.passages ?? []) : []).map(({ citation }) => citation.document);
    };
    expect(new Set(await texts(null))).toEqual(new Set(['kite-2010']));
    expect(new Set(await texts('2005-01-01'))).toEqual(new Set(['kite-2000']));
  });
});

describe('a question over all documents', () => {
  const documents = async (options: Parameters<typeof questionOf>[1]) => {
    const { passages } = await real.engine.answer(questionOf('风筝应当用什么制作', { limit: 20, ...options }));
    return passages.map(({ citation }) => citation.document).filter((id) => id.startsWith('kite-2'));
  };

  it('finds of several texts of a law only the one that counts today, or on the day asked for', async () => {
    expect(new Set(await documents({}))).toEqual(new Set(['kite-2010']));
    expect(new Set(await documents({ asOf: '2009-12-31' }))).toEqual(new Set(['kite-2000']));
    expect(await documents({ asOf: '1999-12-31' })).toEqual([]);
  });

  it('finds any of them where that document is asked for', async () => {
    expect(new Set(await documents({ document: 'kite-2000' }))).toEqual(new Set(['kite-2000']));
  });
});
