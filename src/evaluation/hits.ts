import type { AnswerPassage } from '../answering/answer.js';
import type { Span } from '../documents/span.js';
import type { ExpectedAnswer } from './question-set-schema.js';

/** A passage that holds evidence. */
export interface Hit {
  /** Its place in the answer, from 1. */
  readonly rank: number;
  /** Which of the expected answers it holds: their places in the list, ascending. */
  readonly answers: readonly number[];
}

/** A text as evidence is compared: without any white space, else unchanged. A join between two lines leaves no trace. */
export function withoutWhiteSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}

/**
 * The passages that hold evidence, best first. A passage is a hit when it stands in the document that an expected answer
 * names and its text holds the evidence, white space apart; or when one of the near-identical places of `alsoIn` does.
 */
export function hitsOf(passages: readonly AnswerPassage[], expected: readonly ExpectedAnswer[]): readonly Hit[] {
  return passages
    .map(({ rank, ...passage }) => ({
      rank,
      answers: expected.flatMap((answer, index) => (holds(passage, answer) ? [index] : [])),
    }))
    .filter(({ answers }) => answers.length > 0);
}

function holds(passage: Omit<AnswerPassage, 'rank'>, { document, evidence }: ExpectedAnswer): boolean {
  const wanted = withoutWhiteSpace(evidence);
  return [passage, ...passage.alsoIn].some(
    (place) => place.citation.document === document && withoutWhiteSpace(place.text).includes(wanted),
  );
}

/**
 * Whether a highlight marks the evidence. Both are ranges of the passage's text counted without white space; it is right
 * when it covers at least half of the evidence's characters, or lies wholly within the evidence. False without a
 * highlight; null where the text does not hold the evidence (a hit through `alsoIn` alone).
 */
export function isHighlightRight(text: string, highlight: Span | null, evidence: string): boolean | null {
  const whole = withoutWhiteSpace(text);
  const wanted = withoutWhiteSpace(evidence);
  const starts: number[] = [];
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) starts.push(at);
  if (starts.length === 0) return null;
  if (highlight === null) return false;
  const from = withoutWhiteSpace(text.slice(0, highlight[0])).length;
  const to = withoutWhiteSpace(text.slice(0, highlight[1])).length;
  return starts.some((start) => {
    const shared = Math.min(to, start + wanted.length) - Math.max(from, start);
    return shared > 0 && (shared * 2 >= wanted.length || shared === to - from);
  });
}
