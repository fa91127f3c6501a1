import { untilSettled } from './soak-run.js';
import { ASK_DEEDS } from './ask-deeds.js';
import type { Town } from './town.js';
import type { Tracked, Tracker } from './tracker.js';

/** So many rounds of so many commands at once. */
export interface Rounds {
  readonly rounds: number;
  readonly atOnce: number;
}

/** Has `/ask` used by so many at once, again and again, each round after the one before has ended. */
export async function askInRounds(
  { rounds, atOnce }: Rounds,
  town: Town,
  tracker: Tracker,
): Promise<readonly Tracked[]> {
  const ask = ASK_DEEDS.find(({ kind }) => kind === '/ask');
  const from = tracker.all.length;
  for (let round = 0; round < rounds; round += 1) {
    for (let count = 0; count < atOnce; count += 1) {
      town.begin(round * atOnce + count);
      const deed = ask?.act(town) ?? null;
      if (deed !== null) tracker.add(deed);
    }
    await untilSettled(tracker);
  }
  return tracker.all.slice(from);
}

/** From each deed to its answer, in milliseconds. */
export function timesToAnswer(deeds: readonly Tracked[]): readonly number[] {
  return deeds.flatMap(({ begun, finished }) => (finished === null ? [] : [finished - begun]));
}

/** From each interaction to its acknowledgement, in milliseconds; infinite where there is none. */
export function timesToAcknowledgement(deeds: readonly Tracked[]): readonly number[] {
  const interactions = deeds.filter(({ deed }) => deed.way === 'interaction');
  return interactions.map(({ begun, acknowledged }) => (acknowledged ?? Infinity) - begun);
}
