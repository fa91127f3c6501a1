import type { Answer } from '../../answering/answer.js';
import type { LawAnswer } from '../../answering/law/law-answer.js';
import type { Verification } from '../../answering/verification/verification.js';
import type { AskedQuestion } from '../../store/contract/question-log.js';
import type { BotServices } from '../bot-services.js';
import type { Conversation } from './conversation.js';
import { noteFailure } from './note-failure.js';

/** What was asked in what way, and what came of it. */
export type AskedOutcome = Pick<AskedQuestion, 'kind' | 'text' | 'status' | 'strength'>;

/** A question with its answer; a follow-up as it was understood. */
export function askedQuestion({ question, understood, status, strength }: Answer): AskedOutcome {
  return { kind: 'question', text: understood?.question ?? question, status, strength };
}

/**
 * A law that was looked up: answered where it is known and, where one was asked for, its article is at hand or its question
 * is answered. Null where the name means several laws: it was asked back, and nothing came of it yet.
 * @param typed the name, the article and the question, as far as they were given
 */
export function askedLaw(typed: readonly string[], found: LawAnswer): AskedOutcome | null {
  if (found.kind === 'ambiguous') return null;
  const asked = { kind: 'law', text: typed.join(' ') } as const;
  const missing = { ...asked, status: 'none', strength: 'none' } as const;
  if (found.kind === 'unknown') return missing;
  const { article, answer } = found;
  if (answer !== null) return { ...asked, status: answer.status, strength: answer.strength };
  return article === null || article.outcome === 'found'
    ? { ...asked, status: 'answered', strength: 'strong' }
    : missing;
}

/** A text that was checked: answered where it, or wording near it, stands in the documents. */
export function askedToVerify(text: string, { verdict }: Verification): AskedOutcome {
  const asked = { kind: 'verify', text } as const;
  if (verdict === 'absent') return { ...asked, status: 'none', strength: 'none' };
  return { ...asked, status: 'answered', strength: verdict === 'different' ? 'weak' : 'strong' };
}

/**
 * Tells the store, and whoever operates the bot, of what was asked when it has its answer. Nobody waits for it, and a store
 * that fails costs nobody an answer: the log says so. An end of the store waits until everything is recorded.
 */
export function recordAsked(
  asked: AskedOutcome,
  { asker, guild, channel }: Pick<Conversation, 'asker' | 'guild' | 'channel'>,
  services: Pick<BotServices, 'store' | 'vitals' | 'logger'>,
): void {
  const { store, vitals } = services;
  vitals.judged(asked.kind, asked.strength);
  store.questions.record({ ...asked, guild, channel, user: asker.user }).catch((cause: unknown) => {
    noteFailure(cause, { level: 'warn', event: 'question-not-recorded' }, services);
  });
}
