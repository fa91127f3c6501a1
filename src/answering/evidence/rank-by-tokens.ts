import type { TextTokens, TokenEncoder } from '../../embedding/encoder.js';
import type { ExaminedGroup } from './examine-evidence.js';
import { tokenShares } from './token-shares.js';

/** How many groups are compared token by token: further down there is little to find (DESIGN.md, "Words and vectors"). */
const COMPARED = 10;

/**
 * Groups in the order of their scores, half of which are now how well the passage says what the question says, token by
 * token; of those after the tenth that half is 0.
 * @param groups best first
 */
export async function rankByTokens(
  groups: readonly ExaminedGroup[],
  question: TextTokens,
  nearest: TokenEncoder['nearest'],
): Promise<readonly ExaminedGroup[]> {
  const compared = groups.slice(0, COMPARED).map(({ shown }) => shown.study.tokens);
  const shares = await tokenShares(question, compared, nearest);
  const scored = groups.map((group, place) => ({ ...group, score: (group.score + (shares[place] ?? 0)) / 2 }));
  return scored.sort((one, other) => other.score - one.score);
}
