import { describe, expect, it } from 'vitest';
import { knownLaws, type KnownLaw } from '../../../src/answering/known-laws.js';
import { suggestLaws } from '../../../src/discord/suggest-laws.js';
import { wordsFor } from '../../../src/wording/words-for.js';
import { shippedCatalogue } from '../../support/shipped-catalogue.js';

const chinese = wordsFor('zh-Hans');
const NO_TEXTS = { names: () => [] };
const shipped = knownLaws(shippedCatalogue(), NO_TEXTS);

function named(id: string, ...names: readonly string[]): KnownLaw {
  const title = names[0] ?? id;
  return { id, title: { zhHans: title, zhHant: title }, english: null, names };
}

const idsFor = (typed: string, laws = shipped): readonly string[] =>
  suggestLaws(typed, laws, chinese).map(({ value }) => value);

describe('suggestLaws', () => {
  it('puts the name itself before what begins with it, and that before what has it inside', () => {
    const laws = [
      named('inside', '甲数据法'),
      named('prefix', '数据法实施细则'),
      named('other', '乙'),
      named('exact', '数据法'),
    ];
    expect(idsFor('数据法', laws)).toEqual(['exact', 'prefix', 'inside']);
  });

  it('keeps the order of the laws among equals, and names a law once however many of its names fit', () => {
    const laws = [named('second', '数据乙法', '数据乙'), named('first', '数据甲法', '甲数据')];
    expect(idsFor('数据', laws)).toEqual(['second', 'first']);
  });

  it.each([
    ['a short name', '网安法'],
    ['an English name in any case', 'cybersecurity LAW'],
    ['an abbreviation', 'csl'],
    ['traditional script', '網絡安全法'],
    ['title marks', '《网络安全法》'],
  ])('finds a law of the catalogue by %s', (_, typed) => {
    expect(idsFor(typed)[0]).toBe('cybersecurity-law');
  });

  it('offers at most 25, and nothing for what is no part of any name', () => {
    expect(idsFor('')).toEqual(shipped.slice(0, 25).map(({ id }) => id));
    expect(idsFor('no such thing')).toEqual([]);
  });

  it('shows the title in the script of the reader, and the English one first to an English reader', () => {
    const names = (['zh-Hans', 'zh-Hant', 'en'] as const).map(
      (language) => suggestLaws('数据安全法', shipped, wordsFor(language))[0]?.name,
    );
    const english = "Data Security Law of the People's Republic of China";
    expect(names).toEqual([
      `中华人民共和国数据安全法 · ${english}`,
      `中華人民共和國數據安全法 · ${english}`,
      `${english} · 中华人民共和国数据安全法`,
    ]);
  });

  it('shows the beginning of a long name, and leaves out what cannot be sent', () => {
    const laws = [named('long', '长'.repeat(120)), named('i'.repeat(101), '长')];
    expect(suggestLaws('长', laws, chinese)).toEqual([{ name: `${'长'.repeat(99)}…`, value: 'long' }]);
  });
});

describe('knownLaws', () => {
  it('adds a law that is known by its text alone, and no law twice', () => {
    const names = () => [
      { law: 'cybersecurity-law', name: '网络安全法' },
      { law: '刑法', name: '刑法' },
    ];
    const laws = knownLaws(shippedCatalogue(), { names });
    expect(laws).toHaveLength(shipped.length + 1);
    expect(laws.at(-1)).toEqual({
      id: '刑法',
      title: { zhHans: '刑法', zhHant: '刑法' },
      english: null,
      names: ['刑法'],
    });
  });
});
