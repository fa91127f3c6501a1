import type { AskedKind } from './question-log.js';

/** Which part of a list, newest or most frequent first. */
export interface Page {
  /** How many come before it, from 0. */
  readonly offset: number;
  /** How many at most, from 1. */
  readonly limit: number;
}

/** A vote as administrators see it: without the reader. */
export interface FeedbackItem {
  readonly answer: string;
  readonly channel: string;
  readonly helpful: boolean;
  readonly passages: readonly string[];
  readonly generation: string;
  /** Null where questions were not logged. */
  readonly question: string | null;
  readonly createdAt: Date;
}

/** What the documents do not answer, with how often it was asked in the same way and words. */
export interface UnansweredQuestion {
  readonly kind: AskedKind;
  readonly text: string;
  readonly times: number;
  readonly lastAskedAt: Date;
}

export interface DailyCount {
  /** As 2026-11-22, in UTC. */
  readonly day: string;
  readonly kind: AskedKind;
  readonly answered: number;
  readonly unanswered: number;
}

/** What administrators learn about the questions of their own server. Nothing that has expired is in it. */
export interface InsightsReader {
  /** Votes, newest first; those of one instant by answer. */
  feedback(guild: string, page: Page): Promise<readonly FeedbackItem[]>;
  /** Most frequent first, then last asked first; nothing where questions are not logged. */
  unanswered(guild: string, page: Page): Promise<readonly UnansweredQuestion[]>;
  /** Days with questions, oldest first, and of a day each kind that there was, in the order of their names. `from` and `to` are days such as 2026-11-22, both included. */
  days(guild: string, from: string, to: string): Promise<readonly DailyCount[]>;
}
