/** What a question is looked for by. `both` answers; the others measure what each side brings. */
export const SEARCH_MODES = ['both', 'words', 'vectors'] as const;

export type SearchMode = (typeof SEARCH_MODES)[number];

/** Share of the words in the score of a passage, 0 (vectors alone) to 1 (words alone). */
export const WORD_SHARES: Readonly<Record<SearchMode, number>> = { both: 0.6, words: 1, vectors: 0 };
