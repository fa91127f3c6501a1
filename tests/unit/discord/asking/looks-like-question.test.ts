import { describe, expect, it } from 'vitest';
import { looksLikeQuestion } from '../../../../src/discord/asking/looks-like-question.js';

const QUESTIONS = [
  '2023年国家网络安全宣传周的主题是什么？',
  '个人信息保护法什么时候施行',
  '请介绍一下数据安全法',
  '网络安全等级保护有几个级别',
  '未成年人上网时间有没有限制',
  '想问一下关键信息基础设施怎么认定',
  '解释一下第二十一条',
  '違法收集個人資料會罰多少',
  '列出网信办处理的案件',
  '大家好。数据出境要不要评估？谢谢！',
  'What is the theme of the week in 2023?',
  'what does the cybersecurity law say about minors',
  'How many cases were handled in 2021',
  'Explain article 21 of the Cybersecurity Law',
  'is there a law on personal information',
  'I would like to know when the law took effect',
  'Hi all, quick one: which penalties apply to app stores?',
  'Does the law cover minors?',
  '> somebody said so\nWhat about data exports?',
  'AI 生成的内容要标识吗',
];

const CHATTER = [
  '早上好',
  '真的吗？',
  '你们吃了吗？',
  '什么？？？',
  '我知道怎么做了',
  '不管怎么样，先这样吧',
  '今天的会议改到三点。',
  '什么都好',
  '哈哈哈哈哈',
  '数据安全法很重要！',
  'ok',
  'really?',
  'how are you?',
  'What a day!',
  'is fine by me',
  'find it',
  'I read the law yesterday. It is long.',
  'see https://example.org/search?q=what+is+law',
  '```\nconst a = b ? first : second;\n```',
  '> What is the theme of the week?\nyes',
];

describe('looksLikeQuestion', () => {
  it.each(QUESTIONS)('is true for %s', (text) => {
    expect(looksLikeQuestion(text)).toBe(true);
  });

  it.each(CHATTER)('is false for %s', (text) => {
    expect(looksLikeQuestion(text)).toBe(false);
  });

  it('is false for nothing, marks and mentions alone', () => {
    for (const text of ['', '?', '？？', '<@42>?', '<:what:1234>?', '👍']) expect(looksLikeQuestion(text)).toBe(false);
  });

  it('is quick with hostile text', () => {
    const endless = ['```'.repeat(1300), '> '.repeat(2000), '什么'.repeat(2000), 'a '.repeat(2000), '<@'.repeat(2000)];
    for (const text of endless) expect(typeof looksLikeQuestion(`${text}?`)).toBe('boolean');
  });
});
