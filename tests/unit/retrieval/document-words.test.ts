import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentWords } from '../../../src/retrieval/document-words.js';
import type { PassageFilter } from '../../../src/retrieval/passage-index.js';
import { openRealEngine, type RealEngine } from '../../support/real-engine.js';

const EVERYTHING: PassageFilter = { scopes: ['global'], document: null, kind: null, law: null };

describe('documentWords', () => {
  let real: RealEngine;
  beforeAll(async () => {
    real = await openRealEngine();
  });
  afterAll(() => real.engine.close());

  const words = (filter: Partial<PassageFilter> = {}) => documentWords(real.index, { ...EVERYTHING, ...filter });

  it('tells how rare the pairs are that any passage holds, and leaves out the others', async () => {
    const rarities = await words().rarities(['网络', '虎符', '符占']);
    expect([...rarities.keys()]).toEqual(['网络', '虎符']);
    // 网络 stands nearly everywhere, 虎符 in a few passages.
    expect(rarities.get('网络')).toBeLessThan(rarities.get('虎符') ?? 0);
    expect(rarities.get('网络')).toBeGreaterThanOrEqual(0);
    expect(await words().rarities([])).toEqual(new Map());
    expect(await words().rarities(['符占'])).toEqual(new Map());
  });

  it.each([
    ['虎符战队', true],
    ['符战', true],
    // Both pairs stand in that passage, but not so: 虎符战队获得第二届“网鼎杯”网络安全大赛.
    ['网鼎杯网络', false],
    ['虎符占队', false],
    // Folded: the quotation marks and titles of the passage are no part of its words.
    ['谣记', true],
  ])('knows whether a passage holds %s: %s', async (stretch, expected) => {
    expect(await words().holds(stretch)).toBe(expected);
  });

  it('shows a stretch between what stands beside it, folded', async () => {
    const contexts = await words().contexts('虎符');
    expect(contexts.length).toBeGreaterThan(0);
    for (const context of contexts) expect(context).toMatch(/^.{0,8}虎符.{0,8}$/su);
    expect(contexts).toContainEqual(expect.stringContaining('虎符战队'));
    expect(await words().contexts('虎符占队')).toEqual([]);
  });

  it('counts only passages that a question may find', async () => {
    expect(await words({ document: '000' }).holds('虎符战队')).toBe(true);
    expect(await words({ document: '004' }).holds('虎符战队')).toBe(false);
    expect(await words({ scopes: [] }).holds('虎符战队')).toBe(false);
  });
});
