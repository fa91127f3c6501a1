import { ApiError, RateLimited } from '../discord-emulator/api-error.js';
import type { DiscordEmulator } from '../discord-emulator/discord-emulator.js';
import type { Deed } from './deed.js';

/** Something that goes wrong at Discord. */
export interface Fault {
  readonly name: string;
  /** How often, beside the others. */
  readonly weight: number;
  /** Lets it happen to the requests that a deed brings about. */
  readonly strike: (emulator: DiscordEmulator, deed: Deed) => void;
}

/** discord.js tries four times in a row; so many errors outlast that. */
const OUTAGE = 6;
/** Shorter than what discord.js waits for (15 s), far longer than anything takes. */
const SLOW_ANSWER_MILLISECONDS = 2500;
/** An acknowledgement that Discord is so slow to take still comes within its three seconds. */
const SLOW_ACKNOWLEDGEMENT_MILLISECONDS = 1500;

const error500 = (): ApiError => new ApiError(500, 0, '500: Internal Server Error');
const error502 = (): ApiError => new ApiError(502, 0, '502: Bad Gateway');

/** `METHOD /path` of the request with which the bot shows that the deed has arrived. */
const acknowledgement = ({ way, id, channel }: Deed): RegExp =>
  way === 'interaction' ? new RegExp(`^POST /interactions/${id}/`) : new RegExp(`^POST /channels/${channel}/typing$`);

/** `METHOD /path` of the request that brings the answer. */
const answer = ({ way, id, channel }: Deed): RegExp =>
  way === 'interaction'
    ? new RegExp(`^(?:PATCH|DELETE) /webhooks/\\d+/interaction-token-${id}/messages/@original$`)
    : new RegExp(`^POST /channels/${channel}/messages$`);

const times = (count: number, happen: () => void): void => {
  for (let time = 0; time < count; time += 1) happen();
};

const hold = (emulator: DiscordEmulator, request: RegExp, milliseconds: number): void => {
  const held = emulator.holdNext(request);
  void held.arrived.then(() => setTimeout(held.release, milliseconds));
};

/** What goes wrong with single requests. Every one of them passes: the deed must be answered all the same. */
export const REQUEST_FAULTS: readonly Fault[] = [
  {
    name: '429 route',
    weight: 3,
    strike: (emulator, deed) => emulator.failNext(answer(deed), new RateLimited(0.5, false)),
  },
  {
    name: '429 global',
    weight: 1,
    strike: (emulator, deed) => emulator.failNext(answer(deed), new RateLimited(0.3, true)),
  },
  {
    name: '429 first',
    weight: 2,
    strike: (emulator, deed) => emulator.failNext(acknowledgement(deed), new RateLimited(0.4, false)),
  },
  { name: '500', weight: 3, strike: (emulator, deed) => emulator.failNext(answer(deed), error500()) },
  {
    name: '500, but done',
    weight: 2,
    strike: (emulator, deed) => emulator.failNext(answer(deed), error500(), { done: true }),
  },
  { name: '502 first', weight: 2, strike: (emulator, deed) => emulator.failNext(acknowledgement(deed), error502()) },
  {
    name: '502 first, done',
    weight: 2,
    strike: (emulator, deed) => emulator.failNext(acknowledgement(deed), error502(), { done: true }),
  },
  {
    name: 'outage',
    weight: 2,
    strike: (emulator, deed) => times(OUTAGE, () => emulator.failNext(answer(deed), error502())),
  },
  {
    name: 'outage first',
    weight: 1,
    strike: (emulator, deed) => times(OUTAGE, () => emulator.failNext(acknowledgement(deed), error502())),
  },
  { name: 'slow', weight: 2, strike: (emulator, deed) => hold(emulator, answer(deed), SLOW_ANSWER_MILLISECONDS) },
  {
    name: 'slow first',
    weight: 2,
    strike: (emulator, deed) => hold(emulator, acknowledgement(deed), SLOW_ACKNOWLEDGEMENT_MILLISECONDS),
  },
  {
    name: 'cut, not done',
    weight: 2,
    strike: (emulator, deed) => emulator.cutNext(answer(deed), 'before the answer', { done: false }),
  },
  {
    name: 'cut, but done',
    weight: 2,
    strike: (emulator, deed) => emulator.cutNext(answer(deed), 'before the answer', { done: true }),
  },
  {
    name: 'cut half-way',
    weight: 2,
    strike: (emulator, deed) => emulator.cutNext(answer(deed), 'in the answer', { done: true }),
  },
  {
    name: 'cut first',
    weight: 1,
    strike: (emulator, deed) => emulator.cutNext(acknowledgement(deed), 'before the answer', { done: false }),
  },
  {
    name: 'cut first, done',
    weight: 1,
    strike: (emulator, deed) => emulator.cutNext(acknowledgement(deed), 'before the answer', { done: true }),
  },
];

/** What goes wrong with the connection. */
export interface Outage {
  readonly name: string;
  readonly weight: number;
  /** True where Discord forgets the session: what nobody was told of by then, nobody will be. */
  readonly forgets: boolean;
  readonly strike: (emulator: DiscordEmulator) => void;
}

/** What goes wrong with the gateway. */
export const GATEWAY_FAULTS: readonly Outage[] = [
  { name: 'connection cut', weight: 3, forgets: false, strike: ({ gateway }) => gateway.drop(4000) },
  { name: 'op 7 reconnect', weight: 3, forgets: false, strike: ({ gateway }) => gateway.askToReconnect() },
  { name: 'op 1 heartbeat', weight: 1, forgets: false, strike: ({ gateway }) => gateway.askForHeartbeat() },
  { name: 'op 9 resumable', weight: 1, forgets: false, strike: ({ gateway }) => gateway.invalidate(true) },
  { name: 'op 9 lost', weight: 1, forgets: true, strike: ({ gateway }) => gateway.invalidate(false) },
  {
    name: 'resume refused',
    weight: 2,
    forgets: true,
    strike: ({ gateway }) => {
      gateway.refuseNextResume(false);
      gateway.drop(4000);
    },
  },
  { name: 'zombie', weight: 1, forgets: true, strike: ({ gateway }) => gateway.turnIntoZombies() },
];
