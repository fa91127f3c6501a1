import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleGlance } from '../../../../src/laws/citations/article-glance.js';
import { formatChineseNumeral } from '../../../../src/laws/chinese-numerals.js';
import { findCitations } from '../../../../src/laws/citations/find-citations.js';
import { shippedCatalogue } from '../../../support/shipped-catalogue.js';

const catalogue = shippedCatalogue();

describe('a glance for an article', () => {
  it.each([
    '《数据安全法》第二百一十条',
    '《数据安全法》第二百十条',
    '《数据安全法》第210条',
    '《数据安全法》第２１０条',
    '《数据安全法》第二一〇条',
    '《数据安全法》第二百零一条至第二百二十条',
    '《数据安全法》第二百一十条之一',
    'Article 210 of the Data Security Law',
    '《数据安全法》第201-220条',
  ])('sees that %s may name it', (text) => {
    expect(articleGlance('210')(text)).toBe(true);
  });

  it('passes over texts with other numbers', () => {
    expect(articleGlance('21')('《数据安全法》第三十条规定，应当在10日内报告。')).toBe(false);
    expect(articleGlance('286-1')('《刑法》第二百八十五条')).toBe(false);
  });

  it('never misses an article that the grammar finds', () => {
    const number = fc.integer({ min: 1, max: 999 });
    const written = fc.oneof(
      number.map((one) => ({ one, text: `第${formatChineseNumeral(one)}条` })),
      number.map((one) => ({ one, text: `第${one}条` })),
      number.map((one) => ({ one, text: `第${formatChineseNumeral(one).replace('二百', '两百')}条` })),
      number.map((one) => ({
        one: one + 1,
        text: `第${formatChineseNumeral(one)}条至第${formatChineseNumeral(one + 2)}条`,
      })),
    );
    fc.assert(
      fc.property(written, ({ one, text }) => {
        const cited = `按照《数据安全法》${text}的规定`;
        const articles = findCitations(cited, catalogue, '2026-01-02').flatMap(({ provisions }) =>
          provisions.map(({ article }) => article),
        );
        expect(articles).toContain(String(one));
        expect(articleGlance(String(one))(cited)).toBe(true);
      }),
    );
  });
});
