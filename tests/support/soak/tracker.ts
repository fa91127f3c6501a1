import { createHash } from 'node:crypto';
import { asObject, asText, type JsonObject } from '../discord-emulator/json.js';
import type { RecordedRequest } from '../discord-emulator/rest-api.js';
import type { Deed } from './deed.js';

/** One deed, and what the bot made of it. Times are those of `performance.now()`. */
export interface Tracked {
  readonly deed: Deed;
  readonly begun: number;
  /** When Discord first took something for it; null before. */
  acknowledged: number | null;
  /** When the answer was there; null before. */
  finished: number | null;
  /** What the bot has shown for it, each once however often it was sent: see `keyOf`. */
  readonly answers: Set<string>;
  /** The last answer; empty where a message was deleted. */
  body: JsonObject;
  /** Status of each answer that Discord refused for good. */
  readonly refusals: number[];
}

/* receiving-and-responding.mdx, "Interaction Callback Type": a message, an edited one or choices are the whole answer. */
const WHOLE_ANSWERS: readonly unknown[] = [4, 7, 8];

/** Follows what becomes of many deeds, from the requests of the bot that the emulator has recorded. */
export class Tracker {
  readonly all: Tracked[] = [];
  /** Requests that Discord refused, by status. */
  readonly refused = new Map<number, number>();
  readonly #byId = new Map<string, Tracked>();
  readonly #open = new Set<Tracked>();
  readonly #requests: readonly RecordedRequest[];
  #read = 0;

  constructor(requests: readonly RecordedRequest[]) {
    this.#requests = requests;
  }

  add(deed: Deed): Tracked {
    const begun = performance.now();
    const tracked: Tracked = {
      deed,
      begun,
      acknowledged: null,
      finished: null,
      answers: new Set(),
      body: {},
      refusals: [],
    };
    this.all.push(tracked);
    this.#byId.set(deed.id, tracked);
    if (deed.ending === 'one' || deed.ending === 'refused') this.#open.add(tracked);
    return tracked;
  }

  /** Those that have not ended as they must. */
  get open(): readonly Tracked[] {
    return [...this.#open];
  }

  /** Takes in the requests that came since the last time. */
  update(): void {
    for (; this.#read < this.#requests.length; this.#read += 1) {
      const request = this.#requests[this.#read];
      if (request !== undefined) this.#take(request);
    }
  }

  #take(request: RecordedRequest): void {
    const { method, path, status, done, body, at } = request;
    if (status >= 400) this.refused.set(status, (this.refused.get(status) ?? 0) + 1);
    const [, callback] = /^\/interactions\/(\d+)\/[^/]+\/callback$/.exec(path) ?? [];
    const [, token, original] = /^\/webhooks\/\d+\/interaction-token-(\d+)(\/messages\/@original)?$/.exec(path) ?? [];
    // A message of the bot that replies to nothing says by its nonce what it is the answer to.
    const { message_reference: reference, nonce } = asObject(body);
    const isReply = method === 'POST' && /^\/channels\/\d+\/messages$/.test(path);
    const reply = isReply ? asText(asObject(reference).message_id ?? nonce) : undefined;
    const tracked = this.#byId.get(callback ?? token ?? reply ?? '');
    if (tracked === undefined || method === 'GET') return;
    const whole = callback === undefined || WHOLE_ANSWERS.includes(asObject(body).type);
    if (!done) {
      // 429, 500 and 502 are not the last word, and that it was acknowledged already is no refusal: the bot tries again.
      const final = status >= 400 && status < 500 && status !== 429 && tracked.answers.size === 0;
      if (final && whole) this.#refuse(tracked, status);
      return;
    }
    tracked.acknowledged ??= at;
    if (!whole) return;
    const shown = callback === undefined ? asObject(body) : asObject(asObject(body).data);
    // A message that is deleted to make room for a note that follows is no answer by itself.
    if (token !== undefined && original === undefined) tracked.answers.delete('deleted');
    tracked.answers.add(method === 'DELETE' ? 'deleted' : keyOf(request));
    tracked.body = shown;
    tracked.finished ??= at;
    this.#open.delete(tracked);
  }

  #refuse(tracked: Tracked, status: number): void {
    tracked.refusals.push(status);
    if (tracked.deed.ending === 'refused') this.#open.delete(tracked);
  }
}

/**
 * What makes an answer a new one to whoever reads it: another text of the message that stands there already, or another
 * message. A request that is sent again because its response was lost says the same in the same place; a message is then the
 * same where Discord knows it by its nonce (resources/message.mdx, "Create Message", `enforce_nonce`), else a second one.
 */
function keyOf({ method, body, at }: RecordedRequest): string {
  if (method !== 'POST') return createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const { nonce, enforce_nonce: enforced } = asObject(body);
  return enforced === true ? `nonce ${String(nonce)}` : `at ${at}`;
}
