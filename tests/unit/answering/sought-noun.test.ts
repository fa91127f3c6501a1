import { describe, expect, it } from 'vitest';
import { soughtNoun } from '../../../src/answering/sought-noun.js';
import { foldText } from '../../../src/shared/fold-text.js';

describe('soughtNoun', () => {
  it.each([
    ['网络安全宣传周的吉祥物是什么？', '吉祥物'],
    ['大會的主題到底是什麼？', '主题'],
    ['网警的起薪', '起薪'],
    ['包括哪些医院？', '医院'],
    ['什么软件被用过？', '软件'],
    ['What is the mascot of the week?', 'mascot'],
    ['What was the maximum fine for leaking?', 'fine'],
    ['Which hospital was hit?', 'hospital'],
  ])('of "%s" is %s', (question, noun) => {
    expect(soughtNoun(foldText(question))).toBe(noun);
  });

  it.each([
    '网络安全的作用是什么？',
    '在什么地方举行？',
    '谁来负责？',
    '电子政务',
    'What is it?',
    'Which is right?',
    'What is the role of networks?',
    'How is it protected?',
  ])('is none of "%s", or one that says nothing', (question) => {
    expect(soughtNoun(foldText(question))).toBeNull();
  });

  it('reads long questions to their end', () => {
    expect(soughtNoun('的'.repeat(20_000))).toBeNull();
    expect(soughtNoun('what is the '.repeat(2_000))).toBeNull();
  });
});
