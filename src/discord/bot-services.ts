import type { Engine } from '../answering/engine.js';
import type { Clock } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';

/** What commands and events of the bot work with. */
export interface BotServices {
  readonly engine: Engine;
  readonly logger: Logger;
  readonly clock: Clock;
  /** A signal for one question: it ends when the bot gives up waiting for an answer. */
  readonly deadline: () => AbortSignal;
}
