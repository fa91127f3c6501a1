/** One run of one process on one machine. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** When the process started, ISO 8601: for people. */
  readonly startedAt: string;
  /** Tells the process from a later one with the same number; null where the platform gives nothing that does. */
  readonly mark: string | null;
}

/** What is known of the processes of this machine. */
export interface ProcessTable {
  /** This process. */
  self(): Promise<ProcessIdentity>;
  /** Whether a process of this machine still runs. True where that cannot be told. */
  isAlive(process: ProcessIdentity): Promise<boolean>;
}
