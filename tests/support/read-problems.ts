import { DocumentsError, type DocumentProblem } from '../../src/documents/documents-error.js';
import { loadDocuments } from '../../src/documents/load-documents.js';
import { textFolder, type TextFolder } from './text-folder.js';

/** What reading the folder `data` of these files ends in: the ids of the documents, or the error. */
export async function failureOf(files: TextFolder): Promise<unknown> {
  return loadDocuments(textFolder(files), ['data']).then(
    ({ documents }) => documents.map(({ metadata }) => metadata.id),
    (error: unknown) => error,
  );
}

/** What is wrong with the documents of the folder `data`; fails where nothing is. */
export async function problemsOf(files: TextFolder): Promise<readonly DocumentProblem[]> {
  const failure = await failureOf(files);
  if (failure instanceof DocumentsError) return failure.problems;
  throw new Error('the folder was read', { cause: failure });
}
