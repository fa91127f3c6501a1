import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPostings } from '../../../src/lexical/postings.js';
import { PostingsFormatError, readPostings, writePostings } from '../../../src/lexical/postings-format.js';
import { findTerm } from '../../../src/lexical/term-table.js';
import { tokenize } from '../../../src/lexical/tokenize.js';

const texts = fc.array(
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('网络安全法', 'data data law', '𠮷野家', '2023年300余项')),
  { maxLength: 20 },
);

describe('postings', () => {
  it('hold each token of each row as often as it occurs', () => {
    fc.assert(
      fc.property(texts, (rows) => {
        const postings = buildPostings(rows);
        for (const [row, text] of rows.entries()) {
          const tokens = tokenize(text);
          expect(postings.lengths[row]).toBe(tokens.length);
          for (const token of tokens) {
            const term = findTerm(postings.terms, token);
            const places = Array.from(postings.rows.subarray(postings.starts[term], postings.starts[term + 1]));
            const place = (postings.starts[term] ?? 0) + places.indexOf(row);
            expect(postings.frequencies[place]).toBe(tokens.filter((other) => other === token).length);
          }
        }
        const distinct = new Set(rows.flatMap(tokenize));
        expect(postings.terms.count).toBe(distinct.size);
      }),
    );
  });

  it('know no term that no row holds', () => {
    const { terms } = buildPostings(['law data', '网络']);
    for (const term of ['', 'la', 'laws', 'zzz', '网', '网络安']) expect(findTerm(terms, term)).toBe(-1);
  });

  it('come back from their bytes as they were', () => {
    fc.assert(
      fc.property(texts, (rows) => {
        const postings = buildPostings(rows);
        expect(readPostings(writePostings(postings))).toEqual(postings);
      }),
    );
  });

  it('come back from bytes at an odd place in memory', () => {
    const postings = buildPostings(['网络安全', 'law']);
    const bytes = writePostings(postings);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(readPostings(shifted.subarray(1))).toEqual(postings);
  });

  it('keep the highest frequency that fits', () => {
    const postings = buildPostings(['law '.repeat(70_000)]);
    expect(postings.frequencies).toEqual(Uint16Array.of(65_535));
    expect(postings.lengths).toEqual(Uint32Array.of(70_000));
    expect(readPostings(writePostings(postings))).toEqual(postings);
  });
});

describe('bytes that are no postings', () => {
  const bytes = writePostings(buildPostings(['网络安全法', 'data data law', '2023年']));

  it('are refused wherever they are cut short', () => {
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => readPostings(bytes.subarray(0, length))).toThrow(PostingsFormatError);
  });

  it('are refused with something after their end', () => {
    expect(() => readPostings(Uint8Array.of(...bytes, 0))).toThrow(PostingsFormatError);
  });

  it.each([
    [0, /does not begin like one/],
    [4, /version \d+, not 1/],
  ])('are refused with another number at byte %i', (at, message) => {
    const other = Uint8Array.from(bytes);
    other[at] = 99;
    expect(() => readPostings(other)).toThrow(message);
  });

  it('never make anything but their own error, and never rows out of range', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const other = Uint8Array.from(bytes);
        other[at] = value;
        try {
          const { count, rows, lengths, starts } = readPostings(other);
          expect(lengths).toHaveLength(count);
          expect(starts.at(-1)).toBe(rows.length);
          for (const row of rows) expect(row).toBeLessThan(count);
        } catch (cause) {
          expect(cause).toBeInstanceOf(PostingsFormatError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('say what to do', () => {
    const error = new PostingsFormatError('it is cut short');
    expect(error).toMatchObject({
      code: 'postings-format',
      remedy: expect.stringContaining('npx yinju index') as string,
    });
  });
});
