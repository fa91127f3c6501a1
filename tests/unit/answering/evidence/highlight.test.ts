import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestHighlight,
  highlightCandidates,
  type HighlightScore,
} from '../../../../src/answering/evidence/highlight.js';
import { passageOf } from '../../../support/passage-fixture.js';

const candidates = (text: string) => highlightCandidates(passageOf(text)).map((span) => text.slice(...span));

describe('highlightCandidates', () => {
  it('are the sentences', () => {
    expect(candidates('第一句。第二句；还在第二句！第三句')).toEqual(['第一句。', '第二句；还在第二句！', '第三句']);
  });

  it('are the ；-clauses of a sentence over 120 characters, and the whole sentence at 120', () => {
    const clause = '长'.repeat(59);
    const at = `${clause}；${clause}。`;
    expect(at).toHaveLength(120);
    expect(candidates(at)).toEqual([at]);
    expect(candidates(`更${at}`)).toEqual([`更${clause}；`, `${clause}。`]);
  });

  it('is a long sentence without any ； as a whole', () => {
    const text = `${'长'.repeat(200)}。`;
    expect(candidates(text)).toEqual([text]);
  });

  it('lie inside the passage, in order, and leave out nothing but white space', () => {
    const text = fc.string({ unit: fc.constantFrom('长', '；', '。', '“', '”', ' ', 'a'), maxLength: 300 });
    fc.assert(
      fc.property(text, (passage) => {
        const spans = highlightCandidates(passageOf(passage));
        let end = 0;
        for (const [from, to] of spans) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(passage.slice(end, from).trim()).toBe('');
          end = to;
        }
        expect(passage.slice(end).trim()).toBe('');
      }),
    );
  });
});

describe('bestHighlight', () => {
  const score = (at: number, facts: Partial<HighlightScore>): HighlightScore => ({
    span: [at, at + 1],
    similarity: 0.3,
    coverage: 0.3,
    supplies: false,
    ...facts,
  });

  it.each([
    ['is nearer', { similarity: 0.4 }],
    ['holds more of the question', { coverage: 0.4 }],
    ['states the kind of fact that is asked for', { supplies: true }],
  ])('is the stretch that %s, the rest being equal', (_, better) => {
    expect(bestHighlight([score(0, {}), score(1, better), score(2, {})])?.span).toEqual([1, 2]);
  });

  it('is the first of equals, and none of none', () => {
    expect(bestHighlight([score(4, {}), score(5, {})])?.span).toEqual([4, 5]);
    expect(bestHighlight([])).toBeNull();
  });
});
