import { sha256 } from '../shared/sha256.js';

/** `tune`: the half of a question set that constants may be fitted on; `test`: the half that is looked at once a release. */
export const SPLITS = ['all', 'tune', 'test'] as const;

export type Split = (typeof SPLITS)[number];

/** Whether a question belongs to a split: by the first byte of the SHA-256 of its id, even for `tune`, odd for `test`. */
export function isInSplit(id: string, split: Split): boolean {
  if (split === 'all') return true;
  const isTest = Number.parseInt(sha256(id).slice(0, 2), 16) % 2 === 1;
  return isTest === (split === 'test');
}
