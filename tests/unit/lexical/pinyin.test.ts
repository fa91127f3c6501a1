import { describe, expect, it } from 'vitest';
import { charactersRead, pinyinSyllables } from '../../../src/lexical/pinyin.js';

describe('pinyinSyllables', () => {
  it.each([
    ['Xuexiang', 'xue xiang'],
    ['wangding', 'wang ding'],
    ['BeiDou', 'bei dou'],
    ['Shapingba', 'sha ping ba'],
    ['Chengang', 'chen gang'],
    ['alibaba', 'a li ba ba'],
    ["Xi'an", 'xi an'],
    ['Chang’e', 'chang e'],
    ['Xian', 'xian'],
    ['Lüliang', 'lv liang'],
    ['Lvliang', 'lv liang'],
    ['Harbin', null],
    ['Chinese', 'chi ne se'],
    ['team', null],
    ['online', null],
    ['have', null],
    ['quantum', null],
    ['ng', null],
    ["'an", null],
    ['', null],
    ['wangding2', null],
    ['网鼎', null],
  ])('reads %s as %s', (word, syllables) => {
    expect(pinyinSyllables(word)).toEqual(syllables?.split(' ') ?? null);
  });

  it('reads no word that is longer than any name', () => {
    expect(pinyinSyllables('ba'.repeat(15))).toHaveLength(15);
    expect(pinyinSyllables('ba'.repeat(16))).toBeNull();
    expect(pinyinSyllables('ng'.repeat(50_000))).toBeNull();
  });
});

describe('charactersRead', () => {
  it('gives the characters of a syllable, those with ü also where it is written u', () => {
    expect(charactersRead('ding')).toContain('鼎');
    expect(charactersRead('ding')).not.toContain('东');
    expect(charactersRead('lv')).toContain('吕');
    expect(charactersRead('lv')).not.toContain('路');
    expect(charactersRead('lu')).toContain('路');
    expect(charactersRead('lu')).toContain('吕');
    expect(charactersRead('nue')).toContain('虐');
  });

  it('gives none for what is no syllable', () => {
    expect(charactersRead('team')).toBe('');
    expect(charactersRead('')).toBe('');
  });
});
