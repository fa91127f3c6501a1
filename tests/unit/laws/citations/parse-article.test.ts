import { describe, expect, it } from 'vitest';
import { formatProvision } from '../../../../src/laws/citations/format-provision.js';
import { parseArticle } from '../../../../src/laws/citations/parse-article.js';

const place = (article: string, paragraph: number | null = null, item: number | null = null) => ({
  article,
  paragraph,
  item,
  subitem: null,
});

describe('parseArticle', () => {
  it.each([
    ['21', place('21')],
    ['２１', place('21')],
    ['第二十一条', place('21')],
    ['二十一', place('21')],
    ['第21條', place('21')],
    ['21条', place('21')],
    ['286-1', place('286-1')],
    ['第二百八十六条之一', place('286-1')],
    ['art. 21', place('21')],
    ['Article 21(1)', place('21', 1)],
    ['第二十一条第二款第（三）项', place('21', 2, 3)],
    [' 第二十一条 ', place('21')],
  ])('reads %s', (typed, expected) => {
    expect(parseArticle(typed)).toEqual(expected);
  });

  it.each(['', '0', '第零条', 'abc', '第二十一条、第二十二条', '21至23', '第二款', '99999', '21 of it', '二十一章'])(
    'reads no article in “%s”',
    (typed) => {
      expect(parseArticle(typed)?.article ?? null).toBeNull();
    },
  );
});

describe('formatProvision', () => {
  it.each([
    ['第二百八十六条之一', '286-1', null, null],
    ['第二十一条第二款第（三）项', '21', 2, 3],
    ['第十条第（十一）项', '10', null, 11],
    ['第一款', null, 1, null],
  ] as const)('writes %s', (expected, article, paragraph, item) => {
    expect(formatProvision({ article, paragraph, item })).toBe(expected);
  });

  it('writes the items of a piece that holds several, from the first to the last', () => {
    expect(formatProvision({ article: '6', paragraph: 2, item: null, items: [3, 12] })).toBe(
      '第六条第二款第（三）项至第（十二）项',
    );
  });
});
