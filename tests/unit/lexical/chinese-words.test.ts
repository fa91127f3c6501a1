import { describe, expect, it } from 'vitest';
import { wordsByPlace } from '../../../src/lexical/chinese-words.js';

describe('wordsByPlace', () => {
  it('gives the word of each place; what makes no word stands alone', () => {
    // 网络 is a word of the dictionary, 网落 is none.
    const [word, alone] = [
      { start: 1, end: 3 },
      { start: 0, end: 1 },
    ];
    expect(wordsByPlace('网落')).toEqual([alone, { start: 1, end: 2 }]);
    expect(wordsByPlace('，网络')).toEqual([alone, word, word]);
  });

  it('counts in UTF-16 units', () => {
    const astral = { start: 0, end: 2 };
    expect(wordsByPlace('\u{20000}')).toEqual([astral, astral]);
    expect(wordsByPlace('')).toEqual([]);
  });
});
