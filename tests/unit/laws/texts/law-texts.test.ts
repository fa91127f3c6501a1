import { describe, expect, it } from 'vitest';
import type { LawText } from '../../../../src/documents/document.js';
import { Catalogue } from '../../../../src/laws/catalogue/catalogue.js';
import { LawTexts } from '../../../../src/laws/texts/law-texts.js';
import { documentOf } from '../../../support/index-fixture.js';
import { lawNamed } from '../../../support/shipped-catalogue.js';

const fact = (value: string) => ({ value, source: 'a test' });
/** Adopted in 2000 and in force from March; amended in 2010, in force from July. */
const KNOWN = lawNamed('known', '已知法', {
  versions: [
    { change: 'original', adopted: fact('2000-01-01'), published: null, inForce: fact('2000-03-01'), url: null },
    { change: 'amended', adopted: fact('2010-05-05'), published: null, inForce: fact('2010-07-01'), url: null },
  ],
});
const catalogue = new Catalogue({ asOf: '2026-01-01', otherTitles: [], laws: [KNOWN] });

const textOf = (document: string, law: Partial<LawText>) =>
  documentOf(document, [], { law: { id: 'known', name: '已知法', version: null, inForce: null, ...law } }).metadata;
const OLD = textOf('old', { version: '2000-01-01' });
const NEW = textOf('new', { version: '2010-05-05' });

describe('the texts of a law', () => {
  const texts = new LawTexts([NEW, OLD, documentOf('other', []).metadata], catalogue);

  it('stand in the order of their days, each counting from its entry into force', () => {
    expect(texts.of('known').map(({ version, from }) => [version, from])).toEqual([
      ['2000-01-01', '2000-03-01'],
      ['2010-05-05', '2010-07-01'],
    ]);
  });

  it.each([
    ['2026-01-01', false, '2010-05-05'],
    ['2010-07-01', true, '2010-05-05'],
    ['2010-06-30', true, '2000-01-01'],
    ['2000-03-01', true, '2000-01-01'],
    ['2000-02-29', true, null],
    ['1999-01-01', false, '2000-01-01'],
  ])('on %s (asked for: %s) the one of %s counts', (day, asked, version) => {
    expect(texts.on('known', day, asked)?.version ?? null).toBe(version);
  });

  it.each([
    ['2026-01-01', false, ['old']],
    ['2005-01-01', true, ['new']],
    ['1999-01-01', true, ['old', 'new']],
    ['1999-01-01', false, ['new']],
  ])('on %s (asked for: %s) all but the one that counts are left out', (day, asked, expected) => {
    expect(texts.notCounting(day, asked)).toEqual(expected);
  });

  it('of another law are none', () => {
    expect(texts.on('unknown', '2026-01-01', false)).toBeNull();
  });

  it('are joined where one text lies in several files', () => {
    const parts = new LawTexts([OLD, textOf('old-2', { version: '2000-01-01' })], catalogue).of('known');
    expect(parts.map(({ documents }) => documents.map(({ id }) => id))).toEqual([['old', 'old-2']]);
  });

  it('without a day come before all others', () => {
    const undated = new LawTexts([NEW, textOf('undated', {})], catalogue);
    expect(undated.of('known').map(({ version }) => version)).toEqual([null, '2010-05-05']);
    expect(undated.on('known', '2005-01-01', true)?.version).toBeNull();
  });
});

describe('a text that is out of date', () => {
  it('is one where the catalogue knows a newer text to be in force', () => {
    const texts = new LawTexts([OLD], catalogue);
    const [old] = texts.of('known');
    expect(old && texts.outdatedSince(old, '2026-01-01')).toBe('2010-07-01');
    expect(old && texts.outdatedSince(old, '2010-06-30')).toBeNull();
  });

  it('is one where a newer text is at hand, in the catalogue or not', () => {
    const law = { id: '无名法', name: '无名法' };
    const texts = new LawTexts(
      [textOf('a', { ...law, version: '2001-01-01' }), textOf('b', { ...law, version: '2003-03-03' })],
      catalogue,
    );
    expect(texts.of('无名法').map((one) => texts.outdatedSince(one, '2026-01-01'))).toEqual(['2003-03-03', null]);
    expect(texts.of('无名法').map((one) => texts.outdatedSince(one, '2002-01-01'))).toEqual([null, null]);
  });

  it('is not one whose day is unknown', () => {
    const texts = new LawTexts([textOf('a', {})], catalogue);
    expect(texts.of('known').map((one) => texts.outdatedSince(one, '2026-01-01'))).toEqual([null]);
  });
});

describe('the id of a law by its name', () => {
  const texts = new LawTexts([textOf('a', { id: '刑法', name: '中华人民共和国刑法' })], catalogue);

  it.each(['中华人民共和国刑法', '刑法', '《刑法》', ' 刑法 '])('is found for %s', (name) => {
    expect(texts.idOf(name)).toBe('刑法');
  });

  it.each(['刑', '刑法修正案', '民法典'])('is not found for %s', (name) => {
    expect(texts.idOf(name)).toBeNull();
  });
});
