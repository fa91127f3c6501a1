import { describe, expect, it } from 'vitest';
import { askedFor } from '../../../../src/answering/facts/asked-for.js';
import { supplies } from '../../../../src/answering/facts/supplies.js';
import { foldText } from '../../../../src/shared/fold-text.js';

/** Whether a text supplies what a question asks for. */
function answers(question: string, text: string): boolean {
  const asked = askedFor(question);
  return asked !== null && supplies(foldText(text), asked);
}

describe('what the question states itself', () => {
  it.each([
    ['How many of the 367 standards are mandatory?', '发布367项国家标准', false],
    ['How many of the 367 standards are mandatory?', '367项国家标准中有21项', true],
    ['这372个账号开了几个？', '依托372个账号', false],
    ['2023年大会是哪一年开始的？', '2023年大会', false],
    ['2023年大会是哪一年开始的？', '自2014年起举办', true],
    ['除了北京还在哪些地方？', '在北京打造园区', false],
    ['除了北京还在哪些地方？', '在天津打造园区', true],
  ])('is no answer: for "%s" looks at "%s": %s', (question, text, supplied) => {
    expect(answers(question, text)).toBe(supplied);
  });
});

describe('a fact of the kind asked for', () => {
  it.each([
    ['几月几日开幕？', '2023年在乌镇开幕', false],
    ['几月几日开幕？', '2023年9月11日开幕', true],
    ['有几项？', '作为一项重要内容', false],
    ['有几项？', '共二十一项', true],
    ['有多少网民？', '7.3亿网民', true],
    ['由谁负责？', '全部举办社会活动', false],
    ['由谁负责？', '由公安部负责', true],
    ['谁赢了？', '来自奇安信集团的战队', true],
    ['机房设在哪一国？', '福建莆田电信网络诈骗案', false],
    ['机房设在哪一国？', '我国和中国企业', false],
    ['机房设在哪一国？', '窝点设在柬埔寨', true],
    ['挑出多少件作品？', '60部入选作品', true],
    ['秘书长是谁？', '国际组织在北京成立', false],
    ['秘书长是谁？', '国务院副总理丁薛祥出席', true],
    ['由哪个检察院起诉？', '检察机关和公安机关督办', false],
    ['由哪个检察院起诉？', '江苏省江阴市检察院起诉', true],
    ['账号开在哪些平台？', '依托372家账号', false],
    ['账号开在哪些平台？', '在微博开设', true],
    ['什么是跑分？', '打击跑分洗钱', false],
    ['什么是跑分？', '跑分是指用自己的账户替人转账', true],
    ['两部法律有什么区别？', '颁布数据安全法、个人信息保护法', false],
    ['两部法律有什么区别？', '与前者相比，后者管个人信息', true],
    ['下载速度有多快？', '覆盖27个省', false],
    ['下载速度有多快？', '达到100兆', true],
    ['多久办一次？', '两年举办一届', true],
    ['应当在多少日内登记？', '应当自产生之日起十五日内登记', true],
    ['应当在几天内登记？', '应当在三个工作日内登记', true],
    ['产生后多久登记？', '应当自产生之日起十五日内登记', true],
    ['产生后多久登记？', '7月14日至15日在京召开', false],
    ['多少小时内报告？', '应当在二十四小时内报告', true],
    ['多少小时内报告？', '应当及时报告', false],
    ['排世界第几？', '总量居世界第二位', true],
    ['排世界第几？', '第三批案件', false],
    ['案件同比增长多少？', '同比增长三成', true],
    ['各有多少人被判刑？', '第三批5起', false],
    ['各有多少人被判刑？', '第一批12人、第二批20人、第三批31人', true],
    ['十个坚持分别是什么？', '坚持党管互联网，坚持为民，坚持开放，坚持创新，坚持法治，坚持安全', true],
    ['十个坚持分别是什么？', '提出十个坚持', false],
    ['标准的编号是什么？', '两项标准成为国际标准', false],
    ['标准的编号是什么？', '即GB/T 35273号标准', true],
    ['第几条规定的？', '依法处理', false],
    ['第几条规定的？', '依照第六十四条处理', true],
    ['代表案发日还是立案日？', '莆田“9·06”案', false],
    ['代表案发日还是立案日？', '9月6日立案', true],
    ['播放量是多少？', '推出60部作品', false],
    ['播放量是多少？', '播放3亿次', true],
    ['覆盖多少个国家？', '推出20余项活动', false],
    ['覆盖多少个国家？', '200多个国家和地区', true],
    ['免费给用吗？', '推广使用', false],
  ])('for "%s" in "%s": %s', (question, text, supplied) => {
    expect(answers(question, text)).toBe(supplied);
  });
});
