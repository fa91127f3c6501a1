import type { TextTokens, TokenEncoder } from '../../embedding/encoder.js';

/**
 * Of a question's tokens the heaviest are looked for: as many as have this share of the whole weight together, and so many at
 * most. The rest (the, 的) finds nothing more (DESIGN.md, "Words and vectors").
 */
const LOOKED_FOR = { share: 0.85, most: 10 } as const;

interface WeighedToken {
  readonly id: number;
  readonly weight: number;
}

/**
 * How well each of some texts says what a question says, token by token: of each token of the question the nearest one of the
 * text, weighted by the length of its vector; 0 (nothing of it, or a text without tokens) to 1 (every token of it). The late
 * interaction of Khattab and Zaharia (ColBERT, SIGIR 2020, https://doi.org/10.1145/3397271.3401075), over a table of vectors in
 * place of a transformer.
 * @param texts the tokens of each
 * @param nearest that of the encoder that the tokens are of
 */
export async function tokenShares(
  question: TextTokens,
  texts: readonly Int32Array[],
  nearest: TokenEncoder['nearest'],
): Promise<readonly number[]> {
  const heaviest = heaviestOf(question);
  if (texts.length === 0 || heaviest.length === 0) return texts.map(() => 0);
  const whole = heaviest.reduce((sum, { weight }) => sum + weight, 0);
  const ids = Int32Array.from(heaviest, ({ id }) => id);
  const cosines = await nearest(texts, ids);
  return texts.map((_, text) =>
    heaviest.reduce((share, { weight }, place) => {
      const cosine = cosines[text * heaviest.length + place] ?? 0;
      return share + (weight / whole) * Math.min(1, cosine);
    }, 0),
  );
}

/** The heaviest tokens, as `LOOKED_FOR` says; none without any weight. */
function heaviestOf({ ids, weights }: TextTokens): readonly WeighedToken[] {
  const all = Array.from(ids, (id, place) => ({ id, weight: weights[place] ?? 0 }));
  const enough = LOOKED_FOR.share * all.reduce((sum, { weight }) => sum + weight, 0);
  const kept: WeighedToken[] = [];
  let sum = 0;
  for (const one of all.sort((a, b) => b.weight - a.weight)) {
    if (sum >= enough || kept.length === LOOKED_FOR.most) break;
    kept.push(one);
    sum += one.weight;
  }
  return kept;
}
