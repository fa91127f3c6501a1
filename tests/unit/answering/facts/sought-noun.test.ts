import { describe, expect, it } from 'vitest';
import { soughtNoun } from '../../../../src/answering/facts/sought-noun.js';
import { foldText } from '../../../../src/shared/fold-text.js';

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
    ['哪一類信息最多？', '信息'],
    ['用的是什麼樣的平台？', '平台'],
    ['Which foreign bank accounts were frozen?', 'accounts'],
    ['受害人里有没有外国人？', '外国人'],
    ['What demonstration project is being carried out?', 'project'],
  ])('of "%s" is %s', (question, noun) => {
    expect(soughtNoun(foldText(question))).toBe(noun);
  });

  it.each([
    '网络安全的作用是什么？',
    '在什么地方举行？',
    '有哪些与邻国有关的论坛？',
    '前后两句的分别是什么？',
    'What steps were taken?',
    '谁来负责？',
    'What is it?',
    'Which is right?',
    'What is the role of networks?',
    'How is it protected?',
  ])('is none of "%s", or one that says nothing', (question) => {
    expect(soughtNoun(foldText(question))).toBeNull();
  });

  it.each([
    ['重要数据目录', '目录'],
    ['網絡安全保險', '保险'],
    ['《熊猫捉谣记》', '谣记'],
  ])('of the phrase "%s" is what it ends in, %s', (phrase, noun) => {
    expect(soughtNoun(foldText(phrase))).toBe(noun);
  });

  it.each(['cyber insurance', '5G', '怎么申请'])('is none of "%s": no Chinese phrase', (question) => {
    expect(soughtNoun(foldText(question))).toBeNull();
  });

  it('reads long questions to their end', () => {
    expect(soughtNoun('的'.repeat(20_000))).toBeNull();
    expect(soughtNoun('what is the '.repeat(2_000))).toBeNull();
  });
});
