import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortenQuote, type ShortenedQuote } from '../../../../src/discord/rendering/shorten-quote.js';
import type { QuoteView } from '../../../../src/wording/views/quote-view.js';

const quoteOf = (before: string, highlight: string, after: string): QuoteView => ({
  before,
  highlight,
  after,
  gapBefore: '[…]',
  gapAfter: '[…]',
});
const textOf = ({ quote }: ShortenedQuote): string => quote.before + quote.highlight + quote.after;
const atMost =
  (length: number) =>
  (shortened: ShortenedQuote): boolean =>
    textOf(shortened).length <= length;

describe('shortenQuote', () => {
  const quote = quoteOf('一二三。四五；六七八。', '答案在此。', '但是另有规定。九十。');

  it.each([
    // The whole is 11 + 5 + 7 + 3 = 26 characters long.
    [26, '一二三。四五；六七八。答案在此。但是另有规定。九十。', false, false],
    // What follows comes first, then one step before, then again what follows.
    [19, '六七八。答案在此。但是另有规定。九十。', true, false],
    [18, '六七八。答案在此。但是另有规定。', true, true],
    [15, '答案在此。但是另有规定。', true, true],
    [11, '答案在此。', true, true],
    // Less than the highlight: its beginning.
    [3, '答案在', true, true],
    [0, '', true, true],
  ])('keeps %i characters around the highlight', (length, kept, before, after) => {
    const shortened = shortenQuote(quote, atMost(length));
    expect(textOf(shortened)).toBe(kept);
    expect(shortened.cut).toEqual({ before, after });
  });

  it('keeps the highlight a slice of its own', () => {
    expect(shortenQuote(quote, atMost(15)).quote).toMatchObject({
      before: '',
      highlight: '答案在此。',
      after: '但是另有规定。',
    });
  });

  it('keeps the mark of a gap only on a side that is not cut', () => {
    const { quote: shown } = shortenQuote(quoteOf('', '一。', '二。'), atMost(2));
    expect([shown.gapBefore, shown.gapAfter]).toEqual(['[…]', '']);
  });

  it('begins at the beginning where nothing is highlighted', () => {
    expect(textOf(shortenQuote(quoteOf('甲乙。丙丁。', '', ''), atMost(4)))).toBe('甲乙。');
  });

  it('ends English at the end of a sentence, never at the dot of a number', () => {
    expect(textOf(shortenQuote(quoteOf('It is 3.5 percent. Then more.', '', ''), atMost(20)))).toBe(
      'It is 3.5 percent.',
    );
  });

  it('never cuts a character in two', () => {
    expect(textOf(shortenQuote(quoteOf('', '😀😀', ''), atMost(3)))).toBe('😀');
  });

  it('gives a part of the text that fits and, where cut within it, ends after a sentence or a clause', () => {
    const pieces = fc.array(fc.constantFrom('字', '词语', '。', '；', '」', '，', '\n', '😀'), { maxLength: 30 });
    const text = pieces.map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, text, fc.nat(60), (before, highlight, after, length) => {
        const shortened = shortenQuote(quoteOf(before, highlight, after), atMost(length));
        const kept = textOf(shortened);
        expect(kept.length).toBeLessThanOrEqual(length);
        expect(before + highlight + after).toContain(kept);
        if (shortened.cut.after && kept.length > 0 && !highlight.startsWith(kept) && highlight !== '')
          expect(kept).toMatch(/[。；」\n]$/);
      }),
    );
  });

  it('is quick on a text that is all ends of sentences', () => {
    const kept = textOf(shortenQuote(quoteOf('。'.repeat(20_000) + '. '.repeat(20_000), '', ''), atMost(5000)));
    expect(kept.length).toBeLessThanOrEqual(5000);
  });
});
