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

/** What became of a vote: `withdrawn` where the reader had said the same before, and nothing is kept any more. */
export type VoteOutcome = 'kept' | 'withdrawn';

/** Votes on answers: one a reader and answer. They expire as `StoreOptions.retentionDays` says. */
export interface FeedbackStore {
  /**
   * Keeps a vote in the place of another one by the same reader on the same answer; takes that one back where it says the
   * same. Of votes that come at the same moment each finds what the one before it left.
   */
  vote(vote: Vote): Promise<VoteOutcome>;
}
