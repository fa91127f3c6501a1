import { createHash } from 'node:crypto';
import { RateLimited } from './api-error.js';

/** So many requests in so many milliseconds. */
export interface RateLimit {
  readonly requests: number;
  readonly milliseconds: number;
}

export interface RateLimits {
  /** Of each route and each of its top-level resources; null: no headers, no limit. */
  readonly perRoute: RateLimit | null;
  /** Of all routes together, but for those of interactions; null: no limit. */
  readonly global: RateLimit | null;
}

/** topics/rate-limits.mdx, "Invalid Request Limit": an answer with one of these counts. */
const INVALID_STATUSES: readonly number[] = [401, 403, 429];

/** Requests counted in windows of a fixed length, each beginning with the first request after the last one. */
class Window {
  readonly #limit: RateLimit;
  #count = 0;
  #end = 0;

  constructor(limit: RateLimit) {
    this.#limit = limit;
  }

  /** Counts a request. @returns whether it was within the limit */
  count(now: number): boolean {
    if (now >= this.#end) [this.#count, this.#end] = [0, now + this.#limit.milliseconds];
    this.#count += 1;
    return this.#count <= this.#limit.requests;
  }

  get remaining(): number {
    return Math.max(0, this.#limit.requests - this.#count);
  }

  /** Seconds until the window ends. */
  secondsLeft(now: number): number {
    return Math.max(0.001, (this.#end - now) / 1000);
  }
}

/** topics/rate-limits.mdx: what the bot may ask in a while, and what the headers of each answer say of it. */
export class RateLimiter {
  /** Answers with 401, 403 or 429 so far: 10,000 in ten minutes shut the address out. */
  invalid = 0;
  readonly #limits: RateLimits;
  readonly #routes = new Map<string, Window>();
  readonly #global: Window | null;

  constructor(limits: RateLimits) {
    this.#limits = limits;
    this.#global = limits.global === null ? null : new Window(limits.global);
  }

  /**
   * Counts a request. @returns the headers of its answer, "Rate Limit Header Examples"
   * @throws RateLimited where there were too many
   */
  count(method: string, path: string): Readonly<Record<string, string>> {
    const now = performance.now();
    // "Interaction endpoints are not bound to the bot's Global Rate Limit."
    const counts = !/^\/(?:interactions|webhooks)\//.test(path);
    if (counts && this.#global?.count(now) === false) throw new RateLimited(this.#global.secondsLeft(now), true);
    const { perRoute } = this.#limits;
    if (perRoute === null) return {};
    const bucket = bucketOf(method, path);
    const window = this.#routes.get(bucket.key) ?? new Window(perRoute);
    this.#routes.set(bucket.key, window);
    const within = window.count(now);
    const headers = {
      'x-ratelimit-limit': String(perRoute.requests),
      'x-ratelimit-remaining': String(window.remaining),
      'x-ratelimit-reset': String((Date.now() + window.secondsLeft(now) * 1000) / 1000),
      'x-ratelimit-reset-after': window.secondsLeft(now).toFixed(3),
      'x-ratelimit-bucket': bucket.hash,
    };
    if (!within) throw new RateLimited(window.secondsLeft(now), false, headers);
    return headers;
  }

  /** Counts an answer where it is one of those that shut an address out. */
  note(status: number): void {
    if (INVALID_STATUSES.includes(status)) this.invalid += 1;
  }
}

/**
 * "Per-route rate limits": a bucket is the route with its top-level resource (channel, server, or webhook with its
 * token); the header names the route alone.
 */
function bucketOf(method: string, path: string): { readonly key: string; readonly hash: string } {
  const [, resource = ''] = /^(\/(?:channels|guilds)\/\d+|\/webhooks\/\d+\/[^/]+)/.exec(path) ?? [];
  const route = `${method} ${path.slice(resource.length).replaceAll(/\d{16,20}/g, ':id')}`;
  const kind = resource.split('/')[1] ?? '';
  const hash = createHash('sha256').update(`${kind} ${route}`).digest('hex').slice(0, 32);
  return { key: `${hash}:${resource}`, hash };
}
