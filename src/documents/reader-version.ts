/**
 * Raised whenever the same files would give other documents or blocks. Apart from the reader: who only opens an index
 * compares it, and does without the library for sidecars.
 */
export const READER_VERSION = 3;
