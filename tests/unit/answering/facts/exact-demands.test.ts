import { describe, expect, it } from 'vitest';
import { exactDemands, holdsExactly, nearTitleShare } from '../../../../src/answering/facts/exact-demands.js';

describe('exactDemands', () => {
  it.each([
    ['2021年抓获了多少人？', ['2021']],
    ['公安机关2021年抓获了多少人？', ['2021']],
    ['据悉，2021年抓获了多少人？', ['2021']],
    ['2019年App专项治理由谁开展？', ['2019']],
    ['发布了367项还是1,700项标准？', ['367', '1700']],
    ['７．３亿网民', []],
    ['网民有10.5亿吗？', ['10.5']],
    ['第三届大会和第2批名单', ['第三届', '第2批']],
    ['違反GDPR會怎樣？', ['gdpr']],
    ['什么是ＧＯＩＰ？', ['goip']],
    ['GDPR是什么', ['gdpr']],
    ['《數據安全法》怎么说？', ['数据安全法']],
    ['What changed between 2016 and 2017?', ['2016', '2017']],
    ['Does the EU or the GDPR say so?', ['eu', 'gdpr']],
    ['2021 and 2021', ['2021']],
    ['《数据安全法》第二十一条规定了什么？', ['第二十一条', '数据安全法']],
    ['What does Article 38 say?', ['第三十八条']],
    ['Articles 5 and 12', ['12', '第五条']],
    ['Who won the first Wangding Cup?', ['第一届']],
    ['the third batch of cases', ['第三届']],
    ['上一次大会是哪年？', ['上届']],
    ['Who won the previous contest?', ['上届']],
    ['截至2015年底有多少？', ['2015']],
    ['到2023年为止办了几年？', []],
    ['How many years had it been held by 2023?', []],
  ])('of "%s" are %j', (question, demands) => {
    expect(exactDemands(question, [])).toEqual(demands);
  });

  it.each([
    ['an ordinal of English', 'the 19th Congress'],
    ['an ordinal that counts no edition', 'the first time, the second largest'],
    ['letters behind digits', 'the 20G plan'],
    ['one digit', '5G and 3 days'],
    ['numbers that Chinese writes with other digits', 'the 10 million users'],
    ['a question in capitals', 'WHO WON THE FINAL?'],
    ['capitals at the start of a word', 'Shenzhen and Wuhan'],
    ['no name at all', '网络安全的主题是什么？'],
  ])('are none for %s', (_, question) => {
    expect(exactDemands(question, [])).toEqual([]);
  });

  it('leave out the names of laws, which are looked for otherwise', () => {
    expect(exactDemands('Does PIPL of 2021 go beyond GDPR?', ['PIPL'])).toEqual(['2021', 'gdpr']);
  });
});

describe('holdsExactly', () => {
  it.each([
    ['保持高压严打态势，2021年共侦办相关案件', '2021', true],
    ['2019，2020年', '2019', true],
    ['2019，2020年', '2020', true],
    ['抓获1,700余名', '1700', true],
    ['抓获1700余名', '1700', true],
    ['抓获１７００余名', '1700', true],
    ['2022年', '20', false],
    ['1.20版', '20', false],
    ['20.5亿', '20', false],
    ['1,720名', '20', false],
    ['20多个', '20', true],
    ['优化IP地址', 'ip', true],
    ['全部IPs', 'ip', true],
    ['架设GOIP', 'ip', false],
    ['IPv6', 'ip', false],
    ['第二届大会', '第二届', true],
    ['第二十届大会', '第二届', false],
    ['貫徹《數據安全法》', '数据安全法', true],
    ['', '20', false],
    ['首届大会', '第一届', true],
    ['第三批案件', '第三届', true],
    ['第三十批案件', '第三届', false],
    ['上一届大会', '上届', true],
    ['本届大会', '上届', false],
  ])('%j holds %j: %s', (text, demand, held) => {
    expect(holdsExactly(text, demand)).toBe(held);
  });

  it('holds every demand of a text that is nothing but its demands', () => {
    const text = '2021、367、第三届、GDPR、《数据安全法》';
    const demands = exactDemands(text, []);
    expect(demands).toHaveLength(5);
    expect(demands.filter((demand) => !holdsExactly(text, demand))).toEqual([]);
  });

  it.each([
    ['digits', '1'.repeat(20_000)],
    ['ordinals of English', 'first '.repeat(4_000)],
    ['groups of digits', '1,'.repeat(10_000)],
    ['ordinals that never end', '第一'.repeat(10_000)],
    ['opened titles', '《'.repeat(20_000)],
    ['capitals', 'A1'.repeat(10_000)],
  ])('reads a hostile text of %s to its end', (_, text) => {
    expect(Array.isArray(exactDemands(text, []))).toBe(true);
    expect(holdsExactly(text, '23')).toBe(false);
  });
});

describe('nearTitleShare', () => {
  it.each([
    // Characters that stand in their place, of all.
    ['《熊猫捉谣记》获奖', '熊猫捉遥计', 3 / 5],
    ['推出万山磅礴看主峰等作品', '万山旁薄看主峰', 5 / 7],
    ['实施网络安全法', '网落安全法', 4 / 5],
    ['数据安全法', '个人信息保护法', 0],
    ['', '熊猫捉遥计', 0],
  ])('of %j for %j is %d', (text, title, share) => {
    expect(nearTitleShare(text, title)).toBeCloseTo(share, 9);
  });

  it.each(['第三届', '2021', 'gdpr', '网安法'])(
    'is nothing for %s: another one is not the same with a slip',
    (demand) => {
      expect(nearTitleShare('第二届 2020 gdpp 网信法', demand)).toBe(0);
    },
  );
});
