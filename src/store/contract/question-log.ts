/**
 * In what way something was asked: a question, a law or an article looked up by name, a text whose wording was checked. The
 * names stand in the database: never give one another meaning.
 */
export const ASKED_KINDS = ['question', 'law', 'verify'] as const;

export type AskedKind = (typeof ASKED_KINDS)[number];

/** A question that was answered, or could not be. */
export interface AskedQuestion {
  readonly kind: AskedKind;
  /** Null in direct messages. */
  readonly guild: string | null;
  readonly channel: string;
  /** Discord's id of the asker; only its keyed hash is kept, and only where questions are logged. */
  readonly user: string;
  readonly text: string;
  readonly status: 'answered' | 'none';
  readonly strength: 'strong' | 'weak' | 'none';
}

/** Where every question is told of when it has its answer. */
export interface QuestionLog {
  /**
   * Counts the question for its server, day (UTC) and kind. The question itself is kept only where questions are logged, and
   * expires as `StoreOptions.retentionDays` says; digits that may be somebody's id are left out of its text.
   */
  record(question: AskedQuestion): Promise<void>;
}
