import { describe, expect, it } from 'vitest';
import {
  bodyBeforeAbstract,
  groupEvidence,
  type StudiedEvidence,
} from '../../../../src/answering/evidence/group-evidence.js';
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
