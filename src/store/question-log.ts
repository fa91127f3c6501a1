/** A question that was answered, or could not be. */
export interface AskedQuestion {
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
   * Counts the question for its server and day (UTC). The question itself is kept only where questions are logged, and
   * expires as `StoreOptions.retentionDays` says; digits that may be somebody's id are left out of its text.
   */
  record(question: AskedQuestion): Promise<void>;
}
