import { describe, expect, it } from 'vitest';
import { queryTerms, withoutQuestionPhrases } from '../../../src/lexical/query-terms.js';

const termsOf = (text: string): readonly string[] => queryTerms(text).map(({ term }) => term);

describe('the terms of a question', () => {
  it.each([
    ['宣传周的主题是什么？', ['宣传', '传周', '主题']],
    ['網絡安全審查是什麼？', ['网络', '络安', '安全', '全审', '审查']],
    ['有哪些安全标准', ['安全', '全标', '标准']],
    ['发布了多少项标准', ['发布', '标准']],
    ['是否需要审批', ['需要', '要审', '审批']],
    ['如何报告漏洞呢', ['报告', '告漏', '漏洞']],
    ['立法目的', ['立法', '法目', '目的']],
    ['How many universities offer a major in cybersecurity?', ['university', 'offer', 'major', 'cybersecurity']],
    ["What is the law's purpose?", ['law', 'purpose']],
  ])('%s', (text, expected) => {
    expect(termsOf(text)).toEqual(expected);
  });

  it('are each named once', () => {
    expect(termsOf('安全和安全')).toEqual(['安全', '全和', '和安']);
  });

  it('count half where they are one Chinese character', () => {
    expect(queryTerms('2023年')).toEqual([
      { term: '2023', weight: 1 },
      { term: '年', weight: 0.5 },
    ]);
  });

  it('are kept whole in quotation marks', () => {
    expect(termsOf('「是什么」')).toEqual(['是什', '什么']);
    expect(termsOf('"the state"')).toEqual(['the', 'state']);
    expect(termsOf("the law's “the state”")).toEqual(['law', 'the', 'state']);
  });

  it('are not taken for quoted after a mark that is never closed', () => {
    expect(termsOf('the ministers" duty of the state')).toEqual(['minister', 'duty', 'state']);
  });

  it('are all tokens where nothing else would be left', () => {
    expect(termsOf('WHO?')).toEqual(['who']);
    expect(termsOf('是什么')).toEqual(['是什', '什么']);
  });

  it('are none for a question without a word', () => {
    expect(queryTerms('？！')).toEqual([]);
    expect(queryTerms('')).toEqual([]);
  });
});

describe('withoutQuestionPhrases', () => {
  it.each([
    ['主题是什么', '主题   '],
    ['请问有哪些标准吗', '     标准 '],
    ['发布标准', '发布标准'],
    ['', ''],
  ])('puts spaces in place of them: %j', (text, expected) => {
    expect(withoutQuestionPhrases(text)).toBe(expected);
  });
});
