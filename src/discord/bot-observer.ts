import type { Strength } from '../answering/answer.js';
import type { AskedKind } from '../store/contract/question-log.js';

/** How a question comes to the bot. `channel`: a channel in which it answers every question, without being spoken to. */
export const WAYS = [
  'command',
  'law-command',
  'menu',
  'button',
  'mention',
  'reply',
  'thread',
  'channel',
  'direct-message',
] as const;
export type Way = (typeof WAYS)[number];

/**
 * What became of a question. `answered`: what was asked for is shown, be it passages, a card of a law or a sentence on
 * what is wrong with the question; `busy` and `cooldown`: the asker was told to come back; `failed` and `late`: the asker
 * was told of a fault, or that it took too long; `undelivered`: Discord did not take the message.
 */
export const OUTCOMES = ['answered', 'busy', 'cooldown', 'failed', 'late', 'undelivered'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A question that is over. */
export interface SettledQuestion {
  readonly way: Way;
  readonly outcome: Outcome;
  /** From its arrival to the message that answers it, in milliseconds. */
  readonly milliseconds: number;
}

/** `identified` begins a new session, `resumed` goes on with one; `lost` is a connection that will be made again. */
export const GATEWAY_EVENTS = ['identified', 'resumed', 'lost', 'error'] as const;
export type GatewayEvent = (typeof GATEWAY_EVENTS)[number];

/** How a bot is at one moment. */
export interface BotState {
  /** Whether it is logged in and its connection to the gateway stands. */
  readonly connected: boolean;
  /** Milliseconds from the last heartbeat to its acknowledgement; null before the first. */
  readonly heartbeat: number | null;
  readonly servers: number;
  /** Questions that wait for their turn, and those that the engine has. */
  readonly queue: { readonly waiting: number; readonly running: number };
  /** Everything that users began and that is not over: questions, buttons, choices. */
  readonly inFlight: number;
}

/**
 * Told what happens in a bot, as it happens; it may count, and must neither fail nor take long. It is never told who
 * asked, where, or what.
 */
export interface BotObserver {
  settled(question: SettledQuestion): void;
  /** What was asked was held against the documents; of a follow-up, as it was understood. */
  judged(kind: AskedKind, strength: Strength): void;
  /** Something failed. @param kind of a small set: see `failureKind` */
  failed(kind: string): void;
  gatewayChanged(event: GatewayEvent): void;
  /** Discord answered a request over HTTP. @param status from 100 to 599 */
  discordResponded(status: number): void;
  /** The bot has been made: from now on its state can be read. */
  began(state: () => BotState): void;
}

/** Where nobody looks. */
export const UNOBSERVED: BotObserver = {
  settled: () => undefined,
  judged: () => undefined,
  failed: () => undefined,
  gatewayChanged: () => undefined,
  discordResponded: () => undefined,
  began: () => undefined,
};
