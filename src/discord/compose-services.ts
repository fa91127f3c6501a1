import { AdmissionDesk, admissionLimits, type AdmissionSettings } from './asking/admission.js';
import { ServerSettings } from './asking/server-settings.js';
import type { BotServices } from './bot-services.js';
import { CardLimits } from './cards/card-limits.js';
import { DocumentChoices } from './choices/document-choices.js';
import { Keystrokes } from './choices/keystrokes.js';
import { LawChoices } from './choices/law-choices.js';

/** How long one question may take before its asker is told so. */
const ANSWER_MILLISECONDS = 60_000;

/** Of what the services are made. */
export interface ServiceParts extends Pick<BotServices, 'engine' | 'store' | 'vitals' | 'logger' | 'clock'> {
  /** How much may be asked. */
  readonly admission: AdmissionSettings;
  /** Ends whatever is being answered. */
  readonly giveUp: AbortSignal;
}

/** What commands and events of one bot work with. Nothing of it is connected to Discord, or runs by itself. */
export function composeServices({ admission, giveUp, ...parts }: ServiceParts): BotServices {
  const { engine, clock } = parts;
  return {
    ...parts,
    serverSettings: new ServerSettings(parts),
    admission: new AdmissionDesk(admissionLimits(admission), clock),
    lawChoices: new LawChoices(engine),
    documentChoices: new DocumentChoices(engine),
    keystrokes: new Keystrokes(),
    cardLimits: new CardLimits(clock),
    deadline: () => AbortSignal.any([giveUp, AbortSignal.timeout(ANSWER_MILLISECONDS)]),
  };
}
