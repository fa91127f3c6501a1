import { describe, expect, it } from 'vitest';
import { pinyinInitials } from '../../../../src/discord/choices/pinyin-initials.js';

describe('pinyinInitials', () => {
  it.each([
    ['网络安全法', 'wlaqf'],
    // 行 is háng in 银行 and xíng in 行动; 重 is chóng in 重庆 and zhòng in 重要.
    ['银行行动', 'yhxd'],
    ['重庆重要', 'cqzy'],
    ['app违法违规', 'appwfwg'],
    ['“互联网+”（试行）2.0', 'hlwsx20'],
    ['', ''],
  ])('of %s are %s', (text, initials) => {
    expect(pinyinInitials(text)).toBe(initials);
  });
});
