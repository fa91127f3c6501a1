import { describe, expect, it } from 'vitest';
import type { DocumentDate, LawText } from '../../../../src/documents/document.js';
import { meantText, newerSince } from '../../../../src/laws/texts/as-cited.js';
import { Catalogue } from '../../../../src/laws/catalogue/catalogue.js';
import { LawTexts, type TextAtHand } from '../../../../src/laws/texts/law-texts.js';
import type { Law } from '../../../../src/laws/law.js';
import { documentOf } from '../../../support/index-fixture.js';
import { lawNamed } from '../../../support/shipped-catalogue.js';

const fact = (value: string) => ({ value, source: 'a test' });

/** Adopted in 2000 and in force from March; amended in 2010, in force from July. */
const AMENDED = lawNamed('amended', '修改法', {
  versions: [
    { change: 'original', adopted: fact('2000-01-01'), published: null, inForce: fact('2000-03-01'), url: null },
    { change: 'amended', adopted: fact('2010-05-05'), published: null, inForce: fact('2010-07-01'), url: null },
  ],
});

/** A trial rule of 2017, replaced in 2020. */
const REPLACED = lawNamed('replaced', '试行办法', {
  versions: [
    { change: 'original', adopted: null, published: fact('2017-05-02'), inForce: fact('2017-06-01'), url: null },
  ],
  replacedBy: { law: null, title: '正式办法', since: fact('2020-06-01') },
});

const catalogue = new Catalogue({ asOf: '2026-01-01', otherTitles: [], laws: [AMENDED, REPLACED] });

function textsOf(law: string, ...texts: readonly Partial<LawText>[]): readonly TextAtHand[] {
  const documents = texts.map((text, place) =>
    documentOf(`d${place}`, [], { law: { id: law, name: law, version: null, inForce: null, ...text } }),
  );
  return new LawTexts(
    documents.map(({ metadata }) => metadata),
    catalogue,
  ).of(law);
}

const written = (from: string, to = from): DocumentDate => ({ from, to, basis: 'inferred' });
const meant = (law: Law | null, texts: readonly TextAtHand[], date: DocumentDate | null) =>
  meantText(law, texts, date)?.version ?? null;

describe('the text of a law that a document meant', () => {
  const both = textsOf('amended', { version: '2000-01-01' }, { version: '2010-05-05' });

  it.each([
    ['before the amendment came into force', '2010-06-30', '2000-01-01'],
    ['on the day that it did', '2010-07-01', '2010-05-05'],
    ['after it', '2020-01-01', '2010-05-05'],
    ['between adoption and entry into force of the first text', '2000-02-01', '2000-01-01'],
    ['before the law was made', '1999-12-31', null],
  ])('is the one in force when that was written: %s', (_, day, version) => {
    expect(meant(AMENDED, both, written(day))).toBe(version);
  });

  it('is decided by an inferred range only where all of it lies on one side of a change', () => {
    expect(meant(AMENDED, both, written('2010-01-01', '2010-06-30'))).toBe('2000-01-01');
    expect(meant(AMENDED, both, written('2010-06-30', '2010-07-01'))).toBeNull();
    expect(meant(AMENDED, both, written('2010-07-01', '2012-01-01'))).toBe('2010-05-05');
  });

  it('is not known of a document without a date', () => {
    expect(meantText(AMENDED, both, null)).toBeNull();
  });

  it('may be one that is not at hand: the law was amended later than the text at hand', () => {
    const old = textsOf('amended', { version: '2000-01-01' });
    expect(meantText(AMENDED, old, written('2012-01-01'))).toEqual({
      version: '2010-05-05',
      from: '2010-07-01',
      atHand: false,
    });
    expect(meantText(AMENDED, old, written('2005-01-01'))).toMatchObject({ version: '2000-01-01', atHand: true });
  });

  it('is that of a rule which has since been replaced', () => {
    const trial = textsOf('replaced', { version: '2017-05-02' });
    expect(meantText(REPLACED, trial, written('2017-09-01'))).toEqual({
      version: '2017-05-02',
      from: '2017-06-01',
      atHand: true,
    });
    expect(meantText(REPLACED, [], written('2017-09-01'))).toMatchObject({ version: '2017-05-02', atHand: false });
  });

  it('is told from the texts at hand alone where the catalogue does not have the law', () => {
    const texts = textsOf('风筝法', { version: '2001-01-01' }, { version: '2003-03-03', inForce: '2003-06-01' });
    expect(meant(null, texts, written('2003-05-31'))).toBe('2001-01-01');
    expect(meant(null, texts, written('2003-06-01'))).toBe('2003-03-03');
  });

  it('counts a text at hand that the catalogue does not list', () => {
    const texts = textsOf('amended', { version: '2015-01-01', inForce: '2015-02-01' });
    expect(meant(AMENDED, texts, written('2016-01-01'))).toBe('2015-01-01');
  });

  it('is not known where the day of one text is not', () => {
    expect(meantText(null, textsOf('风筝法', { version: '2001-01-01' }, {}), written('2005-01-01'))).toBeNull();
    const monthOnly = lawNamed('amended', '修改法', {
      versions: AMENDED.versions.map((one) => ({ ...one, inForce: fact('2010-07') })),
    });
    expect(meantText(monthOnly, [], written('2020-01-01'))).toBeNull();
  });
});

describe('a newer text than the one meant', () => {
  const texts = textsOf('amended', { version: '2000-01-01' });
  const old = meantText(AMENDED, texts, written('2005-01-01'));

  it('is told from the day that it came into force', () => {
    expect(old && newerSince(AMENDED, texts, old, '2010-06-30')).toBeNull();
    expect(old && newerSince(AMENDED, texts, old, '2010-07-01')).toBe('2010-07-01');
  });

  it('is none of the last text', () => {
    const last = meantText(AMENDED, texts, written('2020-01-01'));
    expect(last && newerSince(AMENDED, texts, last, '2026-01-01')).toBeNull();
  });
});
