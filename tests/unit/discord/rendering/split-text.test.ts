import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePoints } from '../../../../src/discord/rendering/limits.js';
import { splitText } from '../../../../src/discord/rendering/split-text.js';

describe('splitText', () => {
  it('cuts where clauses and lines end, as late as fits', () => {
    expect(splitText('甲乙。丙丁；戊。己', 6)).toEqual(['甲乙。丙丁；', '戊。己']);
    expect(splitText('第一款。\n第二款。', 5)).toEqual(['第一款。\n', '第二款。']);
  });

  it('cuts inside a clause only where it is too long by itself, and never through a character', () => {
    expect(splitText('甲。乙乙乙乙。', 3)).toEqual(['甲。', '乙乙乙', '乙。']);
    expect(splitText('😀😀😀', 2)).toEqual(['😀😀', '😀']);
  });

  it('loses nothing and keeps to the length, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(fc.constantFrom('字', '。', '；」', '\n', 'a. b', '😀'), { maxLength: 200 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (all, maximum) => {
        const pieces = splitText(all, maximum);
        expect(pieces.join('')).toBe(all);
        expect(Math.max(0, ...pieces.map(codePoints))).toBeLessThanOrEqual(maximum);
        expect(pieces).not.toContain('');
      }),
    );
  });
});
