import { describe, expect, it } from 'vitest';
import { mainlandWords } from '../../../src/lexical/regional-words.js';
import { foldText } from '../../../src/shared/fold-text.js';

describe('mainlandWords', () => {
  it.each([
    ['網際網路', '互联网'],
    ['資通安全與資安', '网络安全与网络安全'],
    ['個人資料庫', '个人数据库'],
    ['行動支付的使用者', '移动支付的用户'],
    ['寬頻', '宽带'],
  ])('gives for %s %s', (regional, mainland) => {
    expect(mainlandWords(foldText(regional))).toBe(mainland);
  });

  it.each(['网络安全', '互联网域名', '网上线索', '数据'])('leaves %s as it is', (text) => {
    expect(mainlandWords(text)).toBe(text);
  });
});
