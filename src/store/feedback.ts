/** What a reader says of one answer. */
export interface Vote {
  /** Id of the message that shows the answer. */
  readonly answer: string;
  /** Null in direct messages. */
  readonly guild: string | null;
  readonly channel: string;
  /** Discord's id of the reader; only its keyed hash is kept. */
  readonly user: string;
  readonly helpful: boolean;
  /** Ids of the passages in the answer, in their order. */
  readonly passages: readonly string[];
  /** The generation of the index that answered. */
  readonly generation: string;
  /** Kept only where questions are logged; null where it is not known. */
  readonly question: string | null;
}

/** Votes on answers: one a reader and answer. They expire as `StoreOptions.retentionDays` says. */
export interface FeedbackStore {
  /** Keeps a vote in the place of an earlier one by the same reader on the same answer. */
  vote(vote: Vote): Promise<void>;
  /** What a reader said of an answer: whether it is helpful; null where nothing is kept. */
  voteOf(answer: string, user: string): Promise<boolean | null>;
  /** Takes a vote back. @returns false where there was none */
  withdraw(answer: string, user: string): Promise<boolean>;
}
