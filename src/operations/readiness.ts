import { YinjuError } from '../shared/errors.js';

/** The parts without which no question can be answered. */
export const PARTS = ['gateway', 'engine', 'store'] as const;
export type Part = (typeof PARTS)[number];

/** Why a bot cannot answer questions. */
export interface Unready {
  /** `process`: the bot as a whole is stopping, or does not answer. */
  readonly part: Part | 'process';
  /** Stable and short, such as `not-open`, `no-answer`, `engine-down`: nothing of a question or an address. */
  readonly reason: string;
  /** Id of the shard, where there are several. */
  readonly shard?: number;
}

/** What the index holds that answers now. */
export interface IndexFacts {
  readonly generation: string;
  readonly documents: number;
  readonly passages: number;
}

/** What is looked at; null for what is not there yet. */
export interface CheckedParts {
  readonly engine: { summary(): Promise<IndexFacts> } | null;
  readonly store: { ping(): Promise<void> } | null;
  /** Whether the connection to the gateway stands; null before there is a bot. */
  readonly isConnected: boolean | null;
}

/** How the parts are. */
export interface CheckOutcome {
  /** Empty where the bot is ready. */
  readonly unready: readonly Unready[];
  /** Null where the engine does not answer. */
  readonly index: IndexFacts | null;
}

/** The part is being opened, or is closed already. */
const NOT_OPEN = 'not-open';

/** Two seconds: far longer than an engine is busy with one question, and an answer still comes before callers give up. */
const PATIENCE_MILLISECONDS = 2000;

/**
 * Asks all parts at once how they are. Never rejects.
 * @param patience milliseconds after which a part that says nothing is not ready; it takes no longer than that
 */
export async function checkParts(
  { engine, store, isConnected }: CheckedParts,
  patience = PATIENCE_MILLISECONDS,
): Promise<CheckOutcome> {
  const [index, database] = await Promise.all([
    settle(engine && (() => engine.summary()), patience),
    settle(store && (() => store.ping()), patience),
  ]);
  const gateway = gatewayReason(isConnected);
  const reasons: readonly (readonly [Part, string | null])[] = [
    ['gateway', gateway],
    ['engine', index.reason],
    ['store', database.reason],
  ];
  return {
    unready: reasons.flatMap(([part, reason]) => (reason === null ? [] : [{ part, reason }])),
    index: index.value,
  };
}

function gatewayReason(isConnected: CheckedParts['isConnected']): string | null {
  if (isConnected === null) return NOT_OPEN;
  return isConnected ? null : 'not-connected';
}

interface Settled<Value> {
  readonly value: Value | null;
  /** Null where it gave its value in time. */
  readonly reason: string | null;
}

function settle<Value>(ask: (() => Promise<Value>) | null, patience: number): Promise<Settled<Value>> {
  if (ask === null) return Promise.resolve({ value: null, reason: NOT_OPEN });
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve({ value: null, reason: 'no-answer' }), patience);
    ask()
      .then(
        (value) => resolve({ value, reason: null }),
        (cause: unknown) => resolve({ value: null, reason: cause instanceof YinjuError ? cause.code : 'failed' }),
      )
      .finally(() => clearTimeout(limit));
  });
}
