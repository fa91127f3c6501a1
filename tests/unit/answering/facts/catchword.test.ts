import { describe, expect, it } from 'vitest';
import { catchwordIn, spellsOut } from '../../../../src/answering/facts/catchword.js';

describe('a numbered catchword', () => {
  it.each([
    ['十个坚持是什么?', { wording: '十个坚持', word: '坚持', count: 10 }],
    ['什么是四个自信', { wording: '四个自信', word: '自信', count: 4 }],
    ['"两个维护"指的是什么', { wording: '两个维护', word: '维护', count: 2 }],
    ['请问十二个必须分别是什么?', { wording: '十二个必须', word: '必须', count: 12 }],
    ['五个坚持的内容', { wording: '五个坚持', word: '坚持', count: 5 }],
  ])('is asked for in %s', (question, catchword) => {
    expect(catchwordIn(question)).toEqual(catchword);
  });

  it.each([
    '哪三个部门联合发布了规定?',
    '第二个坚持是什么',
    '一个坚持是什么',
    '几个坚持',
    '十多个国家参加',
    'what are the ten upholds?',
  ])('is not asked for in %s', (question) => {
    expect(catchwordIn(question)).toBeNull();
  });

  it('is spelt out by a text that says its word so many times beside it', () => {
    const catchword = { wording: '三个坚持', word: '坚持', count: 3 };
    expect(spellsOut('坚持党管互联网,坚持网信为民,坚持依法管网', catchword)).toBe(true);
    expect(spellsOut('坚持党管互联网,坚持网信为民', catchword)).toBe(false);
    expect(spellsOut('三个坚持就是坚持党管互联网,坚持网信为民', catchword)).toBe(false);
    expect(spellsOut('', catchword)).toBe(false);
  });
});
