import type { LexicalHit, WeightedTerm } from '../../src/lexical/lexical-index.js';

/** BM25 straight from the formula over lists of tokens, with k1 = 1.2 and b = 0.75: slow, and plainly right. */
export function naiveBm25(rows: readonly (readonly string[])[], terms: readonly WeightedTerm[]): readonly LexicalHit[] {
  const average = rows.reduce((sum, tokens) => sum + tokens.length, 0) / rows.length;
  return rows
    .map((tokens, row) => {
      const parts = terms.map(({ term, weight }) => {
        const holding = rows.filter((other) => other.includes(term)).length;
        const idf = Math.log(1 + (rows.length - holding + 0.5) / (holding + 0.5));
        const frequency = tokens.filter((token) => token === term).length;
        return (weight * idf * frequency * 2.2) / (frequency + 1.2 * (0.25 + (0.75 * tokens.length) / average));
      });
      const held = terms.filter(({ term, weight }) => weight > 0 && tokens.includes(term)).map(({ term }) => term);
      return { row, score: parts.reduce((sum, part) => sum + part, 0), terms: held };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.row - other.row);
}
