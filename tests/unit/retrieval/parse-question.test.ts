import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanQuestion, parseQuestion } from '../../../src/retrieval/parse-question.js';

const ask = (text: string) => parseQuestion(text, { scopes: ['global'] });

describe('parseQuestion', () => {
  it('keeps the words, finds the language and fills in what was left out', () => {
    expect(ask('  网络安全宣传周的主题是什么？ ')).toEqual({
      ok: true,
      question: {
        text: '网络安全宣传周的主题是什么？',
        language: 'zh-Hans',
        law: null,
        article: null,
        document: null,
        kind: null,
        asOf: null,
        scopes: ['global'],
        context: null,
        limit: 5,
      },
    });
  });

  it('takes over what was asked for', () => {
    const parsed = parseQuestion('什么', { scopes: ['server:1'], document: '003', kind: 'law', limit: 20 });
    expect(parsed).toMatchObject({
      ok: true,
      question: { document: '003', kind: 'law', limit: 20, scopes: ['server:1'] },
    });
  });

  it.each(['', '   ', '\n\t', '\u0000\u0007', '\u200B\uFEFF', '\u3000'])('finds no question in %j', (text) => {
    expect(ask(text)).toEqual({ ok: false, problem: { code: 'empty' } });
  });

  it.each(['？？？', '...', '——', '😀', '\uD83D'])('finds no words in %j', (text) => {
    expect(ask(text)).toEqual({ ok: false, problem: { code: 'no-words' } });
  });

  it('takes 2000 characters and not one more, counted without the white space around them', () => {
    expect(ask(` ${'问'.repeat(2000)} `).ok).toBe(true);
    expect(ask('问'.repeat(2001))).toEqual({ ok: false, problem: { code: 'too-long', length: 2001, maximum: 2000 } });
  });

  it.each([0, 21, 1.5, Number.NaN])('refuses the limit %s, which callers check', (limit) => {
    expect(() => parseQuestion('问', { scopes: ['global'], limit })).toThrow(RangeError);
  });
});

describe('cleanQuestion', () => {
  it.each([
    ['第一行\r\n第二行', '第一行 第二行'],
    ['a\tb', 'a b'],
    ['网\u200B络', '网络'],
    ['\u202Eabc', 'abc'],
    ['\u001B[31m红', '[31m红'],
    ['问\uD83D题', '问\uFFFD题'],
    ['😀问', '😀问'],
    ['两个　空格', '两个　空格'],
  ])('makes %j to %j', (text, cleaned) => {
    expect(cleanQuestion(text)).toBe(cleaned);
  });

  it('leaves no control character and no lone surrogate in any text, and cleans once for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cleaned = cleanQuestion(text);
        expect(cleaned).not.toMatch(/\p{Cc}|\p{Cs}/u);
        expect(cleanQuestion(cleaned)).toBe(cleaned);
      }),
    );
  });
});
