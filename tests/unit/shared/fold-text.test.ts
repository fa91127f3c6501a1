import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWithOffsets, isCjk, isIdeograph } from '../../../src/shared/fold-text.js';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

/** Texts in which what folding treats apart stands close together. */
const denseText = fc
  .array(
    fc.constantFrom(
      '网',
      '絡',
      'a',
      'É',
      ' ',
      '\n',
      '《',
      '》',
      '“',
      '\u200b',
      '\u0301',
      '㎏',
      '①',
      '\ud83d',
      '\ude00',
      '𠮷',
      '，',
      '\u3000',
    ),
  )
  .map((parts) => parts.join(''));

describe('folding', () => {
  it.each([
    ['full width', 'ＡＰＰ３５２７３', 'app35273'],
    ['letter case', 'WeChat GDPR', 'wechat gdpr'],
    ['compatibility forms', '①㎏ﬁ', '1kgfi'],
    ['accents, composed or not', 'Café CAFE\u0301', 'cafe cafe'],
    ['title marks around Chinese', '《网络安全法》规定', '网络安全法规定'],
    ['title marks between words', 'in《Wired》and〈Time〉', 'in wired and time'],
    ['white space next to Chinese', '网络 安全\n\n法 Article  21\t条', '网络安全法article 21条'],
    ['white space between words', '  data \u3000 law\u00a0', 'data law'],
    ['quotation marks', "“a”‘b’„c‟「d」『e』＂f＂'g'«h»", '"a""b""c""d""e""f""g""h"'],
    ['middle dots', '8·26 8・26 8•26', '8·26 8·26 8·26'],
    ['invisible characters', 'da\u00adta\u200b 网\u2060络\ufeff', 'data网络'],
    ['control characters', 'a\u0000b\u0007', 'ab'],
    ['lone surrogates', '\ud800a\udc00', '\ufffda\ufffd'],
    ['characters beyond the basic plane', '𠮷 野', '𠮷野'],
    ['nothing', '', ''],
    ['white space alone', ' \n\u3000', ''],
  ])('%s', (_, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it.each([
    ['網絡安全法', '网络安全法'],
    ['個人信息保護法', '个人信息保护法'],
    ['數據出境安全評估辦法', '数据出境安全评估办法'],
    ['關鍵信息基礎設施', '关键信息基础设施'],
    ['著作權', '著作权'],
    ['顯著輕微', '显著轻微'],
    ['編著', '编著'],
    ['徵求意見', '征求意见'],
    ['象徵', '象征'],
    ['於是', '于是'],
    ['覆蓋', '覆盖'],
    ['答覆', '答复'],
    ['瞭解', '了解'],
    ['瞭望', '瞭望'],
    ['慰藉', '慰藉'],
    ['乾燥', '干燥'],
    ['乾隆', '乾隆'],
    ['幹部', '干部'],
    ['若干', '若干'],
    ['行政覆議', '行政复议'],
    ['剩餘', '剩余'],
    ['衞生', '卫生'],
    ['衛生', '卫生'],
    ['說明', '说明'],
    ['説明', '说明'],
    ['裡面', '里面'],
    ['裏面', '里面'],
    ['電信詐騙', '电信诈骗'],
    ['國務院', '国务院'],
    ['後果', '后果'],
    ['皇后', '皇后'],
    ['違法所得', '违法所得'],
  ])('%s as %s', (traditional, simplified) => {
    expect(foldText(traditional)).toBe(foldText(simplified));
  });

  it('leaves vocabulary alone: only the script is the same', () => {
    expect(foldText('網路')).toBe('网路');
    expect(foldText('網路')).not.toBe(foldText('網絡'));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, denseText), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it('changes nothing the second time for any character of the basic plane', () => {
    const all = Array.from({ length: 0x10000 }, (_, unit) => `x${String.fromCharCode(unit)}x`);
    expect(all.filter((text) => foldText(foldText(text)) !== foldText(text))).toEqual([]);
  });

  it('comes in linear time from hostile input', () => {
    expect(foldText(' '.repeat(1_000_000))).toBe('');
    expect(foldText('\ufdfa'.repeat(10_000)).length).toBeLessThanOrEqual(18 * 10_000);
  });
});

describe('offsets of a folded text', () => {
  it('name where each unit came from', () => {
    // 《 0, 網 1, 絡 2, 》 3, space 4, ㎏ 5, space 6, A 7, length 8.
    const { text, offsets } = foldWithOffsets('《網絡》 ㎏ A');
    expect(text).toBe('网络kg a');
    expect(Array.from(offsets)).toEqual([1, 2, 5, 5, 6, 7, 8]);
  });

  it('give the same text, never descend, and end at the length of the original', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, denseText), (original) => {
        const { text, offsets } = foldWithOffsets(original);
        expect(text).toBe(foldText(original));
        expect(offsets).toHaveLength(text.length + 1);
        expect(offsets.at(-1)).toBe(original.length);
        for (let unit = 0; unit < text.length; unit += 1)
          expect(offsets[unit]).toBeLessThanOrEqual(offsets[unit + 1] ?? 0);
      }),
    );
  });

  it('lead back to what folds to the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('网', '絡', 'É', '，', '“', '㎏'), { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (parts, one, other) => {
          const original = parts.join('');
          const { text, offsets } = foldWithOffsets(original);
          const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
            number,
            number,
          ];
          expect(foldText(original.slice(offsets[start], offsets[end]))).toContain(
            // The second unit of ㎏ alone is no piece of the original.
            text.slice(start, end).replace(/^g/, '').replace(/k$/, ''),
          );
        },
      ),
    );
  });
});

describe('kinds of characters', () => {
  it.each(['网', '㐀', '𠮷', '〇', '々', '豈'])('%s is an ideograph', (character) => {
    expect(isIdeograph(character)).toBe(true);
    expect(isCjk(character)).toBe(true);
  });

  it.each(['か', 'ー', '。', '、', '《'])('%s is written without spaces, and no ideograph', (character) => {
    expect(isIdeograph(character)).toBe(false);
    expect(isCjk(character)).toBe(true);
  });

  it.each(['a', '1', ' ', 'é', '한', ''])('"%s" is neither', (character) => {
    expect(isIdeograph(character)).toBe(false);
    expect(isCjk(character)).toBe(false);
  });
});
