import type { IndexState } from '../indexing/index-state.js';

/** What is remembered from look to look. */
export interface ReloadMemory {
  /** Fingerprint at the last look. */
  readonly seen: string | null;
  /** The state in which a new engine was last tried, and when (milliseconds, monotonic). */
  readonly tried: { readonly fingerprint: string; readonly at: number } | null;
}

export const NOTHING_SEEN: ReloadMemory = { seen: null, tried: null };

/** After a try that brought nothing new, such as a document that cannot be read, the same state is tried again so much later. */
export const RETRY_MILLISECONDS = 5 * 60_000;

export interface ReloadDecision {
  readonly reload: boolean;
  readonly memory: ReloadMemory;
}

/**
 * Whether a new engine is due. It is where the index or the documents are not those that are served, they stood still
 * between two looks (so that half a copy is not read), and this very state was not tried already.
 * @param served the generation that questions are answered from; null while there is no engine
 */
export function decideReload(
  state: IndexState,
  served: string | null,
  memory: ReloadMemory,
  now: number,
): ReloadDecision {
  const { fingerprint } = state;
  const isServed = state.fresh && state.generation === served;
  if (isServed) return { reload: false, memory: { seen: fingerprint, tried: null } };
  const settled = memory.seen === fingerprint;
  const { tried } = memory;
  const triedAlready = tried?.fingerprint === fingerprint && now - tried.at < RETRY_MILLISECONDS;
  if (!settled || triedAlready) return { reload: false, memory: { seen: fingerprint, tried } };
  return { reload: true, memory: { seen: fingerprint, tried: { fingerprint, at: now } } };
}
