import { YinjuError } from '../../shared/errors.js';

/** Something cannot be added to the library or taken out of it. The library is as it was before. */
export class LibraryError extends YinjuError {
  readonly code = 'library';
  /** What was to be added, or the id that was to be removed. */
  readonly subject: string;

  constructor(subject: string, message: string, remedy: string | null, cause?: unknown) {
    super(message, { remedy, cause });
    this.subject = subject;
  }
}
