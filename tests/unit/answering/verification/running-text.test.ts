import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate, plainText, runningText } from '../../../../src/answering/verification/running-text.js';
import type { Passage } from '../../../../src/documents/passage.js';
import { joinSlices, type Span } from '../../../../src/documents/span.js';
import { passageOf } from '../../../support/passage-fixture.js';

/** Passages made of slices of one source, with unquoted characters between the slices. */
const passages = fc
  .array(
    fc.array(fc.string({ unit: fc.constantFrom('网', '络', '。', '“', 'a'), minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((texts) => {
    let source = '';
    const made = texts.map((slices): Passage => {
      const spans = slices.map((slice): Span => {
        source += '\n';
        const start = source.length;
        source += slice;
        return [start, source.length];
      });
      return passageOf(slices.join(''), { spans });
    });
    return { source, made };
  });

const cut = fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 }));

describe('plainText', () => {
  it('leaves out white space and quotation marks and folds the rest, with the way back', () => {
    expect(plainText(' 「網 絡」Ａ')).toEqual({ plain: '网络a', offsets: [2, 4, 6, 7] });
    expect(plainText('')).toEqual({ plain: '', offsets: [0] });
  });
});

describe('locate', () => {
  it('gives the slices of a stretch over two passages, and the sentences that it touches', () => {
    const first = passageOf('一句。二句。', { spans: [[10, 16]] });
    const second = passageOf('三句。四句。', { spans: [[20, 26]] });
    expect(locate(runningText([first, second]), [4, 8])).toEqual({
      passage: first,
      spans: [
        [14, 16],
        [20, 22],
      ],
      text: '句。三句',
      within: '二句。三句。',
      offset: 1,
    });
  });

  it('finds nothing in an empty stretch', () => {
    expect(locate(runningText([passageOf('一句。')]), [1, 1])).toBeNull();
    expect(locate(runningText([]), [0, 1])).toBeNull();
  });

  it('gives slices of the source that are the stretch, inside whole sentences', () => {
    fc.assert(
      fc.property(passages, cut, ({ source, made }, [one, other]) => {
        const running = runningText(made);
        const [start, end] = [Math.min(one, other), Math.min(Math.max(one, other), running.text.length)];
        const located = locate(running, [start, end]);
        if (start >= end) {
          expect(located).toBeNull();
          return;
        }
        expect(located?.text).toBe(running.text.slice(start, end));
        expect(joinSlices(source, located?.spans ?? [])).toBe(located?.text);
        expect(located?.within.slice(located.offset).startsWith(located.text)).toBe(true);
        expect(running.text).toContain(located?.within);
      }),
    );
  });
});
