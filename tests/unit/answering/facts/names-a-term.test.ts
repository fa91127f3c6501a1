import { describe, expect, it } from 'vitest';
import { namesATerm } from '../../../../src/answering/facts/names-a-term.js';

describe('namesATerm', () => {
  it.each([
    '区块链',
    '網路安全保險',
    '《数据安全法》',
    '网信办 开网站 规定',
    'zero trust architecture',
    'EU AI Act',
    '什么是量子计算？',
    '何谓零信任',
    '跑分是什么意思',
    'GOIP指什么？',
    'What is quantum computing?',
    "What's a sandbox?",
    'What does GOIP mean?',
    'define ransomware',
  ])('holds of "%s"', (question) => {
    expect(namesATerm(question)).toBe(true);
  });

  it.each([
    '宣传周的主题是什么？',
    '区块链有哪些应用',
    '谁来负责',
    '网络算不算法外之地？',
    '有没有规定',
    'What is the theme of the week?',
    'What is being done about rumours?',
    'Which apps',
    'Does the law apply',
    'tell me about the law',
    'Is it held every year',
  ])('does not hold of "%s"', (question) => {
    expect(namesATerm(question)).toBe(false);
  });

  it.each([
    ['Chinese', '网'.repeat(20_000)],
    ['English', 'what is '.repeat(3_000)],
  ])('reads a long text in %s to its end', (_, text) => {
    expect(typeof namesATerm(text)).toBe('boolean');
  });
});
