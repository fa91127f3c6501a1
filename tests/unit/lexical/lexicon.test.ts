import { describe, expect, it } from 'vitest';
import { LexiconError, parseLexicon } from '../../../src/lexical/lexicon.js';

describe('parseLexicon', () => {
  const lexicon = parseLexicon('car\t汽车:0.65 车辆:0.52\nratio\t比:例:1\n\n');

  it('gives the translations of a word, nearest first, as they stand in its line', () => {
    expect(lexicon.translations('car')).toEqual([
      { word: '汽车', nearness: 0.65 },
      { word: '车辆', nearness: 0.52 },
    ]);
  });

  it('takes the last colon for the one before the nearness', () => {
    expect(lexicon.translations('ratio')).toEqual([{ word: '比:例', nearness: 1 }]);
  });

  it.each(['cars', 'Car', '', '汽车'])('knows nothing of %j', (word) => {
    expect(lexicon.translations(word)).toEqual([]);
  });

  it.each([
    ['汽车', true],
    ['车辆', true],
    ['车', false],
    ['car', false],
    ['', false],
  ])('knows whether %j is the translation of a word: %s', (word, expected) => {
    expect(lexicon.isTranslation(word)).toBe(expected);
  });

  it('reads an empty file as a lexicon without words', () => {
    expect(parseLexicon('').translations('car')).toEqual([]);
  });

  it.each(['car 汽车:0.65', '\t汽车:0.65'])(
    'refuses a file with the line %j at the first question and names the line',
    (line) => {
      const broken = parseLexicon(`ratio\t比:1\n${line}`);
      expect(() => broken.translations('ratio')).toThrow(LexiconError);
      expect(() => broken.translations('ratio')).toThrow('Line 2 of the lexicon has no tab after its word.');
    },
  );

  it.each(['汽车', '汽车:', ':0.5', '汽车:0', '汽车:1.01', '汽车:-1', '汽车:NaN', '汽车:0.6  车:0.5', ''])(
    'refuses the translations %j when their word is asked for',
    (translations) => {
      const broken = parseLexicon(`ratio\t比:1\ncar\t${translations}`);
      expect(broken.translations('ratio')).toHaveLength(1);
      expect(() => broken.translations('car')).toThrow(expect.objectContaining({ code: 'bad-lexicon', line: 2 }));
    },
  );
});
