import type { RecordedRequest } from '../discord-emulator/rest-api.js';
import { asObject, asText } from '../discord-emulator/json.js';

/** What an emulated user did. */
export type Deed =
  'command' | 'mention' | 'direct message' | 'follow-up' | 'button' | 'autocompletion' | 'verification';

/** One deed, and what the bot made of it. Times are those of `performance.now()`. */
export interface Tracked {
  /** Id of the interaction or of the message. */
  readonly id: string;
  readonly deed: Deed;
  /** Text of the question; empty where there is none. */
  readonly question: string;
  readonly begun: number;
  /** When the bot responded for the first time; null before. */
  acknowledged: number | null;
  /** When the message with the answer was there; null before. */
  finished: number | null;
  /** How many messages with an answer there were. */
  answers: number;
  /** The last body that the bot sent for it. */
  body: unknown;
}

/* receiving-and-responding.mdx, "Interaction Callback Type": a message, an edited one or choices are the whole answer. */
const WHOLE_ANSWERS: readonly unknown[] = [4, 7, 8];

/** Follows what becomes of many deeds, from the requests of the bot that the emulator has recorded. */
export class Tracker {
  readonly all: Tracked[] = [];
  readonly #open = new Map<string, Tracked>();
  readonly #requests: readonly RecordedRequest[];
  #read = 0;
  /** Requests that Discord refused, by status. */
  readonly refused = new Map<number, number>();

  constructor(requests: readonly RecordedRequest[]) {
    this.#requests = requests;
  }

  add(id: string, deed: Deed, question = ''): Tracked {
    const tracked = {
      id,
      deed,
      question,
      begun: performance.now(),
      acknowledged: null,
      finished: null,
      answers: 0,
      body: null,
    };
    this.all.push(tracked);
    this.#open.set(id, tracked);
    return tracked;
  }

  /** How many wait for their answer. */
  get waiting(): number {
    return this.all.filter(({ finished }) => finished === null).length;
  }

  /** Takes in the requests that came since the last time. */
  update(): void {
    for (; this.#read < this.#requests.length; this.#read += 1) {
      const request = this.#requests[this.#read];
      if (request !== undefined) this.#take(request);
    }
  }

  #take({ method, path, status, body, at }: RecordedRequest): void {
    if (status >= 400) {
      this.refused.set(status, (this.refused.get(status) ?? 0) + 1);
      return;
    }
    const [, callback] = /^\/interactions\/(\d+)\/[^/]+\/callback$/.exec(path) ?? [];
    const [, edited] = /^\/webhooks\/\d+\/interaction-token-(\d+)(?:\/messages\/@original)?$/.exec(path) ?? [];
    if (callback !== undefined) {
      this.#acknowledge(callback, at);
      if (WHOLE_ANSWERS.includes(asObject(body).type)) this.#finish(callback, at, asObject(body).data);
    } else if (edited !== undefined && method !== 'GET') this.#finish(edited, at, body);
    else if (method === 'POST' && /^\/channels\/\d+\/messages$/.test(path)) {
      const id = asText(asObject(asObject(body).message_reference).message_id);
      this.#acknowledge(id, at);
      this.#finish(id, at, body);
    }
  }

  #acknowledge(id: string, at: number): void {
    const tracked = this.#open.get(id);
    if (tracked !== undefined) tracked.acknowledged ??= at;
  }

  #finish(id: string, at: number, body: unknown): void {
    const tracked = this.#open.get(id);
    if (tracked === undefined) return;
    tracked.finished ??= at;
    tracked.answers += 1;
    tracked.body = body;
  }
}
