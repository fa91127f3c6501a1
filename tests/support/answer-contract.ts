import { expect } from 'vitest';
import type { Answer } from '../../src/answering/answer.js';

/** The keys of a citation that the contract names; more may follow. */
const CITATION_KEYS =
  'label document title author agency publisher date kind section provision page file spans sha256 truncated notices url'.split(
    ' ',
  );

/** Expects the keys of the JSON contract, in their order. */
export function expectContractKeys(answer: Answer): void {
  expect(Object.keys(answer)).toEqual(['id', 'question', 'language', 'status', 'strength', 'passages', 'milliseconds']);
  const [passage] = answer.passages;
  expect(Object.keys(passage ?? {})).toEqual(['rank', 'id', 'score', 'text', 'highlight', 'citation', 'alsoIn']);
  expect(Object.keys(passage?.citation ?? {}).slice(0, CITATION_KEYS.length)).toEqual(CITATION_KEYS);
  expect(Object.keys(answer.milliseconds)).toEqual(['embed', 'search', 'total']);
}
