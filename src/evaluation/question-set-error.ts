import { YinjuError } from '../shared/errors.js';

/** One thing that is wrong with one line of a question set. */
export interface QuestionSetProblem {
  /** From 1, or null where the whole file is meant. */
  readonly line: number | null;
  readonly message: string;
}

/** A question set that cannot be used. All problems are listed at once. */
export class QuestionSetError extends YinjuError {
  readonly code = 'bad-question-set';

  constructor(
    readonly file: string,
    readonly problems: readonly QuestionSetProblem[],
  ) {
    const lines = problems.map(({ line, message }) => `  ${line === null ? '' : `line ${line}: `}${message}`);
    super(`The question set ${file} cannot be used:\n${lines.join('\n')}`, {
      remedy:
        'Mend the lines named above: each is one JSON object with id, question, language, difficulty and answers, ' +
        'and with why where answers is empty.',
    });
  }
}
