import { DataFolderError } from '../documents/documents-error.js';
import { reasonOf, YinjuError } from '../shared/errors.js';
import type { BuildReport } from './build/build-report.js';
import type { OpenedIndex } from './open-index.js';
import type { Generation } from './serving/generation.js';

type Unusable = Exclude<OpenedIndex, { readonly status: 'ready' | 'stale' }>;

/** The index cannot be used and cannot be built again from the documents either. Nothing was changed. */
export class IndexUnusableError extends YinjuError {
  readonly code = 'index-unusable';

  constructor(
    readonly index: Unusable,
    cause: unknown,
  ) {
    super(
      `The index in ${index.folder} cannot be used: ${whyUnusable(index)}. It was not built again: ${reasonOf(cause)}`,
      { remedy: cause instanceof YinjuError ? cause.remedy : null, cause },
    );
  }
}

/** Why an index cannot be used, as the end of a sentence. */
export function whyUnusable(index: Unusable): string {
  switch (index.status) {
    case 'missing':
      return 'there is none';
    case 'damaged':
      return `${index.file} ${index.reason}`;
    case 'other-format':
      return `it has format ${index.found}, this version reads format ${index.supported}`;
    case 'other-encoder':
      return index.found.model === index.wanted.model
        ? `it was made with other files of the encoder ${index.found.model}`
        : `it was made with the encoder ${index.found.model}, not with ${index.wanted.model}`;
    case 'other-versions':
      return 'it was made by another version of Yinju';
  }
}

/** How the index is opened and built, and who is told about it. */
export interface IndexKeeper {
  readonly open: () => Promise<OpenedIndex>;
  /** @param begin to be called when the documents are read, and nothing stands against building any more */
  readonly build: (begin: () => void) => Promise<BuildReport>;
  /** A build begins that the user has to wait for: why it is done. */
  readonly onBuild: (opened: Exclude<OpenedIndex, { readonly status: 'ready' }>) => void;
  readonly onBuilt: (report: BuildReport) => void;
  /** The documents changed and could not be read or indexed; what was indexed before serves. */
  readonly onServingStale: (cause: YinjuError) => void;
}

/**
 * An index that answers for the documents as they are: opened where it is ready, built where it is missing, unusable or
 * older than the documents. Where a stale index cannot be brought up to date it serves as it is.
 *
 * @throws IndexUnusableError where there was an index that cannot be used and building failed · DataFolderError where a
 * data folder is missing or empty: that is a mistake in the settings, not in the documents · what `open` and `build`
 * throw
 */
export async function openOrBuild(keeper: IndexKeeper): Promise<Generation> {
  const opened = await keeper.open();
  if (opened.status === 'ready') return opened.generation;
  try {
    keeper.onBuilt(await keeper.build(() => keeper.onBuild(opened)));
  } catch (cause) {
    if (!(cause instanceof YinjuError) || opened.status === 'missing') throw cause;
    if (opened.status !== 'stale') throw new IndexUnusableError(opened, cause);
    if (cause instanceof DataFolderError) throw cause;
    keeper.onServingStale(cause);
    return opened.generation;
  }
  const built = await keeper.open();
  // Documents that changed during the build make it stale at once; it still holds what was read.
  if (built.status === 'ready' || built.status === 'stale') return built.generation;
  throw new IndexUnusableError(built, new Error('it was damaged right after it was built.'));
}
