/** What the best passage has to say for itself. */
export interface MatchFeatures {
  /** Cosine of the question and the passage, -1 to 1. */
  readonly similarity: number;
  /**
   * Share of what the question names exactly (numbers, ordinals, titles, abbreviations) that the passage holds; a title with
   * slips of the pen counts in part. 1 where it names nothing.
   */
  readonly exactShare: number;
  /**
   * 0 where the question asks for a date, a number, a list ... and the passage states none, 0.5 where only another sentence
   * than the best does; else 1. Where the question is nothing but a term, a passage that holds a fifth of its words, by value,
   * or less has half of that, and one that holds three fifths all.
   */
  readonly suppliesAsked: number;
  /**
   * Whether the best sentence uses the noun for what is asked for (the mascot of the week, which hospital): 0.5 where only
   * another sentence does, 0 where none does; 1 where the question has no such noun.
   */
  readonly saysSought: number;
  /**
   * 1 less the share of the question's words, by value, that the best sentence holds in titles of texts and names of laws only:
   * a text that is named says nothing of what stands in it. 1 where the question is a phrase, or asks for the texts themselves.
   */
  readonly saysBesideTitles: number;
  /** 0 where the question names a law and the passage does not speak of it; else 1. */
  readonly namesLaw: number;
  /** Share of the question's words that the documents use at all, 0 to 1: low for a question from another field. */
  readonly knownShare: number;
  /** How much what the passage leaves unsaid of the question speaks for an answer, -4 to 4; 0 where nothing is left unsaid. */
  readonly unsaid: number;
}
