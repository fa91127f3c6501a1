import type { TextTokens } from '../../embedding/encoder.js';
import type { ExaminedGroup } from './examine-evidence.js';
import { tokenShares } from './token-shares.js';
import type { TokenTable } from './token-table.js';

/** How many groups are compared token by token: further down there is little to find (DESIGN.md, "Words and vectors"). */
const COMPARED = 10;

/**
 * Groups in the order of their scores, half of which are now how well the passage says what the question says, token by
 * token; of those after the tenth that half is 0.
 * @param groups best first
 */
export function rankByTokens(
  groups: readonly ExaminedGroup[],
  question: TextTokens,
  table: TokenTable,
): readonly ExaminedGroup[] {
  const compared = groups.slice(0, COMPARED).map(({ shown }) => shown.study.tokens);
  const shares = tokenShares(question, compared, table);
  const scored = groups.map((group, place) => ({ ...group, score: (group.score + (shares[place] ?? 0)) / 2 }));
  return scored.sort((one, other) => other.score - one.score);
}
