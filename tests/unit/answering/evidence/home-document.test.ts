import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homeOf } from '../../../../src/answering/evidence/home-document.js';
import type { DocumentMetadata } from '../../../../src/documents/document.js';
import { readLaw } from '../../../support/law-texts.js';
import { metadataOf } from '../../../support/passage-fixture.js';
import { openRealEngine, questionOf, type RealEngine } from '../../../support/real-engine.js';

const documentOf = (id: string, title: string, law?: string): DocumentMetadata =>
  metadataOf({
    id,
    title,
    ...(law === undefined ? {} : { law: { id: law, name: title, version: null, inForce: null } }),
  });
const DOCUMENTS = [
  documentOf('a', '共筑网络安全屏障——我国网络安全工作取得积极进展'),
  documentOf('b', '向着网络强国阔步迈进——网信事业发展综述'),
  documentOf('c', '加快建设网络强国——网信事业发展展望'),
  documentOf('d', '中华人民共和国数据安全法', 'data-security-law'),
];
const named = [{ law: 'data-security-law', wording: '数据安全法' }];
const asked = (text: string, laws: typeof named = [], options = {}) =>
  homeOf(questionOf(text, options), laws, DOCUMENTS);

describe('homeOf', () => {
  it('asks a document that is named by a part of its title for the rest of the question', () => {
    expect(asked('《共筑网络安全屏障》里讲了几次宣传周？')).toMatchObject({
      document: 'a',
      text: '里讲了几次宣传周？',
    });
    expect(asked('《共築網絡安全屏障》里有什麼？')?.document).toBe('a');
  });

  it('asks the text of a law for what is asked of it', () => {
    expect(asked('数据安全法对重要数据有什么要求？', named)).toMatchObject({
      document: 'd',
      text: '对重要数据有什么要求？',
    });
  });

  it.each([
    ['names none', '国家网络安全宣传周', []],
    ['names a title that no document has', '《熊猫捉谣记》讲了什么？', []],
    ['names a part of two titles', '《网信事业发展》讲了什么？', []],
    ['says nothing but the name', '《共筑网络安全屏障》', []],
    [
      'names a law whose text is not at hand',
      '网络安全法有哪些规定？',
      [{ law: 'cybersecurity-law', wording: '网络安全法' }],
    ],
  ])('is null where the question %s', (_, text, laws) => {
    expect(asked(text, laws)).toBeNull();
  });

  it('is null where the question is restricted to a document or a law anyway', () => {
    expect(asked('《共筑网络安全屏障》里讲了什么？', [], { document: 'b' })).toBeNull();
    expect(asked('数据安全法有哪些规定？', named, { law: 'x' })).toBeNull();
  });
});

describe('a question that names a document', () => {
  let real: RealEngine;
  beforeAll(async () => {
    const articles = [
      '第一条 为了规范数据处理活动，制定本法。',
      '第二十七条 重要数据的处理者应当明确数据安全负责人和管理机构，落实数据安全保护责任。',
      '第三十条 重要数据的处理者应当定期开展风险评估。',
    ];
    const read = readLaw(
      `# 中华人民共和国数据安全法\n\n2021年6月10日 通过\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n${articles.join('\n\n')}\n\n`,
    );
    if (read === null) throw new Error('This is no text of a law.');
    real = await openRealEngine([{ ...read, metadata: { ...read.metadata, id: 'dsl', file: 'dsl.md' } }]);
  });
  afterAll(() => real.engine.close());

  it.each([
    ['数据安全法要求重要数据的处理者明确谁？', 'dsl'],
    ['Whom must processors of important data appoint under the Data Security Law?', 'dsl'],
    ['《共筑网络安全屏障》里说全国多少所高校设立了网络安全学院？', '001-1'],
    ['《向着网络强国阔步迈进》里说全国多少所高校设立了网络安全学院？', '003-2'],
  ])('goes there first: %s', async (question, document) => {
    const { passages } = await real.engine.answer(questionOf(question));
    expect(passages[0]?.citation.document).toBe(document);
  });

  it('still finds other documents', async () => {
    const { passages } = await real.engine.answer(questionOf('《数据安全法》是和哪些法律一起颁布的？', { limit: 10 }));
    expect(new Set(passages.map(({ citation }) => citation.document)).size).toBeGreaterThan(1);
  });
});
