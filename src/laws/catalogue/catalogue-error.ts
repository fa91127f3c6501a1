import { YinjuError } from '../../shared/errors.js';

/** The file of the catalogue of laws cannot be used. `problems` has one line for each mistake, with its place. */
export class CatalogueError extends YinjuError {
  readonly code = 'law-catalogue-invalid';
  readonly problems: readonly string[];

  constructor(problems: readonly string[], cause?: unknown) {
    super(`the catalogue of laws is not valid: ${problems.join('; ')}`, {
      remedy: 'restore data/laws.json from the repository, or correct what is named above',
      cause,
    });
    this.problems = problems;
  }
}
