import { describe, expect, it } from 'vitest';
import { fitLines } from '../../../../src/cli/terminal/fit-lines.js';

describe('fitLines', () => {
  it('leaves lines that fit as they are, tables and empty lines included', () => {
    const table = 'group   asked  hit@1\n\nall         7   0.50';
    expect(fitLines(table, 20)).toEqual(['group   asked  hit@1', '', 'all         7   0.50']);
  });

  it('wraps a longer line between words, indented from the second line on', () => {
    expect(fitLines('Error: one two three four five', 24)).toEqual(['Error: one two three', '  four five']);
    expect(fitLines('  a.txt: cannot be read, it is binary', 24)).toEqual([
      '  a.txt: cannot be',
      '    read, it is binary',
    ]);
  });

  it('counts a Chinese character as two columns and a colour code as none', () => {
    expect(fitLines('一二三四五六七八九十', 20)).toEqual(['一二三四五六七八九十']);
    expect(fitLines('\u001b[1m一二三四五六七八九十\u001b[22m', 20)).toHaveLength(1);
  });

  it('wraps nothing where nobody says how wide it is', () => {
    expect(fitLines('x'.repeat(200), null)).toEqual(['x'.repeat(200)]);
  });
});
