import { reasonOf, YinjuError } from '../../shared/errors.js';

/** The file of a backup cannot be read or written. Nothing was changed in the database. */
export class BackupFileError extends YinjuError {
  readonly code = 'backup-file';

  constructor(
    readonly path: string,
    attempt: 'read' | 'written',
    cause: unknown,
  ) {
    super(`The backup ${path} cannot be ${attempt}: ${reasonOf(cause)}`, {
      remedy:
        attempt === 'read'
          ? 'Name a file that `npx yinju backup` has written and that you may read.'
          : 'Name a file in a folder that exists, that you may write to and that has room.',
      cause,
    });
  }
}
