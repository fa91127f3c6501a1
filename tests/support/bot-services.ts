import type { Engine } from '../../src/answering/engine.js';
import { AdmissionDesk, type AdmissionLimits } from '../../src/discord/asking/admission.js';
import type { BotServices } from '../../src/discord/bot-services.js';
import { CardLimits } from '../../src/discord/cards/card-limits.js';
import { DocumentChoices } from '../../src/discord/choices/document-choices.js';
import { LawChoices } from '../../src/discord/choices/law-choices.js';
import { Vitals } from '../../src/discord/vitals.js';
import { systemClock } from '../../src/shared/clock.js';
import type { Logger } from '../../src/shared/logger.js';
import { createMemoryStore } from './memory-store.js';

const UNLIMITED = { burst: 1, interval: 0 };
const NO_LIMITS: AdmissionLimits = { user: UNLIMITED, server: UNLIMITED, running: 10, waiting: 10 };

/** What commands work with, over an engine: as the bot has it, with a deadline that never comes unless told. */
export function botServices(engine: Engine, logger: Logger, more: Partial<BotServices> = {}): BotServices {
  return {
    engine,
    store: createMemoryStore(systemClock, { logQuestions: false, retentionDays: 90 }),
    admission: new AdmissionDesk(NO_LIMITS, systemClock),
    lawChoices: new LawChoices(engine),
    documentChoices: new DocumentChoices(engine),
    cardLimits: new CardLimits(systemClock),
    vitals: new Vitals(systemClock),
    logger,
    clock: systemClock,
    deadline: () => new AbortController().signal,
    ...more,
  };
}
