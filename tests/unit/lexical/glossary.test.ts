import { describe, expect, it } from 'vitest';
import { withChineseTerms } from '../../../src/lexical/glossary.js';
import { foldText } from '../../../src/shared/fold-text.js';

describe('withChineseTerms', () => {
  it.each([
    ['Belt and Road', '一带一路'],
    ['the Belt and Road Initiative', 'the 一带一路'],
    ['think tanks', '智库'],
    ['Think-Tanks', '智库'],
    ['ideologies', '意识形态'],
    ["the Supreme People's Procuratorate", 'the 最高检'],
    ['cross-border e-commerce pilot zones', '跨境电子商务 试验区'],
    ['Did the internet water army win?', 'Did the 网络水军 win?'],
  ])('puts %s as %s', (english, chinese) => {
    const { text } = withChineseTerms(english);
    expect(text.replace(/\s+/g, ' ').replace(' ?', '?').trim()).toBe(chinese);
  });

  it('gives the terms in their order, each once', () => {
    expect(withChineseTerms('Hackers, netizens and a hacker').terms).toEqual(['黑客', '网民']);
  });

  it.each(['What does a tank think?', 'rethink tanks', 'scampi', '一带一路', ''])('leaves %j as it is', (text) => {
    expect(withChineseTerms(text)).toEqual({ text, terms: [] });
  });

  it('holds Chinese that is folded, so that it meets the documents', () => {
    const { terms } = withChineseTerms('belt and road, generative AI, e-government, real-name system, shared future');
    expect(terms).toHaveLength(5);
    expect(terms.map(foldText)).toEqual(terms);
  });

  it('reads a long text of nothing but beginnings to its end', () => {
    expect(withChineseTerms('community of shared '.repeat(5_000)).terms).toEqual([]);
  });
});
