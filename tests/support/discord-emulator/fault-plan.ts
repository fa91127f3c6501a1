import type { ApiError } from './api-error.js';
import { HoldingPoint, type Held } from './holding-point.js';

/** How an answer gets lost: the connection ends before its first byte, or in the middle of its body. */
export type Cut = 'before the answer' | 'in the answer';

/** What goes wrong with one request. */
export interface Fault {
  /** What the bot is answered; null where it is answered what the API says. */
  readonly error: ApiError | null;
  /** Where the connection ends; null where it does not. */
  readonly cut: Cut | null;
  /** Whether the API did what it was asked before that. */
  readonly done: boolean;
}

/** Faults that a test names, each for the next request whose `METHOD /path` matches. */
export class FaultPlan {
  readonly #planned: { readonly pattern: RegExp; readonly fault: Fault }[] = [];
  readonly #holdingPoint = new HoldingPoint();

  add(pattern: RegExp, fault: Fault): void {
    this.#planned.push({ pattern, fault });
  }

  hold(pattern: RegExp): Held {
    return this.#holdingPoint.holdNext(pattern);
  }

  /** Resolves when the request may go on, with what is to go wrong with it. @param request `METHOD /path` */
  async take(request: string): Promise<Fault | null> {
    await this.#holdingPoint.pass(request);
    const place = this.#planned.findIndex(({ pattern }) => pattern.test(request));
    return place === -1 ? null : (this.#planned.splice(place, 1)[0]?.fault ?? null);
  }
}
