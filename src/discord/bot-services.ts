import type { Engine } from '../answering/engine.js';
import type { Clock } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import type { Store } from '../store/contract/store.js';
import type { AdmissionDesk } from './asking/admission.js';
import type { ServerSettings } from './asking/server-settings.js';
import type { CardLimits } from './cards/card-limits.js';
import type { DocumentChoices } from './choices/document-choices.js';
import type { Keystrokes } from './choices/keystrokes.js';
import type { LawChoices } from './choices/law-choices.js';
import type { Vitals } from './vitals.js';

/** What commands and events of the bot work with. */
export interface BotServices {
  readonly engine: Engine;
  /** What the bot remembers. It may fail at any time: then answers go on without it. */
  readonly store: Store;
  /** What the administrators of servers have set; careful defaults where the store does not say in time. */
  readonly serverSettings: ServerSettings;
  /** Lets questions through to the engine, each user in turn. */
  readonly admission: AdmissionDesk;
  /** Offers laws while their names are typed. */
  readonly lawChoices: LawChoices;
  /** Offers documents while one is typed, and finds what was typed. */
  readonly documentChoices: DocumentChoices;
  /** Bounds what typing brings about. */
  readonly keystrokes: Keystrokes;
  /** How often citation cards are offered. */
  readonly cardLimits: CardLimits;
  /** How the bot is, for `/status`. */
  readonly vitals: Vitals;
  readonly logger: Logger;
  readonly clock: Clock;
  /** A signal for one question: it ends when the bot gives up waiting for an answer. */
  readonly deadline: () => AbortSignal;
}
