import { describe, expect, it } from 'vitest';
import {
  bodyBeforeAbstract,
  groupEvidence,
  newerTwinFirst,
  type StudiedEvidence,
} from '../../../../src/answering/evidence/group-evidence.js';
import type { DocumentDate } from '../../../../src/documents/document.js';
import type { Span } from '../../../../src/documents/span.js';
import { evidenceOf } from '../../../support/passage-fixture.js';

const idsOf = (groups: readonly { readonly shown: StudiedEvidence; readonly alsoIn: readonly StudiedEvidence[] }[]) =>
  groups.map(({ shown, alsoIn }) => [shown.passage.id, ...alsoIn.map(({ passage }) => passage.id)]);

describe('groupEvidence', () => {
  it('shows what stands in several places once, where its best one stood', () => {
    const groups = groupEvidence([
      evidenceOf('第一段文字。', { id: 'a' }),
      evidenceOf('维护网络安全是全社会的共同责任。', { id: 'b' }),
      evidenceOf('第三段完全不同。', { id: 'c' }),
      evidenceOf('維護網絡安全是全社會的共同責任', { id: 'd', document: '001-1' }),
    ]);
    expect(idsOf(groups)).toEqual([['a'], ['b', 'd'], ['c']]);
  });

  it('shows the passage of the body rather than the abstract in the same words', () => {
    const groups = groupEvidence([
      evidenceOf('维护网络安全是共同责任。', { id: 'abstract', role: 'abstract' }),
      evidenceOf('维护网络安全是共同责任。', { id: 'other', document: '001-1', role: 'abstract' }),
      evidenceOf('维护网络安全是共同责任。', { id: 'body' }),
    ]);
    expect(idsOf(groups)).toEqual([['body', 'abstract', 'other']]);
  });

  it('makes no groups of nothing', () => {
    expect(groupEvidence([])).toEqual([]);
  });
});

describe('bodyBeforeAbstract', () => {
  const group = (id: string, text: string, facts: Parameters<typeof evidenceOf>[1], highlight: Span | null = null) => ({
    shown: evidenceOf(text, { id, ...facts }),
    alsoIn: [],
    highlight,
  });
  const SAID = '没有网络安全就没有国家安全，没有信息化就没有现代化。';
  const abstract = group('abstract', `${SAID}从世界范围看，威胁和风险日益突出。`, { role: 'abstract' }, [
    0,
    SAID.length,
  ]);

  it('moves the passage that names the speaker right before the abstract that leaves him out', () => {
    const first = group('first', '别的文字。', {});
    const between = group('between', '另一段文字。', {});
    const body = group('body', `习近平总书记指出，${SAID}从世界范围看，威胁和风险日益突出。`, {});
    expect(idsOf(bodyBeforeAbstract([first, abstract, between, body]))).toEqual([
      ['first'],
      ['body'],
      ['abstract'],
      ['between'],
    ]);
  });

  it('goes by the sentence that matches where the rest of the two passages is about something else', () => {
    const body = group(
      'body',
      `习近平总书记指出，${SAID}我们加强关键信息基础设施的防护，提升应急处置能力，夯实基础工作。`,
      {},
    );
    expect(idsOf(bodyBeforeAbstract([abstract, body]))).toEqual([['body'], ['abstract']]);
  });

  it.each([
    ['is about something else', group('x', '加快信息领域核心技术自主创新。', {})],
    ['belongs to another document', group('x', `习近平总书记指出，${SAID}`, { document: '001-1' })],
    ['is an abstract too', group('x', `习近平总书记指出，${SAID}`, { role: 'abstract' })],
  ])('leaves a passage where it is that %s', (_, other) => {
    expect(idsOf(bodyBeforeAbstract([abstract, other]))).toEqual([['abstract'], ['x']]);
  });
});

describe('newerTwinFirst', () => {
  const SENTENCE = '四部门联合开展专项治理，有力震慑违法犯罪。';
  const day = (from: string, to = from): DocumentDate => ({ from, to, basis: 'stated' });
  const DATES: Readonly<Record<string, DocumentDate>> = {
    oldest: day('2022-01-01'),
    older: day('2023-07-15'),
    newer: day('2023-09-11'),
    vague: day('2022-02-14', '2023-12-31'),
  };
  const match = (id: string, document: string, score: number, around = '', sentence = SENTENCE, role?: 'abstract') => ({
    shown: evidenceOf(`${sentence}${around}`, { id, document, ...(role === undefined ? {} : { role }) }),
    alsoIn: [],
    highlight: [0, sentence.length] as Span | null,
    score,
  });
  const ordered = (...groups: readonly ReturnType<typeof match>[]) =>
    idsOf(newerTwinFirst(groups, (document) => DATES[document] ?? null)).flat();

  it('puts the newer of two passages first that match by the same sentence nearly as well', () => {
    expect(ordered(match('a', 'older', 0.53, '另一句。'), match('b', 'newer', 0.525))).toEqual(['b', 'a']);
    expect(ordered(match('b', 'newer', 0.53), match('a', 'older', 0.525, '另一句。'))).toEqual(['b', 'a']);
  });

  it('takes a sentence with another clause for the same, and none that it is a small part of', () => {
    const longer = match('b', 'newer', 0.525, '', '四部门联合开展专项治理，有力震慑了各类违法犯罪。');
    expect(ordered(match('a', 'older', 0.53), longer)).toEqual(['b', 'a']);
    const part = match('c', 'newer', 0.525, '', '违法犯罪。');
    expect(ordered(match('a', 'older', 0.53), part)).toEqual(['a', 'c']);
  });

  it('leaves the better one first, in a row of several too', () => {
    expect(ordered(match('a', 'older', 0.53), match('b', 'newer', 0.51))).toEqual(['a', 'b']);
    const [oldest, older, newer] = [match('a', 'oldest', 0.53), match('b', 'older', 0.522), match('c', 'newer', 0.514)];
    expect(ordered(oldest, older, newer)).toEqual(['b', 'a', 'c']);
  });

  it('moves nothing where no date is surely the later one', () => {
    expect(ordered(match('a', 'older', 0.53), match('d', 'older', 0.525))).toEqual(['a', 'd']);
    expect(ordered(match('a', 'older', 0.53), match('e', 'undated', 0.525))).toEqual(['a', 'e']);
    expect(ordered(match('e', 'undated', 0.53), match('b', 'newer', 0.525))).toEqual(['e', 'b']);
    expect(ordered(match('v', 'vague', 0.53), match('b', 'newer', 0.525))).toEqual(['v', 'b']);
  });

  it('passes by what stands between, and moves no abstract before a body', () => {
    const between = { ...match('x', 'newer', 0.528, '另一句。'), highlight: null };
    expect(ordered(match('a', 'older', 0.53), between, match('b', 'newer', 0.525))).toEqual(['b', 'a', 'x']);
    const abstract = match('b', 'newer', 0.525, '', SENTENCE, 'abstract');
    expect(ordered(match('a', 'older', 0.53), abstract)).toEqual(['a', 'b']);
  });
});
