/** An encoder, with what is known of it; null where that is not known. */
export interface ModelEntry {
  readonly name: string;
  /** Length of its vectors. */
  readonly dimension: number | null;
  /** Size of its weights in millions of bytes. */
  readonly megabytes: number | null;
  readonly languages: string | null;
  readonly licence: string | null;
  readonly inUse: boolean;
  /** `hub`: not downloaded. */
  readonly place: 'built-in' | 'downloaded' | 'hub' | 'folder';
}

/** The encoders that are known or at hand, and why one of them is in use. */
export interface ModelsReport {
  /** The one in use. */
  readonly model: string;
  /** By the setting, by a choice for this index, or because there is neither. */
  readonly by: 'setting' | 'choice' | 'default';
  readonly models: readonly ModelEntry[];
}
