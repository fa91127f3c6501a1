import type { Words } from '../../wording/words.js';
import type { Admission, Asker } from './admission.js';
import type { Outcome } from '../bot-observer.js';
import type { BotServices } from '../bot-services.js';
import { discordReason } from './discord-reason.js';
import { failureKind } from './failure-kind.js';

/** Something asked of the engine. */
export interface Task<Value> {
  readonly asker: Asker;
  readonly words: Words;
  /** It may reject: then the asker is told that something failed, or took too long. */
  readonly work: (signal: AbortSignal) => Promise<Value>;
  /** What is shown instead: a sentence that says why there is nothing else. */
  readonly excuse: (line: string) => Value;
}

/** What came of it. */
export interface TurnTaken<Value> {
  readonly outcome: Exclude<Outcome, 'undelivered'>;
  /** What the work gave, or what is shown instead. */
  readonly value: Value;
}

const MILLISECONDS = 1000;

/**
 * Does the work when the asker's turn comes. Never rejects: who asks too often, comes when too many wait, or meets a fault
 * is told so; the log never holds what was asked.
 */
export async function inTurn<Value>(
  { asker, words, work, excuse }: Task<Value>,
  { admission, vitals, logger, deadline }: Pick<BotServices, 'admission' | 'vitals' | 'logger' | 'deadline'>,
): Promise<TurnTaken<Value>> {
  const signal = deadline();
  try {
    const admitted = await admission.ask(asker, () => work(signal), signal);
    if (admitted.status === 'admitted') return { outcome: 'answered', value: admitted.value };
    logger.info('discord-question-refused', { status: admitted.status });
    const outcome = admitted.status === 'busy' ? 'busy' : 'cooldown';
    return { outcome, value: excuse(wordRefusal(admitted, words.discord)) };
  } catch (cause) {
    const late = signal.aborted;
    vitals.failed(late ? 'timeout' : failureKind(cause));
    logger.error('discord-question-failed', { reason: discordReason(cause), late });
    return late
      ? { outcome: 'late', value: excuse(words.problem.tooSlow) }
      : { outcome: 'failed', value: excuse(words.problem.failure) };
  }
}

function wordRefusal(
  refusal: Exclude<Admission<unknown>, { readonly status: 'admitted' }>,
  { busy, coolDown, serverCoolDown }: Words['discord'],
): string {
  if (refusal.status === 'busy') return busy;
  const seconds = Math.ceil(refusal.milliseconds / MILLISECONDS);
  return refusal.whose === 'user' ? coolDown(seconds) : serverCoolDown(seconds);
}
