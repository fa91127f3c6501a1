import { describe, expect, it } from 'vitest';
import { citationLabel, citationOf } from '../../../src/answering/citation.js';
import { metadataOf, passageOf } from '../../support/passage-fixture.js';

const article = { law: 'criminal-law', version: null, article: '286-1', paragraph: null, item: null };

describe('citationLabel', () => {
  const plain = passageOf('一句话。');

  it.each([
    ['the title alone where nothing else is known', {}, {}, '《某文》'],
    ['a title that bears its marks already', { title: '《某文》' }, {}, '《某文》'],
    ['a title that holds another one', { title: '论《某法》' }, {}, '《论《某法》》'],
    ['an agency', { agency: '新华社' }, {}, '《某文》 · 新华社'],
    [
      'author, agency and publisher in this order',
      { author: '甲', agency: '乙', publisher: '丙' },
      {},
      '《某文》 · 甲 · 乙 · 丙',
    ],
    ['one who is both once', { agency: '新华社', publisher: '新华社' }, {}, '《某文》 · 新华社'],
    [
      'who is inferred in brackets, who is stated without',
      { author: '甲', publisher: '丙', inferred: ['publisher'] },
      {},
      '《某文》 · 甲 · [丙]',
    ],
    ['a stated day', { date: { from: '2023-07-15', to: '2023-07-15', basis: 'stated' } }, {}, '《某文》 · 2023-07-15'],
    [
      'an inferred range of days in brackets',
      { date: { from: '2017-08-24', to: '2017-09-27', basis: 'inferred' } },
      {},
      '《某文》 · [2017-08-24/2017-09-27]',
    ],
    ['the innermost section', {}, { section: ['外', '内'] }, '《某文》 · 内'],
    [
      'the article of a law rather than its chapter',
      {},
      { section: ['第六章'], provision: article },
      '《某文》 · 第二百八十六条之一',
    ],
    ['the page', {}, { page: 12 }, '《某文》 · p. 12'],
    ['no line break', { title: '上\n下', agency: '新 华\t社' }, {}, '《上 下》 · 新 华 社'],
  ] as const)('gives %s', (_, document, passage, label) => {
    expect(citationLabel(passageOf('一句话。', passage), metadataOf(document))).toBe(label);
  });

  it('marks what is inferred only where it is known at all', () => {
    expect(citationLabel(plain, metadataOf({ inferred: ['author', 'agency'] }))).toBe('《某文》');
  });
});

describe('citationOf', () => {
  it('leaves what is unknown null and takes the spans of the passage', () => {
    expect(citationOf(passageOf('一句话。'), metadataOf(), [])).toEqual({
      label: '《某文》',
      document: '000',
      title: '某文',
      author: null,
      agency: null,
      publisher: null,
      date: null,
      kind: null,
      section: [],
      provision: null,
      page: null,
      file: '000.txt',
      spans: [[0, 4]],
      sha256: 'a'.repeat(64),
      truncated: false,
      notices: [],
      url: null,
      inferred: [],
      gaps: { start: false, end: false },
    });
  });

  it.each([
    [{ start: true, end: false }, true],
    [{ start: false, end: true }, true],
    [{ start: false, end: false }, false],
  ])('of a passage with the gaps %j is truncated: %s', (truncated, isTruncated) => {
    const citation = citationOf(passageOf('一句话。', { truncated }), metadataOf(), []);
    expect(citation.truncated).toBe(isTruncated);
    expect(citation.gaps).toEqual(truncated);
  });

  it('says first that a passage stands in an abstract, and carries what it is told of laws', () => {
    const notice = { key: 'rule-amended', law: 'x', since: '2026-01-01', title: '某法' } as const;
    expect(citationOf(passageOf('一。', { role: 'abstract' }), metadataOf(), [notice]).notices).toEqual([
      { key: 'abstract' },
      notice,
    ]);
    expect(citationOf(passageOf('一。', { role: 'caption' }), metadataOf(), [notice]).notices).toEqual([notice]);
  });

  it('cites a part of a passage by its own spans', () => {
    expect(citationOf(passageOf('一句话。'), metadataOf(), [], [[1, 3]]).spans).toEqual([[1, 3]]);
  });
});
