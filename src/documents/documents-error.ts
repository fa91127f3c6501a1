import { YinjuError } from '../shared/errors.js';

/** One thing that is wrong with one file, at a line where one can be named. */
export interface DocumentProblem {
  readonly file: string;
  /** Line of the file from 1, or null where the whole file is meant. */
  readonly line: number | null;
  readonly message: string;
}

/** Files that cannot be read as documents. All problems of all files are listed at once; nothing was changed. */
export class DocumentsError extends YinjuError {
  readonly code = 'bad-documents';
  readonly problems: readonly DocumentProblem[];

  constructor(problems: readonly DocumentProblem[], cause?: unknown) {
    const lines = problems.map(
      ({ file, line, message }) => `  ${file}${line === null ? '' : ` line ${line}`}: ${message}`,
    );
    super(
      `${problems.length === 1 ? 'A document' : `${problems.length} documents or lines`} cannot be read:\n${lines.join('\n')}`,
      {
        remedy: 'Mend or take out the files named above. An index that was built before stays as it is.',
        cause,
      },
    );
    this.problems = problems;
  }
}

/** A data folder that is missing, empty, unreadable or no folder. */
export class DataFolderError extends YinjuError {
  readonly code = 'bad-data-folder';
  readonly folder: string;

  constructor(folder: string, reason: string, cause?: unknown) {
    super(`The data folder ${folder} ${reason}.`, {
      remedy: 'Name a folder that holds .txt or .md files with --data DIR or DATA_DIR.',
      cause,
    });
    this.folder = folder;
  }
}
