import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LawRequest } from '../../../../src/answering/law/law-answer.js';
import type { SourceDocument } from '../../../../src/documents/document.js';
import { parseArticle } from '../../../../src/laws/citations/parse-article.js';
import { readLaw } from '../../../support/law-texts.js';
import { openRealEngine, questionOf, type RealEngine } from '../../../support/real-engine.js';

/** A text of a law of a test, with its articles from the first. */
function textOf(id: string, title: string, note: string, articles: readonly string[]): SourceDocument {
  const body = articles.map((article) => `${article}\n\n`).join('');
  const read = readLaw(`# ${title}\n\n${note}\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n${body}`);
  if (read === null) throw new Error('This is no text of a law.');
  return { ...read, metadata: { ...read.metadata, id, file: `${id}.md` } };
}

/** The clock of the engine stands at 2026-01-02: the catalogue has the 网络安全法 amended since 2026-01-01. */
const TEXTS = [
  textOf('csl-2016', '中华人民共和国网络安全法', '2016年11月7日 全国人民代表大会常务委员会通过', [
    '第一条 为了保障测试，制定本法。',
    '第二条 测试者应当记录下列事项：',
    '（一）时间；',
    '（二）地点。',
    '记录应当保存。',
  ]),
  textOf('dsl-2021', '中华人民共和国数据安全法', '2021年6月10日 全国人民代表大会常务委员会通过', [
    '第一条 为了规范甲，制定本法。',
    '第一条之一 增加的条文。',
    '第二条 前条不适用于乙。',
    '第三条 下列行为：',
    '（一）丙：',
    '1.丁；',
    '2.戊；',
    '（二）己。',
  ]),
  textOf('kite-2000', '中华人民共和国风筝法', '2000年1月1日 通过\n\n2000年3月1日 施行', ['第一条 风筝应当用纸制作。']),
  textOf('kite-2010', '中华人民共和国风筝法', '2010年5月5日 修订\n\n2010年7月1日 施行', ['第一条 风筝可以用布制作。']),
  textOf('trial-2017', '网络产品和服务安全审查办法（试行）', '2017年5月2日 公布', ['第一条 试行的条文。']),
];

let real: RealEngine;
beforeAll(async () => {
  real = await openRealEngine(TEXTS);
});
afterAll(() => real.engine.close());

const law = (name: string, article: string | null = null, options: Partial<LawRequest> = {}) =>
  real.engine.law({
    name,
    provision: article === null ? null : parseArticle(article),
    question: null,
    asOf: null,
    scopes: ['global'],
    limit: 3,
    ...options,
  });

describe('the card of a law', () => {
  it('has the catalogue entry, the status of the day and the text at hand', async () => {
    const card = await law('Data Security Law');
    expect(card).toMatchObject({
      kind: 'found',
      id: 'data-security-law',
      title: '中华人民共和国数据安全法',
      day: '2026-01-02',
      status: { state: 'in-force', since: '2021-09-01' },
      text: {
        version: '2021-06-10',
        from: '2021-09-01',
        documents: ['dsl-2021'],
        articles: 4,
        firstArticle: '1',
        lastArticle: '3',
        outdatedSince: null,
      },
      article: null,
      mentionCount: 2,
    });
  });

  it('shows the passages of the documents that name it, not its own', async () => {
    const card = await law('数据安全法');
    const documents = card.kind === 'found' ? card.mentions.map(({ citation }) => citation.document) : [];
    expect(documents).toEqual(['001-1', '003-2']);
  });

  it('says so where no text is at hand', async () => {
    expect(await law('PIPL', '13')).toMatchObject({
      id: 'personal-information-protection-law',
      text: null,
      versions: [],
      article: { outcome: 'unchecked', passages: [] },
    });
  });

  it('is found for a law that is not in the catalogue, by its text alone', async () => {
    expect(await law('风筝法', '1')).toMatchObject({
      id: '风筝法',
      title: '中华人民共和国风筝法',
      law: null,
      status: null,
      text: { version: '2010-05-05' },
      versions: ['2000-01-01', '2010-05-05'],
      article: { outcome: 'found', passages: [{ text: '第一条 风筝可以用布制作。' }] },
    });
  });

  it('is asked back for a name that fits several, and offers near names for one that fits none', async () => {
    expect(await law('安全法')).toMatchObject({ kind: 'ambiguous' });
    const unknown = await law('风筝办法');
    expect(unknown).toMatchObject({ kind: 'unknown' });
    expect(unknown.kind === 'unknown' && unknown.near[0]).toMatchObject({ id: '风筝法', english: null });
    expect(await law('qqqq')).toEqual({ kind: 'unknown', name: 'qqqq', near: [] });
  });

  it('sees only the texts of the asker’s scopes', async () => {
    expect(await law('风筝法', null, { scopes: ['server:1'] })).toMatchObject({ kind: 'unknown' });
  });
});

describe('an article of a law', () => {
  it('is found word for word, with its place', async () => {
    const card = await law('数据安全法', '第一条之一');
    const found = card.kind === 'found' ? card.article : null;
    expect(found).toMatchObject({
      outcome: 'found',
      passages: [
        {
          text: '第一条之一 增加的条文。',
          citation: { provision: { law: 'data-security-law', version: '2021-06-10', article: '1-1' }, notices: [] },
        },
      ],
    });
  });

  it('is absent where the newest text does not have it', async () => {
    expect(await law('数据安全法', '99')).toMatchObject({ article: { outcome: 'absent', passages: [] } });
    expect(await law('数据安全法', '第二条第二款')).toMatchObject({ article: { outcome: 'absent' } });
  });

  it('of a text that is out of date carries a notice, and is never called absent', async () => {
    expect(await law('网络安全法', '1')).toMatchObject({
      text: { outdatedSince: '2026-01-01' },
      article: {
        outcome: 'found',
        passages: [{ citation: { notices: [{ key: 'text-outdated', version: '2016-11-07', since: '2026-01-01' }] } }],
      },
    });
    expect(await law('网络安全法', '99')).toMatchObject({ article: { outcome: 'unchecked' } });
  });

  it('is that of the day asked for', async () => {
    expect(await law('风筝法', '1', { asOf: '2010-06-30' })).toMatchObject({
      text: { version: '2000-01-01', outdatedSince: null },
      article: { passages: [{ text: '第一条 风筝应当用纸制作。' }] },
    });
    expect(await law('风筝法', '1', { asOf: '1999-12-31' })).toMatchObject({
      text: null,
      article: { outcome: 'unchecked' },
    });
    expect(await law('网络安全法', '99', { asOf: '2025-12-31' })).toMatchObject({
      status: { state: 'in-force', since: '2017-06-01' },
      article: { outcome: 'absent' },
    });
  });
});

describe('the citations of a text', () => {
  const verdicts = async (text: string, asOf: string | null = null) =>
    (await real.engine.cite(text, asOf, ['global'])).map(({ verdict }) => verdict);

  it.each([
    ['《数据安全法》第一条', 'found'],
    ['《数据安全法》第一条之一', 'found'],
    ['《数据安全法》', 'found'],
    ['《数据安全法》第九条', 'absent'],
    ['《数据安全法》第一条、第九条', 'absent'],
    ['《数据安全法》第二条第三款', 'absent'],
    ['《风筝法》第一条', 'found'],
    ['风筝法第二条', 'absent'],
    ['《网络安全法》第二条第一款第（二）项', 'superseded'],
    ['《网络安全法》第二十一条', 'unchecked'],
    ['《网络产品和服务安全审查办法（试行）》第一条', 'superseded'],
    ['《个人信息保护法》第十三条', 'unchecked'],
    ['《测试条例》第一条', 'unidentified'],
  ])('%s is %s', async (text, verdict) => {
    expect(await verdicts(text)).toEqual([verdict]);
  });

  it.each([
    ['《网络安全法》第二条第一款第（二）项', '2025-12-31', 'found'],
    ['《网络安全法》第二条第二款第（二）项', '2025-12-31', 'absent'],
    ['《网络安全法》第二十一条', '2025-12-31', 'absent'],
    ['《风筝法》第一条', '1999-12-31', 'unchecked'],
    ['《网络产品和服务安全审查办法（试行）》第一条', '2018-01-01', 'found'],
  ])('%s on %s is %s', async (text, day, verdict) => {
    expect(await verdicts(text, day)).toEqual([verdict]);
  });

  it('expand a range to the end of the text at hand, with its articles that have a 之, and keep its own end', async () => {
    const [citation] = await real.engine.cite('《数据安全法》第一条至第六条', null, ['global']);
    expect(citation?.provisions.map(({ article }) => article)).toEqual(['1', '1-1', '2', '3', '6']);
    expect(citation?.verdict).toBe('absent');
  });

  it('are none in an article that points to its own law without naming it: nothing says which that is', async () => {
    expect(await verdicts('第二条 前条不适用于乙。违反本法第一条的，依照前款处理。')).toEqual([]);
  });

  it('follow 本法, 前条 and 前款 to the law and the article named before them in the same paragraph', async () => {
    const text = '《数据安全法》第二条第一款规定，前款不适用于乙，本法第一条适用于甲，前条第九款除外。';
    const citations = await real.engine.cite(text, null, ['global']);
    expect(citations.map(({ text: cited, law: id, verdict }) => [cited, id, verdict])).toEqual([
      ['《数据安全法》第二条第一款', 'data-security-law', 'found'],
      ['前款', 'data-security-law', 'found'],
      ['本法第一条', 'data-security-law', 'found'],
      ['前条第九款', 'data-security-law', 'absent'],
    ]);
    expect(await verdicts('《数据安全法》第二条。\n\n本法第一条。')).toEqual(['found']);
  });

  it('hold a 目 against those of the text', async () => {
    expect(await verdicts('《数据安全法》第三条第（一）项第2目')).toEqual(['found']);
    expect(await verdicts('《数据安全法》第三条第（一）项第3目')).toEqual(['absent']);
  });

  it('come with their places and the text that they were held against', async () => {
    const text = '见《数据安全法》第九条。';
    expect(await real.engine.cite(text, null, ['global'])).toEqual([
      {
        text: '《数据安全法》第九条',
        start: 1,
        end: 11,
        law: 'data-security-law',
        name: '中华人民共和国数据安全法',
        provisions: [{ article: '9', paragraph: null, item: null, subitem: null }],
        verdict: 'absent',
        checked: { version: '2021-06-10', firstArticle: '1', lastArticle: '3', outdatedSince: null },
      },
    ]);
  });
});

describe('a question that names an article', () => {
  const texts = async (text: string, options = {}) =>
    (await real.engine.answer(questionOf(text, options))).passages.map((one) => one.text);

  it('is answered with that article first', async () => {
    const answer = await real.engine.answer(questionOf('数据安全法第一条之一怎么规定的', { limit: 3 }));
    expect(answer).toMatchObject({ status: 'answered', strength: 'strong' });
    expect(answer.passages.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(answer.passages[0]).toMatchObject({ text: '第一条之一 增加的条文。', score: 1 });
    expect(new Set(answer.passages.map(({ id }) => id)).size).toBe(3);
  });

  it('in a range of articles that holds it, those with a 之 among them', async () => {
    expect((await texts('《数据安全法》第一条至第二条')).slice(0, 3)).toEqual([
      '第一条 为了规范甲，制定本法。',
      '第一条之一 增加的条文。',
      '第二条 前条不适用于乙。',
    ]);
  });

  it.each(['What does Article 2 of the Data Security Law say?', 'DSL art. 2', '《數據安全法》第二條'])(
    'in the words “%s” too',
    async (text) => {
      expect((await texts(text))[0]).toBe('第二条 前条不适用于乙。');
    },
  );

  it('in its options gets it first', async () => {
    expect((await texts('记录什么', { law: 'cybersecurity-law', article: '第二条' }))[0]).toContain(
      '第二条 测试者应当记录',
    );
  });

  it('of a law named in its options gets it first, by whatever name the law is given', async () => {
    for (const law of ['data-security-law', '数据安全法', 'DSL'])
      expect((await texts('第二条', { law }))[0]).toBe('第二条 前条不适用于乙。');
    expect((await texts('第一条', { law: '风筝法' }))[0]).toBe('第一条 风筝可以用布制作。');
  });

  it('gets the text of the day asked for', async () => {
    expect((await texts('风筝法第一条', { asOf: '2005-01-01' }))[0]).toBe('第一条 风筝应当用纸制作。');
  });

  it('that is absent, or in one document only, is searched for as ever', async () => {
    expect(await texts('数据安全法第九十九条')).not.toEqual([]);
    const inOne = await real.engine.answer(questionOf('数据安全法第一条', { document: '001' }));
    expect(inOne.passages.map(({ citation }) => citation.document).filter((id) => !id.startsWith('001'))).toEqual([]);
  });
});
