/** What is kept of users, and for how long. */
export interface Retention {
  /** Whether the text of questions is kept. */
  readonly logQuestions: boolean;
  /** Days, from 1, after which feedback and logged questions expire. */
  readonly retentionDays: number;
}
