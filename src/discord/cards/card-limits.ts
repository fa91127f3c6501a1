import type { Clock } from '../../shared/clock.js';
import { Cooldown } from '../asking/cooldown.js';
import type { CitedPlace } from './cited-places.js';

/** Buttons of one card at most: who cites a whole list does not want a wall of buttons under it. */
const MOST_PLACES = 3;

const SECOND = 1000;

/** One card for one place of a law in one channel, in ten minutes: a discussion of an article does not need it again. */
const OF_PLACE = { burst: 1, interval: 600 * SECOND };

/** Texts looked at in one channel: five at once, then one in ten seconds. A person who cites is never slower than that. */
const OF_CHANNEL = { burst: 5, interval: 10 * SECOND };

/** How often citation cards are offered. What it remembers runs out by itself. */
export class CardLimits {
  readonly #clock: Clock;
  readonly #places = new Cooldown(OF_PLACE);
  readonly #channels = new Cooldown(OF_CHANNEL);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether a text of this channel may be looked at now; if so, that counts. */
  admits(channel: string): boolean {
    const now = this.#clock.monotonic();
    if (this.#channels.wait(channel, now) > 0) return false;
    this.#channels.count(channel, now);
    return true;
  }

  /** Those places that were not offered in this channel of late, at most `MOST_PLACES`: they count as offered now. */
  fresh(channel: string, places: readonly CitedPlace[]): readonly CitedPlace[] {
    const now = this.#clock.monotonic();
    const keyOf = ({ law, provision }: CitedPlace): string => `${channel} ${law} ${provision.article ?? ''}`;
    const fresh = places.filter((place) => this.#places.wait(keyOf(place), now) === 0).slice(0, MOST_PLACES);
    for (const place of fresh) this.#places.count(keyOf(place), now);
    return fresh;
  }
}
