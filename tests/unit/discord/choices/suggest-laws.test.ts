import { describe, expect, it } from 'vitest';
import { knownLaws, type KnownLaw } from '../../../../src/answering/law/known-laws.js';
import { pinyinInitials } from '../../../../src/discord/choices/pinyin-initials.js';
import { foldLaws, suggestLaws } from '../../../../src/discord/choices/suggest-laws.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { shippedCatalogue } from '../../../support/shipped-catalogue.js';

const chinese = wordsFor('zh-Hans');
const shipped = knownLaws(shippedCatalogue(), { names: () => [] }, new Map());

function named(id: string, ...names: readonly string[]): KnownLaw {
  const title = names[0] ?? id;
  return { id, title: { zhHans: title, zhHant: title }, english: null, names, entry: null };
}

const idsFor = (typed: string, laws = shipped): readonly string[] =>
  suggestLaws(typed, foldLaws(laws, pinyinInitials), chinese).map(({ value }) => value);

describe('suggestLaws', () => {
  it('puts the name itself before what begins with it, that before what has it inside, and the pinyin last', () => {
    const laws = [
      named('initials-inside', '甲数据法'),
      named('initials', '森计法'),
      named('inside', 'The SJF'),
      named('prefix', 'sjf rules'),
      named('other', '乙'),
      named('exact', 'SJF'),
    ];
    // 数据法 and 森计法 are both sjf in pinyin; the second has nothing before it.
    expect(idsFor('sjf', laws)).toEqual(['exact', 'prefix', 'inside', 'initials', 'initials-inside']);
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
    ['the first letters of its pinyin', 'wlaqf'],
    ['the same in capitals and full width', 'ＷＬＡＱＦ'],
  ])('finds a law of the catalogue by %s', (_, typed) => {
    expect(idsFor(typed)[0]).toBe('cybersecurity-law');
  });

  it('takes the pinyin of the beginning of a name for the beginning', () => {
    expect(idsFor('sjaq')[0]).toBe('data-security-law');
  });

  it('offers at most 25, and nothing for what is no part of any name', () => {
    expect(idsFor('')).toEqual(shipped.slice(0, 25).map(({ id }) => id));
    expect(idsFor('no such thing')).toEqual([]);
    expect(idsFor('zzzzzz')).toEqual([]);
  });

  it('shows the title in the script of the reader, and the English one first to an English reader', () => {
    const laws = foldLaws(shipped, pinyinInitials);
    const names = (['zh-Hans', 'zh-Hant', 'en'] as const).map(
      (language) => suggestLaws('数据安全法', laws, wordsFor(language))[0]?.name,
    );
    const english = "Data Security Law of the People's Republic of China";
    expect(names).toEqual([
      `中华人民共和国数据安全法 · ${english}`,
      `中華人民共和國數據安全法 · ${english}`,
      `${english} · 中华人民共和国数据安全法`,
    ]);
  });

  it('shows the beginning of a long name, and leaves out what cannot be sent', () => {
    const laws = foldLaws([named('long', '长'.repeat(120)), named('i'.repeat(101), '长')], pinyinInitials);
    expect(suggestLaws('长', laws, chinese)).toEqual([{ name: `${'长'.repeat(99)}…`, value: 'long' }]);
  });
});
