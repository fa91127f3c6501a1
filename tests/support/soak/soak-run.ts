import { setTimeout } from 'node:timers/promises';
import type { DiscordEmulator } from '../discord-emulator/discord-emulator.js';
import { ASK_DEEDS } from './ask-deeds.js';
import { BUTTON_DEEDS } from './button-deeds.js';
import { COMMAND_DEEDS } from './command-deeds.js';
import { COMPLETION_DEEDS } from './completion-deeds.js';
import type { Deed } from './deed.js';
import type { DeedKind } from './deed-kind.js';
import { draw } from './draw.js';
import { GATEWAY_FAULTS, REQUEST_FAULTS, type Outage } from './faults.js';
import { LAW_DEEDS } from './law-deeds.js';
import { MESSAGE_DEEDS } from './message-deeds.js';
import { OBSTACLE_DEEDS } from './obstacle-deeds.js';
import type { SoakOptions } from './soak-options.js';
import type { Town } from './town.js';
import type { Tracker } from './tracker.js';

/** Everything that users do. */
export const ALL_DEEDS: readonly DeedKind[] = [
  ...ASK_DEEDS,
  ...LAW_DEEDS,
  ...COMMAND_DEEDS,
  ...MESSAGE_DEEDS,
  ...BUTTON_DEEDS,
  ...COMPLETION_DEEDS,
  ...OBSTACLE_DEEDS,
];

/** Of so many deeds one is struck by a fault of its own, and after so many the connection suffers. */
const [DEEDS_A_FAULT, DEEDS_AN_OUTAGE] = [10, 100];
/** The last answers may take so long: the pauses between attempts, and those that Discord asks for. */
const PATIENCE_MILLISECONDS = 60_000;
/** Then nothing more may come for so long. */
const QUIET_MILLISECONDS = 3000;

export interface SoakParts {
  readonly emulator: DiscordEmulator;
  readonly town: Town;
  readonly tracker: Tracker;
}

/** What has happened, beside the deeds themselves. */
export interface Happened {
  /** How often each fault has struck. */
  readonly faults: ReadonlyMap<string, number>;
  readonly milliseconds: number;
}

/**
 * Lets users do one thing after another at a steady rate, while things go wrong all along. Resolves when everything has ended
 * and nothing comes any more.
 * @param onDeed called after each, with how many there were
 */
export async function runSoak(
  { deeds, rate }: SoakOptions,
  { emulator, town, tracker }: SoakParts,
  onDeed: (done: number) => Promise<void>,
): Promise<Happened> {
  const faults = new Map<string, number>();
  const count = (name: string): void => void faults.set(name, (faults.get(name) ?? 0) + 1);
  const begun = performance.now();
  let late = 0;
  for (let done = 0; done < deeds; done += 1) {
    await setTimeout(Math.max(0, begun + late + (done * 1000) / rate - performance.now()));
    // The faults are drawn before the deed, which uses more or less of chance by what stands in the channels.
    town.begin(done);
    const random = (): number => town.random();
    const fault = random() * DEEDS_A_FAULT < 1 ? draw(REQUEST_FAULTS, random) : null;
    const outage = random() * DEEDS_AN_OUTAGE < 1 ? draw(GATEWAY_FAULTS, random) : null;
    const deed = nextDeed(town);
    tracker.add(deed);
    if (deed.ending === 'one' && fault !== null) {
      fault.strike(emulator, deed);
      count(fault.name);
    }
    if (outage !== null) {
      const before = performance.now();
      await suffer(outage, emulator, tracker);
      // What users do while Discord has no session of the bot, nobody tells the bot: they wait.
      late += performance.now() - before;
      count(outage.name);
    }
    tracker.update();
    await onDeed(done + 1);
  }
  const milliseconds = performance.now() - begun;
  await untilSettled(tracker);
  await setTimeout(QUIET_MILLISECONDS);
  tracker.update();
  return { faults, milliseconds };
}

/** Resolves when everything has ended as it must, or too long has passed. */
export async function untilSettled(tracker: Tracker): Promise<void> {
  await until(tracker, ({ open }) => open.length === 0);
}

/** Resolves when the condition holds, or too long has passed: what is missing then, the verdict says. */
async function until(tracker: Tracker, condition: (tracker: Tracker) => boolean): Promise<void> {
  const limit = performance.now() + PATIENCE_MILLISECONDS;
  tracker.update();
  while (!condition(tracker) && performance.now() < limit) {
    await setTimeout(10);
    tracker.update();
  }
}

function nextDeed(town: Town): Deed {
  for (;;) {
    const deed = draw(ALL_DEEDS, () => town.random()).act(town);
    if (deed !== null) return deed;
  }
}

/** The connection suffers; resolves when the bot can be told of something again, so that it is not lost at Discord. */
async function suffer({ forgets, strike }: Outage, emulator: DiscordEmulator, tracker: Tracker): Promise<void> {
  if (!forgets) {
    strike(emulator);
    return;
  }
  // Everything so far has to reach the bot first.
  await until(tracker, ({ open }) =>
    open.every(({ acknowledged, refusals }) => acknowledged !== null || refusals.length > 0),
  );
  const sessions = (): number =>
    emulator.gateway.records.filter(({ kind }) => kind === 'identify' || kind === 'resume').length;
  const before = sessions();
  strike(emulator);
  await emulator.waitFor('another connection', () => sessions() > before && emulator.gateway.connected);
}
