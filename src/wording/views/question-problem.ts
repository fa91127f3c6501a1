import type { Words } from '../words.js';

/** The problems that a question can have, as retrieval reports them. */
type Problem =
  | { readonly code: 'empty' }
  | { readonly code: 'no-words' }
  | { readonly code: 'too-long'; readonly length: number; readonly maximum: number };

/** Why a question cannot be asked, and what to do, in one or two sentences. */
export function wordQuestionProblem(problem: Problem, words: Words): string {
  switch (problem.code) {
    case 'empty':
      return words.problem.empty;
    case 'no-words':
      return words.problem.noWords;
    case 'too-long':
      return words.problem.tooLong(problem.length, problem.maximum);
  }
}
