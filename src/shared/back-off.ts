/** The pause after a second failure, and the longest one. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

/** What has lived so long was in order: its end is a new misfortune, not the old one again. */
const SOUND_LIFE = 60_000;

/**
 * How long to wait before something that ended (a thread, a process) is started again, in milliseconds: not at all the
 * first time, then 1 s, 2 s, 4 s and so on up to a minute.
 * @param before the pause before the life that has ended now; null where that was the first one
 * @param lived how long it did its work in that life, 0 where it did not even start
 */
export function nextPause(before: number | null, lived: number): number {
  if (before === null || lived >= SOUND_LIFE) return 0;
  return before === 0 ? FIRST_PAUSE : Math.min(before * 2, LONGEST_PAUSE);
}
