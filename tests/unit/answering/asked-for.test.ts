import { describe, expect, it } from 'vitest';
import { askedFor, supplies } from '../../../src/answering/asked-for.js';
import { foldText } from '../../../src/shared/fold-text.js';

const kindOf = (question: string) => askedFor(question)?.kind ?? null;

/** Whether a text supplies what a question asks for. */
function answers(question: string, text: string): boolean {
  const asked = askedFor(question);
  return asked !== null && supplies(foldText(text), asked);
}

describe('askedFor', () => {
  it.each([
    ['网络安全法什么时候施行？', 'date'],
    ['網絡安全法什麼時候施行？', 'date'],
    ['大会哪一年创办？', 'date'],
    ['会议是几月召开的？', 'date'],
    ['何时成立？', 'date'],
    ['When did the law take effect?', 'date'],
    ['In which year was the fund set up?', 'date'],
    ['Tell me when the centre opened', 'date'],
    ['有效处置率是多少？', 'share'],
    ['處置率達到多少？', 'share'],
    ['占百分之几？', 'share'],
    ['What percentage of posts was removed?', 'share'],
    ['What was the removal rate?', 'share'],
    ['最高罚款多少？', 'money'],
    ['涉案金额是多少？', 'money'],
    ['投资了多少亿元？', 'money'],
    ['How much money was recovered?', 'money'],
    ['What was the fine?', 'money'],
    ['举报电话是多少？', 'telephone'],
    ['举报热线是什么？', 'telephone'],
    ['What is the hotline for reports?', 'telephone'],
    ['Which phone number can I call?', 'telephone'],
    ['抓获了多少人？', 'count'],
    ['抓獲了多少名嫌疑人？', 'count'],
    ['有几所高校？', 'count'],
    ['How many cases were solved?', 'count'],
  ])('finds in "%s" that a %s is asked for', (question, kind) => {
    expect(kindOf(question)).toBe(kind);
  });

  it.each([
    '电话用户实名制如何推进？',
    '电信网络诈骗和电话诈骗有什么区别？',
    'Who is behind the telephone fraud?',
    '哪些平台被罚款？',
    '涉案金额巨大的案件有哪些特点？',
    'Who was fined, and why?',
    'Is it fine to share the data?',
    'What must a company do when personal data are collected?',
    'What happens when an incident is reported?',
    '几乎所有平台都要做什么？',
    '十几家企业签署了什么？',
    '网络空间的主题是什么？',
    'What is the theme?',
    '就业率为什么重要？',
  ])('finds nothing of the kind in "%s"', (question) => {
    expect(kindOf(question)).toBeNull();
  });
});

describe('supplies', () => {
  it.each([
    ['哪一年？', '2021年共侦办案件', true],
    ['哪一年？', '自２０２１年以来', true],
    ['什么时候？', '9月11日至17日', true],
    ['什么时候？', '九月召开', true],
    ['When was it?', 'It was set up in 2016.', true],
    ['什么时候？', '抓获犯罪嫌疑人2000余名', false],
    ['什么时候？', '历时12个月', false],
    ['什么时候？', '近年来不断完善', false],
    ['处置率是多少？', '处置率达92%以上', true],
    ['处置率是多少？', '处置率达９２％', true],
    ['处置率是多少？', '超过七成的网民', true],
    ['处置率是多少？', '百分之九十二', true],
    ['What was the rate?', 'It was 92 per cent.', true],
    ['处置率是多少？', '第三成员单位有12家', false],
    ['罚款多少？', '处5万元以上罚款', true],
    ['罚款多少？', '处五十万元罚款', true],
    ['What was the fine?', 'They paid 5 million yuan.', true],
    ['罚款多少？', '关停平台1052家', false],
    ['电话是多少？', '请拨打12377举报', true],
    ['电话是多少？', '电话：010-55627788', true],
    ['电话是多少？', '行政执法检查48117家', false],
    ['电话是多少？', '热线接到举报2000余件', false],
    ['有多少人？', '抓获犯罪嫌疑人12名', true],
    ['有多少人？', '抓获1.7万余名', true],
    ['有多少人？', '打击查处245人', true],
    ['有多少人？', '十二名嫌疑人', true],
    ['有多少人？', '侦办案件80起', false],
    ['有多少起案件？', '侦办案件80余起', true],
    ['有多少起案件？', '抓获12名', false],
    ['How many cases were solved?', '侦办案件430余起', true],
    ['How many cases were solved?', 'The police solved 430 cases.', true],
    ['How many universities are there?', '200余所高校', true],
    ['How many universities are there?', '关停处罚网站平台1052家', true],
    ['How many universities are there?', '抓获12名', false],
    ['多少所高校？', '200余所', true],
    ['多少家平台？', '关停1052家', true],
    ['多少家平台？', '发布300余项', false],
    ['有多少个案件？', '侦办案件80起', true],
    ['多少国家和地区？', '覆盖200多个国家和地区', true],
    ['多少项目？', '20余个专项行动', true],
    ['施行了几周年？', '施行六周年', true],
    ['用了多少年？', '短短近30年', true],
    ['用了多少年？', '2021年共侦办', false],
    ['用了几天？', '为期7天', true],
    ['用了几天？', '应当在30日内报告', true],
    ['用了几天？', '2月14日破获', false],
    ['用了几个月？', '历时12个月', true],
    ['用了几个月？', '窝点15个', false],
    ['How many months did it take?', '历时12个月', true],
    ['How many languages are there?', '共有7种', true],
    ['有多少网民？', '7.3亿网民', true],
  ])('for "%s" looks at "%s": %s', (question, text, supplied) => {
    expect(answers(question, text)).toBe(supplied);
  });
});

describe('hostile text', () => {
  it.each([
    ['digits', '1'.repeat(20_000)],
    ['Chinese numerals', '十'.repeat(20_000)],
    ['the beginnings of a question', 'how high is the '.repeat(1_200)],
    ['points and commas', '1.,'.repeat(6_000)],
    ['hotlines', '热线'.repeat(8_000)],
  ])('of %s is read to its end', (_, text) => {
    for (const question of ['电话是多少？', '多少年？', '罚款多少？', '处置率是多少？', '何时？'])
      expect(typeof answers(question, text)).toBe('boolean');
    expect(kindOf(`${text} nothing`)).toBeNull();
  });
});
