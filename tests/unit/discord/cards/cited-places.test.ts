import { describe, expect, it } from 'vitest';
import type { CheckedCitation } from '../../../../src/answering/law/law-answer.js';
import { citedPlaces, mayCite } from '../../../../src/discord/cards/cited-places.js';

const AGAINST = { version: '2021-08-20', firstArticle: '1', lastArticle: '74', outdatedSince: null };
const place = (article: string | null, paragraph: number | null = null) => ({
  article,
  paragraph,
  item: null,
  subitem: null,
});
const citation = (more: Partial<CheckedCitation>): CheckedCitation => ({
  text: '甲法第一条',
  start: 0,
  end: 5,
  law: 'a',
  name: '甲法',
  provisions: [place('1')],
  verdict: 'found',
  checked: AGAINST,
  ...more,
});

describe('mayCite', () => {
  it.each(['个保法第13条', '个保法第十三条', '網安法第 21 條', '第２１条', 'Article 13 of the law', 'see Art. 5'])(
    'is true for %s',
    (text) => {
      expect(mayCite(text)).toBe(true);
    },
  );

  it.each(['', '条条大路', '个保法很重要', 'an article about laws', 'part 3', '第十三章'])(
    'is false for %s',
    (text) => {
      expect(mayCite(text)).toBe(false);
    },
  );

  it('is quick with hostile text', () => {
    for (const text of ['十'.repeat(4000), '1 '.repeat(2000), `1${' '.repeat(4000)}`, 'art. '.repeat(800)])
      expect(mayCite(text)).toBe(false);
  });
});

describe('citedPlaces', () => {
  it('are the articles whose text was found, each once, in the order of the text', () => {
    const places = citedPlaces([
      citation({ provisions: [place('2', 1), place('1')] }),
      citation({ law: 'b', name: '乙法', provisions: [place('1')] }),
      citation({ provisions: [place('2'), place('3')] }),
    ]);
    expect(places).toEqual([
      { law: 'a', title: '甲法', provision: place('2', 1) },
      { law: 'a', title: '甲法', provision: place('1') },
      { law: 'b', title: '乙法', provision: place('1') },
      { law: 'a', title: '甲法', provision: place('3') },
    ]);
  });

  it.each([
    ['the law alone is named', citation({ provisions: [] })],
    ['only a paragraph is named', citation({ provisions: [place(null, 2)] })],
    ['the law is not known', citation({ law: null, verdict: 'unidentified', checked: null })],
    ['there is no text to check it against', citation({ verdict: 'unchecked', checked: null })],
    ['the text has no such article', citation({ verdict: 'absent' })],
    ['the text is out of date', citation({ verdict: 'superseded' })],
  ])('are none where %s', (_, one) => {
    expect(citedPlaces([one])).toEqual([]);
  });
});
