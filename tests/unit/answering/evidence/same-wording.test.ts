import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairOverlap, sameWording, wordingOf } from '../../../../src/answering/evidence/same-wording.js';

const same = (one: string, other: string): boolean => sameWording(wordingOf(one), wordingOf(other));

const BASE = '制定发布300余项网络安全国家标准，我国网络安全标准国际话语权和影响力显著提升。';

describe('sameWording', () => {
  it.each([
    ['traditional script', '制定發布300餘項網絡安全國家標準，我國網絡安全標準國際話語權和影響力顯著提升。'],
    ['full-width digits', BASE.replace('300', '３００')],
    ['a half-width comma', BASE.replace('，', ',')],
    ['no full stop', BASE.slice(0, -1)],
    ['spaces', BASE.replace('，', '， ')],
    ['a semicolon for a comma', BASE.replace('，', '；')],
    ['a particle', BASE.replace('我国网络', '我国的网络')],
    ['和 and 与', BASE.replace('话语权和', '话语权与')],
    ['quotation marks', BASE.replace('国家标准', '“国家标准”')],
  ])('puts texts together that differ by %s only', (_, other) => {
    expect(same(BASE, other)).toBe(true);
  });

  it.each([
    ['a number', '367项', '300余项'],
    ['a number with another estimate', '30多项', '300余项'],
    ['the estimate alone', '300项', '300余项'],
    ['a negation', '没有显著提升', '显著提升'],
    ['a negation of one character', '不显著提升', '显著提升'],
    ['a country', '美国网络', '我国网络'],
    ['another word', '行业标准', '国家标准'],
  ])('keeps texts apart that differ by %s', (_, changed, original) => {
    expect(BASE).toContain(original);
    expect(same(BASE, BASE.replace(original, changed))).toBe(false);
  });

  it.each([
    [
      'the year',
      '习近平总书记对2019年国家网络安全宣传周作出重要指示。',
      '习近平总书记对2020年国家网络安全宣传周作出重要指示。',
    ],
    [
      'the city',
      '中央网信办会同相关部门指导武汉市建设人才与创新基地。',
      '中央网信办会同相关部门指导成都市建设人才与创新基地。',
    ],
    ['who says it', '没有网络安全就没有国家安全。', '习近平强调，没有网络安全就没有国家安全。'],
    [
      'the speaker',
      '蔡奇强调，要加强网上正面宣传引导，防范网络意识形态风险。',
      '李书磊强调，要加强网上正面宣传引导，防范网络意识形态风险。',
    ],
    [
      'the point in a number',
      '抓获犯罪嫌疑人1.7万余名，有效遏制了网络犯罪的猖獗势头。',
      '抓获犯罪嫌疑人17万余名，有效遏制了网络犯罪的猖獗势头。',
    ],
    [
      'the per cent sign',
      '2016年，有害信息有效处置率达92%以上，网络生态更加良好。',
      '2016年，有害信息有效处置率达92以上，网络生态更加良好。',
    ],
    [
      'what is forbidden',
      '任何个人和组织不得窃取或者非法获取他人的个人信息。',
      '任何个人和组织不窃取或者非法获取他人的个人信息。',
    ],
    [
      'what is yet to come',
      '国家网络安全宣传周将在全国范围内统一开展系列活动。',
      '国家网络安全宣传周在全国范围内统一开展系列活动。',
    ],
    [
      'a word that ends in 地',
      '网信办在全国各地区统一部署、统一推进专项整治行动。',
      '网信办在全国各区统一部署、统一推进专项整治行动。',
    ],
    [
      'the name of a law',
      '深入贯彻落实《国家安全法》等法律法规，依法加强治理。',
      '深入贯彻落实《数据安全法》等法律法规，依法加强治理。',
    ],
  ])('keeps sentences apart that differ by %s', (_, one, other) => {
    expect(same(one, other)).toBe(false);
  });

  it('takes 1,700 and 1700 for one number', () => {
    expect(same('2021年共抓获犯罪嫌疑人1,700余名。', '2021年共抓获犯罪嫌疑人1700余名。')).toBe(true);
  });

  it('puts every text together with itself and does not depend on the order', () => {
    // Few characters, harmless ones among them, so that many pairs are nearly alike.
    const text = fc.string({
      unit: fc.constantFrom('的', '和', '，', '。', '不', '网', '络', '1', '.', '2'),
      maxLength: 14,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(same(one, one)).toBe(true);
        expect(same(one, other)).toBe(same(other, one));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('pairOverlap', () => {
  it.each([
    // Pairs 网络 络安 安全 against 网络 络强 强国.
    ['网络安全', '网络强国', 1 / 3],
    // All pairs of the shorter one stand in the longer one.
    ['网络', '网络强国', 1],
    ['网络', '数据', 0],
    ['网', '网', 1],
    ['网', '络', 0],
    ['', '', 1],
  ])('of %j and %j is the share of the smaller one', (one, other, share) => {
    expect(pairOverlap(wordingOf(one), wordingOf(other))).toBeCloseTo(share, 12);
    expect(pairOverlap(wordingOf(other), wordingOf(one))).toBeCloseTo(share, 12);
  });
});
