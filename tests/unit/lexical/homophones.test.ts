import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { homophonesOf } from '../../../src/lexical/homophones.js';
import { SYLLABLES } from '../../../src/lexical/syllables.js';
import { foldText } from '../../../src/shared/fold-text.js';

/** The characters of GB 2312: rows 16 to 87, 94 to a row. */
const NATIONAL_STANDARD = Array.from({ length: 72 * 94 }, (_, place) =>
  new TextDecoder('gb18030').decode(Uint8Array.of(0xb0 + Math.floor(place / 94), 0xa1 + (place % 94))),
).filter((character) => /^\p{Script=Han}$/u.test(character) && foldText(character) === character);

describe('homophonesOf', () => {
  it.each([
    ['权', '全', 'quán and quán'],
    ['据', '剧', 'jù and jù'],
    ['谣', '遥', 'yáo and yáo'],
    ['重', '虫', 'chóng, one reading of two'],
    ['重', '肿', 'zhòng and zhǒng, the other reading'],
  ])('%s sounds like %s: %s', (one, other) => {
    expect(homophonesOf(one)).toContain(other);
    expect(homophonesOf(other)).toContain(one);
  });

  it.each([
    ['安', '昂', 'an is not ang'],
    ['司', '师', 'si is not shi'],
    ['女', '努', 'nü is not nu'],
    ['未', '末', 'they only look alike'],
  ])('%s does not sound like %s: %s', (one, other) => {
    expect(homophonesOf(one)).not.toContain(other);
  });

  it.each(['網', 'a', '7', '', '安全', '\u{20000}'])('knows nothing that sounds like %j', (text) => {
    expect(homophonesOf(text)).toEqual([]);
  });

  it('gives each once and never the character itself, and the other way round as well', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NATIONAL_STANDARD), (character) => {
        const alike = homophonesOf(character);
        expect(new Set(alike).size).toBe(alike.length);
        expect(alike).not.toContain(character);
        expect(alike.filter((other) => !homophonesOf(other).includes(character))).toEqual([]);
      }),
    );
  });
});

describe('the table of syllables', () => {
  it('holds every simplified character of GB 2312 with the readings that pinyin-pro has for it', () => {
    const readings = new Map<string, string[]>();
    for (const [, sound = '', characters = ''] of SYLLABLES.matchAll(/([a-z]+)([^a-z\s]+)/g))
      for (const character of characters) readings.set(character, [...(readings.get(character) ?? []), sound]);
    const expected = NATIONAL_STANDARD.map((character): [string, string[]] => {
      const sounds = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
      return [character, [...new Set(sounds.map((sound) => sound.replace('ü', 'v')))].sort()];
    });
    expect(readings).toEqual(new Map(expected));
  });
});
