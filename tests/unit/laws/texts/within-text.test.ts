import { describe, expect, it } from 'vitest';
import type { LawCitation } from '../../../../src/laws/citations/citation.js';
import { findCitations } from '../../../../src/laws/citations/find-citations.js';
import { liesInRange, withinText } from '../../../../src/laws/texts/within-text.js';
import { shippedCatalogue } from '../../../support/shipped-catalogue.js';

const catalogue = shippedCatalogue();

function citationIn(text: string): LawCitation {
  const [citation] = findCitations(text, catalogue, '2026-01-02');
  if (citation === undefined) throw new Error(`There is no citation in ${text}.`);
  return citation;
}

/** Whole numbers from 1, with articles that have a 之 put in their places. */
function articlesUpTo(last: number, ...suffixed: readonly string[]): readonly string[] {
  return Array.from({ length: last }, (_, index) => String(index + 1)).flatMap((article) => [
    article,
    ...suffixed.filter((one) => one.startsWith(`${article}-`)),
  ]);
}

/** Articles of the first citation of a text, held against a text with these. */
function held(cited: string, articles: readonly string[]): readonly (string | null)[] {
  return withinText(citationIn(cited), articles).provisions.map(({ article }) => article);
}

describe('a range held against a text', () => {
  it.each([
    ['《数据安全法》第五十三条至第五十八条', ['53', '54', '55', '58']],
    ['《数据安全法》第53-58条', ['53', '54', '55', '58']],
    ['Articles 53-58 of the Data Security Law', ['53', '54', '55', '58']],
    ['《数据安全法》第五十条至第五十二条', ['50', '51', '52']],
    ['《数据安全法》第五十七条、第五十八条', ['57', '58']],
    ['《数据安全法》第六十条至第七十条', ['60', '70']],
    ['《数据安全法》第五十五条至第五十三条', ['55', '53']],
    ['《数据安全法》', []],
  ])('%s stays within it but for what is named', (cited, expected) => {
    expect(held(cited, articlesUpTo(55))).toEqual(expected);
  });

  it('ends with the number of an article that has a 之', () => {
    expect(held('《数据安全法》第五十三条至第五十六条', articlesUpTo(54, '54-1', '54-2'))).toEqual([
      '53',
      '54',
      '54-1',
      '54-2',
      '56',
    ]);
  });

  it.each([
    ['刑法第二百八十五条至第二百八十七条', ['285', '286', '286-1', '287']],
    ['刑法第285-287条', ['285', '286', '286-1', '287']],
    ['刑法第二百八十六至二百八十七条', ['286', '286-1', '287']],
    ['《刑法》第二百八十六条之一至第二百八十七条之二', ['286-1', '287', '287-1', '287-2']],
    ['刑法第二百八十七条至第二百八十七条之二', ['287', '287-1', '287-2']],
    ['Articles 286 to 287 of the Criminal Law', ['286', '286-1', '287']],
    [
      '刑法第一条、第二百八十五条、第二百八十六至二百八十七条、第二百九十条',
      ['1', '285', '286', '286-1', '287', '290'],
    ],
    ['刑法第一条至第三条至第五条', ['1', '2', '3', '4', '5']],
    ['刑法第二百八十五条至第二百八十七条第一款、第二款', ['285', '286', '286-1', '287', '287']],
  ])('%s names the articles with a 之 between its ends', (cited, expected) => {
    expect(held(cited, articlesUpTo(300, '286-1', '287-1', '287-2'))).toEqual(expected);
  });

  it('names none beside articles that only stand next to each other', () => {
    expect(held('刑法第二百八十六条、第二百八十七条', articlesUpTo(300, '286-1'))).toEqual(['286', '287']);
  });

  it('is expanded to 500 articles of the text, and stays as its ends where it has more', () => {
    expect(held('《民法典》第一条至第五百条', articlesUpTo(1260))).toHaveLength(500);
    expect(held('《民法典》第一条至第五百条', articlesUpTo(1260, '9-1'))).toEqual(['1', '500']);
    expect(held('《民法典》第一条至第九百条', articlesUpTo(1260))).toEqual(['1', '900']);
    // Too long as it is written, but not in this text.
    expect(held('《民法典》第一条至第九百条', articlesUpTo(4))).toEqual(['1', '2', '3', '4', '900']);
  });

  it('keeps its ends, where it stands now', () => {
    const places = withinText(
      citationIn('刑法第二百八十五条至第二百八十七条、第二百九十至二百九十一条'),
      articlesUpTo(300, '286-1'),
    );
    expect(places.provisions.map(({ article }) => article)).toEqual(['285', '286', '286-1', '287', '290', '291']);
    expect(places.ranges).toEqual([
      { first: 0, last: 3 },
      { first: 4, last: 5 },
    ]);
  });
});

describe('an article', () => {
  const { provisions, ranges } = citationIn('《民法典》第五条至第九百条');
  it.each([
    ['4', false],
    ['4-1', false],
    ['5', true],
    ['5-1', true],
    ['899', true],
    ['900', true],
    ['900-1', false],
  ])('%s lies in 第五条至第九百条: %s', (article, expected) => {
    expect(ranges.map((range) => liesInRange(article, range, provisions))).toEqual([expected]);
  });
});
