import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonLines, JsonLinesWriter } from '../../../../src/indexing/files/json-lines.js';

const written = (values: readonly unknown[]): Uint8Array => {
  const writer = new JsonLinesWriter();
  for (const value of values) writer.add(value);
  return Buffer.concat(writer.pieces());
};

describe('lines of JSON', () => {
  it('come back as they were written, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant(null), fc.integer())), (values) => {
        const lines = new JsonLines(written(values));
        expect(lines.count).toBe(values.length);
        expect(values.map((_, line) => JSON.parse(lines.text(line)) as unknown)).toEqual(values);
      }),
    );
  });

  it('are UTF-8, one value a line', () => {
    expect(new TextDecoder().decode(written(['网\n络', { a: 1 }]))).toBe('"网\\n络"\n{"a":1}\n');
  });

  it('may each be longer than what is collected at once, and many together too', () => {
    const long = '法'.repeat(700_000);
    const values = ['a', long, 'b', ...Array.from({ length: 5_000 }, (_, place) => `${place} ${'律'.repeat(200)}`)];
    const lines = new JsonLines(written(values));
    expect(lines.count).toBe(values.length);
    for (const [line, value] of values.entries()) expect(JSON.parse(lines.text(line)) === value).toBe(true);
  });

  it('are none where nothing was written', () => {
    expect(written([])).toHaveLength(0);
    expect(new JsonLines(written([])).count).toBe(0);
  });
});
