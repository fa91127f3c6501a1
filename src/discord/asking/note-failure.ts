import type { LogFacts } from '../../shared/logger.js';
import type { BotServices } from '../bot-services.js';
import { discordReason } from './discord-reason.js';
import { failureKind } from './failure-kind.js';

/** A failure as the log names it. */
export interface NotedFailure {
  /** `error` where the bot could not do what was asked; `warn` where Discord or a part of the bot did not take the outcome. */
  readonly level: 'warn' | 'error';
  readonly event: string;
  readonly facts?: LogFacts;
}

/** Counts a failure by its kind, for whoever operates the bot, and says in the log what it was: never what was asked. */
export function noteFailure(
  cause: unknown,
  { level, event, facts = {} }: NotedFailure,
  { vitals, logger }: Pick<BotServices, 'vitals' | 'logger'>,
): void {
  vitals.failed(failureKind(cause));
  logger[level](event, { ...facts, reason: discordReason(cause) });
}
