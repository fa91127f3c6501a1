import type { Engine } from '../../src/answering/engine.js';
import { ADMISSION_SETTINGS, AdmissionDesk, type AdmissionLimits } from '../../src/discord/asking/admission.js';
import type { BotServices } from '../../src/discord/bot-services.js';
import { composeServices } from '../../src/discord/compose-services.js';
import { Vitals } from '../../src/discord/vitals.js';
import { systemClock } from '../../src/shared/clock.js';
import type { Logger } from '../../src/shared/logger.js';
import { createMemoryStore } from './memory-store.js';

const UNLIMITED = { burst: 1, interval: 0 };
const NO_LIMITS: AdmissionLimits = { user: UNLIMITED, server: UNLIMITED, running: 10, waiting: 10 };

/** What commands work with, over an engine: as the bot has it, without limits and with a deadline that never comes unless told. */
export function botServices(engine: Engine, logger: Logger, more: Partial<BotServices> = {}): BotServices {
  const clock = systemClock;
  const store = createMemoryStore(clock, { logQuestions: false, retentionDays: 90 });
  const never = new AbortController().signal;
  const parts = { engine, store, vitals: new Vitals(clock), logger, clock, ...more };
  return {
    ...composeServices({ ...parts, admission: ADMISSION_SETTINGS, giveUp: never }),
    admission: new AdmissionDesk(NO_LIMITS, clock),
    deadline: () => never,
    ...more,
  };
}
