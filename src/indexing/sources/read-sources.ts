import { loadDocuments, type LoadedDocuments } from '../../documents/load-documents.js';
import type { Catalogue } from '../../laws/catalogue/catalogue.js';
import { readLawText } from '../../laws/texts/read-law-text.js';
import type { FileSystem } from '../../shared/file-system.js';

/** Where documents are read from, and what tells the texts of laws among them. */
export interface SourceReading {
  readonly fileSystem: FileSystem;
  readonly folders: readonly string[];
  readonly catalogue: Catalogue;
  /** Told how many files have been read, of how many. */
  readonly onRead: (done: number, total: number) => void;
}

/** Reads all documents, the texts of laws as such. @throws DataFolderError, DocumentsError */
export function readSources({ fileSystem, folders, catalogue, onRead }: SourceReading): Promise<LoadedDocuments> {
  return loadDocuments(fileSystem, folders, (text, file) => readLawText(text, file, catalogue), onRead);
}
