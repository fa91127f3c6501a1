import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singular, tokenize, tokensInside } from '../../../src/lexical/tokenize.js';
import { foldText } from '../../../src/shared/fold-text.js';

describe('tokens of a text', () => {
  it.each([
    ['网络安全', ['网络', '络安', '安全']],
    ['法', ['法']],
    ['網絡安全', ['网络', '络安', '安全']],
    ['《网络安全法》第二十一条', ['网络', '络安', '安全', '全法', '法第', '第二', '二十', '十一', '一条']],
    ['网络，安全', ['网络', '安全']],
    ['300余项', ['300', '余项']],
    ['7.3亿', ['7.3', '亿']],
    ['2023年9月', ['2023', '年', '9', '月']],
    ['１１２．７万余人次', ['112.7', '万余', '余人', '人次']],
    ['1,700 and 12,345,678.5', ['1700', 'and', '12345678.5']],
    ['2,3', ['2,3']],
    ['“8·26”案', ['8', '26', '案']],
    ['5G 应用', ['5g', '应用']],
    ['App专项', ['app', '专项']],
    ['GOIP设备', ['goip', '设备']],
    ['3.5GHz', ['3', '5ghz']],
    ['GB/T 35273-2020', ['gb', 't', '35273', '2020']],
    ["The law's measures don’t apply", ['the', 'law', 'measure', 'don', 'apply']],
    ['ネット安全', ['ネッ', 'ット', 'ト安', '安全']],
    ['Сеть', ['сеть']],
    ['……！？', []],
    ['', []],
  ])('%s', (text, tokens) => {
    expect(tokenize(text)).toEqual(tokens);
  });

  it('are the same for a text and for its folded form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tokenize(foldText(text))).toEqual(tokenize(text));
      }),
    );
  });

  it('hold no white space, quotation mark or capital, and are never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const token of tokenize(text)) expect(token).toMatch(/^[^\s"A-Z]+$/);
      }),
    );
  });

  it('come in linear time from hostile input', () => {
    for (const piece of ['1,', '1.1', '"s', 'a"', '。', '1a', '１'])
      expect(tokenize(piece.repeat(100_000)).length).toBeLessThanOrEqual(200_000);
  });
});

describe('the singular of an English word', () => {
  it.each([
    ['measures', 'measure'],
    ['laws', 'law'],
    ['universities', 'university'],
    ['businesses', 'business'],
    ['boxes', 'box'],
    ['breaches', 'breach'],
    ['databases', 'database'],
    ['series', 'series'],
    ['news', 'news'],
    ['analysis', 'analysis'],
    ['status', 'status'],
    ['access', 'access'],
    ['gas', 'gas'],
    ['law', 'law'],
  ])('%s: %s', (word, expected) => {
    expect(singular(word)).toBe(expected);
  });

  it('is the singular of itself', () => {
    for (const word of ['measure', 'law', 'university', 'business', 'box', 'breach', 'database'])
      expect(singular(word)).toBe(word);
  });
});

describe('tokens inside a folded text', () => {
  it.each([
    ['网络安全', ['网络', '络安', '安全']],
    ['安全安全', ['安全', '全安']],
    ['法', []],
    ['data', []],
    ['5g应用于2023年', ['应用', '用于']],
    ['', []],
  ])('%s: %j', (folded, tokens) => {
    expect(tokensInside(folded)).toEqual(tokens);
  });

  it('are tokens of every text that holds it, wherever it is cut out', () => {
    const unit = fc.constantFrom('网', '络', '安', '全', '繁', '𠮷', 'か', 'a', '7', ' ', '，', '《', '"s');
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 30 }),
        fc.nat({ max: 40 }),
        fc.nat({ max: 40 }),
        (units, from, length) => {
          const text = units.join('');
          const tokens = new Set(tokenize(text));
          for (const token of tokensInside(foldText(text).slice(from, from + length))) expect(tokens).toContain(token);
        },
      ),
    );
  });
});
