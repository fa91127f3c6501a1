import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONGEST_HIGHLIGHTED_SENTENCE } from '../../../src/answering/evidence/highlight.js';
import type { Answer, AnswerPassage } from '../../../src/answering/answer.js';
import { joinSlices } from '../../../src/documents/span.js';
import { splitClauses } from '../../../src/documents/sentences.js';
import { readQuestionSet } from '../../../src/evaluation/question-set.js';
import type { QuestionOptions } from '../../../src/retrieval/parse-question.js';
import { foldText } from '../../../src/shared/fold-text.js';
import { sha256 } from '../../../src/shared/sha256.js';
import { expectContractKeys } from '../../support/answer-contract.js';
import { documentOf } from '../../support/index-fixture.js';
import { openRealEngine, questionOf, type RealEngine } from '../../support/real-engine.js';

const QUESTIONS = join(import.meta.dirname, '..', '..', '..', 'data', 'questions.jsonl');
/** Every eighth of the set, of every round, language and sort: all would take a minute. */
const questions = readQuestionSet(readFileSync(QUESTIONS, 'utf8'), QUESTIONS)
  .map(({ question }) => question)
  .filter((_, place) => place % 8 === 0);

/** What one server alone may see: a law of its own on pangolins. */
const SECRET = '穿山甲保护工作规定：每位成员每年应当种植三棵树，并在四月报告穿山甲的数量。';
const HIDDEN = documentOf('900', [SECRET], { scope: 'server:1', kind: 'normative document' });

let real: RealEngine;
beforeAll(async () => {
  real = await openRealEngine([HIDDEN]);
});
afterAll(async () => {
  await real.engine.close();
});

const ask = (text: string, options: Partial<QuestionOptions> = {}): Promise<Answer> =>
  real.engine.answer(questionOf(text, options));
const documentsOf = ({ passages }: Answer): readonly string[] => [
  ...new Set(passages.map(({ citation }) => citation.document)),
];
const withoutTimes = (answer: Answer) => ({ ...answer, milliseconds: null });
const everyPlace = ({ passages }: Answer) => passages.flatMap((passage) => [passage, ...passage.alsoIn]);

describe('every passage of every answer', () => {
  it('is the slices of its source that its citation names, and the highlight is a sentence or a clause of it', async () => {
    const sources = new Map(real.documents.map(({ metadata, source }) => [metadata.id, { metadata, source }]));
    let checked = 0;
    for (const text of questions) {
      const answer = await ask(text);
      expect(answer.passages.map(({ rank }) => rank)).toEqual(answer.passages.map((_, index) => index + 1));
      expect(answer.passages.length).toBeLessThanOrEqual(5);
      expect(new Set(everyPlace(answer).map(({ id }) => id)).size).toBe(everyPlace(answer).length);
      for (const { text: quoted, citation } of everyPlace(answer)) {
        const { metadata, source = '' } = sources.get(citation.document) ?? {};
        expect(joinSlices(source, citation.spans)).toBe(quoted);
        expect(citation.sha256).toBe(sha256(source));
        expect(citation.file).toBe(metadata?.file);
        checked += 1;
      }
      for (const { text: quoted, highlight } of answer.passages) {
        const [start, end] = highlight ?? [0, 0];
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(quoted.length);
        if (end - start > LONGEST_HIGHLIGHTED_SENTENCE)
          expect(splitClauses(quoted, [start, end])).toEqual([[start, end]]);
      }
    }
    expect(checked).toBeGreaterThan(questions.length * 4);
  });

  it('is shown as often as asked for, up to twenty times', async () => {
    for (const limit of [1, 3, 20]) expect((await ask('网络安全', { limit })).passages).toHaveLength(limit);
  });
});

describe('an answer', () => {
  it('has the keys of the contract in their order', async () => {
    const answer = await ask('2023年国家网络安全宣传周的主题是什么？');
    expectContractKeys(answer);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it('is the same when asked again, and over an index that was built again', async () => {
    const again = await openRealEngine([HIDDEN]);
    try {
      for (const text of questions.slice(0, 12)) {
        const first = withoutTimes(await ask(text));
        expect(withoutTimes(await ask(text))).toEqual(first);
        expect(withoutTimes(await again.engine.answer(questionOf(text)))).toEqual(first);
      }
    } finally {
      await again.engine.close();
    }
  });

  it.each([
    ['traditional script', '网络安全法施行几周年？', '網絡安全法施行幾周年？'],
    ['full-width digits', '2016年受理举报多少件次？', '２０１６年受理举报多少件次？'],
    ['title marks', '数据出境安全评估办法提升什么？', '《数据出境安全评估办法》提升什么？'],
    ['letter case', '架设GOIP的团伙', '架设goip的团伙'],
    ['full-width letters', '架设GOIP的团伙', '架设ＧＯＩＰ的团伙'],
  ])('begins with the same passage in the same words without regard to %s', async (_, one, other) => {
    const [first, second] = [await ask(one), await ask(other)];
    expect(second.passages[0]?.id).toBe(first.passages[0]?.id);
    expect(second.passages[0]?.text).toBe(first.passages[0]?.text);
    expect(first.passages[0]?.text).toMatch(/六周年|举报|评估办法|GOIP|宣传周/);
  });

  it('has the same passages for two scripts', async () => {
    const ids = async (text: string) => (await ask(text)).passages.map(({ id }) => id);
    expect(await ids('網絡空間不是法外之地')).toEqual(await ids('网络空间不是法外之地'));
  });
});

describe('an English question', () => {
  it.each([
    ['What breakthroughs were made in 5G and quantum communication?', '量子通信'],
    ['How are IP addresses and domain names managed?', 'IP地址'],
    ['What is done about apps that collect personal information against the rules?', '个人信息'],
    ['Who helps fraud gangs abroad by setting up GOIP devices and laundering money?', 'GOIP'],
    ['How many universities offer an undergraduate major in cybersecurity and which cities have a base?', '高校'],
    ['What does the Data Security Law have to do with the rule of law in cyberspace?', '数据安全法'],
  ])('"%s" finds a passage on its subject first, whatever chance word is in it', async (text, subject) => {
    const { passages } = await ask(text);
    expect(passages[0]?.text).toContain(subject);
  });

  it('finds the passage that holds a word which Chinese texts write in Latin letters', async () => {
    const { passages } = await ask('GOIP');
    expect(passages[0]?.text).toContain('GOIP');
    expect((await ask('App')).passages.slice(0, 3).some(({ text }) => text.includes('App'))).toBe(true);
  });

  it('is not answered by the stray "and" of the source', async () => {
    const { passages } = await ask('Which cities and provinces have big data pilot zones and e-commerce zones?');
    expect(passages[0]?.text).not.toContain(' and ');
  });
});

describe('quoted words', () => {
  it.each([
    ['「四梁八柱」是什么？', '四梁八柱'],
    ['“跑分”洗钱是什么？', '跑分'],
    ['『清朗』和“护苗”行动', '护苗'],
    ['What is "GOIP"?', 'goip'],
    ['「四樑八柱」是什麼？', '四梁八柱'],
  ])('in %s stand in every passage', async (text, words) => {
    const { passages } = await ask(text, { limit: 20 });
    expect(passages.length).toBeGreaterThan(0);
    expect(passages.filter((passage) => !foldText(passage.text).includes(words))).toEqual([]);
  });

  it.each(['什么是「量子区块链元宇宙」？', '「四梁九柱」是什么？', 'What is a "cyber zorblax"?'])(
    'in %s stand nowhere: no answer, but the nearest passages',
    async (text) => {
      const { passages, status, strength } = await ask(text);
      expect([status, strength]).toEqual(['none', 'none']);
      expect(passages).toHaveLength(5);
    },
  );

  it('that name a law in English are looked for by its Chinese title', async () => {
    const { passages } = await ask('Which texts speak of the "Data Security Law"?');
    expect(passages.filter(({ text }) => !text.includes('数据安全法'))).toEqual([]);
    expect(passages.length).toBeGreaterThan(0);
  });
});

describe('the documents to ask', () => {
  it.each([
    [{ document: '003' }, ['003-1', '003-2']],
    [{ document: '003-2' }, ['003-2']],
    [{ document: '00' }, []],
    [{ kind: 'ministry feature' }, ['000']],
    [{ kind: 'article signed by an official' }, ['002']],
  ] as const)('%j are the only ones in the answer', async (options, documents) => {
    const answer = await ask('网络安全工作取得了哪些成就？', { ...options, limit: 20 });
    expect([...documentsOf(answer)].sort()).toEqual(documents);
    if (documents.length === 0) expect([answer.status, answer.strength]).toEqual(['none', 'none']);
  });

  it('are those that speak of a law where one is asked for', async () => {
    const { passages } = await ask('有哪些成就？', { law: 'data-security-law', limit: 20 });
    expect(passages.length).toBeGreaterThan(0);
    expect(passages.filter(({ text }) => !/数据安全法/.test(text))).toEqual([]);
  });

  it('of one server are nobody else’s, in any operation', async () => {
    const [own, others] = [['server:1'] as const, ['global', 'server:2'] as const];
    const { engine } = real;
    const answer = await ask('穿山甲的数量什么时候报告？', { scopes: ['global', ...own] });
    expect(answer.passages[0]?.text).toBe(SECRET);
    const id = answer.passages[0]?.id ?? '';
    const forOthers = await ask('穿山甲的数量什么时候报告？', { scopes: others, limit: 20 });
    expect(documentsOf(forOthers)).not.toContain('900');
    expect((await engine.context(id, 1, own))?.passage.text).toBe(SECRET);
    expect(await engine.context(id, 1, others)).toBeNull();
    expect((await engine.verify(SECRET, own)).verdict).toBe('verbatim');
    expect((await engine.verify(SECRET, others)).verdict).not.toMatch(/verbatim|equivalent/);
    expect((await engine.sources(own)).map(({ metadata }) => metadata.id)).toEqual(['900']);
    expect((await engine.sources(others)).map(({ metadata }) => metadata.id)).toEqual([
      '000',
      '001-1',
      '001-2',
      '002',
      '003-1',
      '003-2',
      '004',
    ]);
  });
});

describe('what stands in several places', () => {
  const find = ({ passages }: Answer, words: string): readonly AnswerPassage[] =>
    passages.filter(({ text }) => text.includes(words));

  it('stays apart where numbers differ: 300余项, 367项 and 30多项 are three passages', async () => {
    const answer = await ask('制定发布了多少项网络安全国家标准？', { limit: 20 });
    for (const number of ['300余项', '367项', '30多项']) expect(find(answer, number)).toHaveLength(1);
    const numbered = answer.passages.filter(({ text }) => /300余项|367项|30多项/.test(text));
    expect(numbered.flatMap(({ alsoIn }) => alsoIn)).toEqual([]);
  });

  it('is shown once, from the body of 004 with its abstract beside it', async () => {
    const answer = await ask('习近平总书记网络强国战略思想是什么的产物？');
    const [shown, ...more] = find(answer, '马克思主义基本原理与我国互联网发展治理实践相结合的产物');
    expect(more).toEqual([]);
    expect(shown?.citation.notices).toEqual([]);
    expect(shown?.alsoIn.map(({ citation }) => citation.notices)).toEqual([[{ key: 'abstract' }]]);
  });

  it.each([
    ['没有网络安全就没有国家安全', '习近平总书记指出，没有网络安全就没有国家安全，没有信息化就没有现代化。'],
    ['我们党过不了互联网这一关', '习近平总书记强调，我们党过不了互联网这一关，就过不了长期执政这一关。'],
    ['网络安全和信息化是一体之两翼、驱动之双轮', '习近平总书记强调，网络安全和信息化是一体之两翼、驱动之双轮'],
  ])('with its speaker comes before the abstract without him: %s', async (text, attributed) => {
    const { passages } = await ask(text, { limit: 20 });
    const own = passages.filter(({ citation }) => citation.document === '004');
    const named = own.findIndex((passage) => passage.text.includes(attributed));
    const bare = own.findIndex(
      (passage) => passage.text.includes(text) && passage.citation.notices.some(({ key }) => key === 'abstract'),
    );
    expect(named).toBeGreaterThanOrEqual(0);
    expect(bare).toBeGreaterThan(named);
  });
});

describe('what a reader must know', () => {
  it('says that a rule which 004 names has been replaced, and by what', async () => {
    const { passages } = await ask('制定出台《网络产品和服务安全审查办法（试行）》', { document: '004' });
    const [first] = passages;
    expect(first?.text).toContain('《网络产品和服务安全审查办法（试行）》');
    expect(first?.citation.notices).toContainEqual(
      expect.objectContaining({ key: 'rule-replaced', replacedByTitle: '网络安全审查办法', since: '2020-06-01' }),
    );
  });

  it('says nothing where no law is named', async () => {
    const [first] = (await ask('谁获得了网鼎杯冠军？')).passages;
    expect(first?.text).toContain('网鼎杯');
    expect(first?.citation.notices).toEqual([]);
  });
});

describe('context', () => {
  it('gives the neighbours of a passage in reading order, as far as there are any', async () => {
    const all = await real.index.passagesOf('001-2');
    const [first, second, third] = all;
    expect(all).toHaveLength(3);
    const middle = await real.engine.context(second?.id ?? '', 1, ['global']);
    expect([middle?.before, middle?.passage, middle?.after]).toEqual([[first], second, [third]]);
    const start = await real.engine.context(first?.id ?? '', 5, ['global']);
    expect([start?.before, start?.after]).toEqual([[], [second, third]]);
    expect((await real.engine.context(second?.id ?? '', 0, ['global']))?.after).toEqual([]);
    expect(middle?.citation.document).toBe('001-2');
  });

  it('is null for an id that no passage has', async () => {
    expect(await real.engine.context('aaaaaaaaaaaaaaaa', 1, ['global'])).toBeNull();
  });
});
