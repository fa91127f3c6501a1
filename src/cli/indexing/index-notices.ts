import type { BuildNotice, BuildProgress, BuildReport } from '../../indexing/build/build-report.js';
import type { OpenedIndex } from '../../indexing/open-index.js';
import { whyUnusable, type IndexKeeper } from '../../indexing/open-or-build.js';
import type { WorkReporter } from '../application.js';

/** What is done before a build, for a progress bar. */
export const READING_STAGE = 'Reading files';

/** What a build is doing, for a progress bar. */
export const BUILD_STAGES: Readonly<Record<BuildProgress['phase'], string>> = {
  split: 'Finding passages',
  encode: 'Encoding passages',
  graph: 'Linking passages',
  write: 'Writing the index',
};

/** So many files are named, so that a folder of pictures fills no screen. */
const NAMED_FILES = 5;

/** Files of the data folders that no reader is there for. */
export function wordSkippedFiles(files: readonly string[]): string {
  const rest = files.length - NAMED_FILES;
  const named = files.slice(0, NAMED_FILES).join(', ');
  return `No reader for these files, left out: ${named}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** One thing that a build has to tell, as a sentence. */
export function wordBuildNotice(notice: BuildNotice): string {
  switch (notice.key) {
    case 'lock-taken-over': {
      const who = notice.owner === null ? 'an unfinished build' : `process ${notice.owner.pid} on ${notice.owner.host}`;
      return `The lock of ${who} was taken over: it no longer runs.`;
    }
    case 'lock-left':
      return `The lock ${notice.path} could not be removed (${notice.reason}).`;
    case 'unusable-replaced':
      return `The index that was there could not be used (${whyUnusable(notice.index)}): all was built anew.`;
    case 'encoder-replaced':
      return `The index was made with the encoder ${notice.found.model}: every passage was encoded again.`;
    case 'versions-replaced':
      return 'The index was made by another version of Yinju: every document was read again.';
    case 'graph-unavailable':
      return `hnswlib-node cannot be loaded (${notice.reason}): exact search serves. \`npx yinju doctor\` says what to do.`;
    case 'not-flushed':
      return `The index is in place, but a power cut may undo it (${notice.reason}).`;
    case 'sources-not-noted':
      return `The state of the documents could not be noted (${notice.reason}): the next start reads them again.`;
    case 'not-cleaned':
      return `Old files of the index could not be removed (${notice.reason}).`;
  }
}

/** Tells somebody who wants to ask why there is a build first, and what came of it. The reason is told once. */
export function tellOfBuilds(reporter: WorkReporter): Pick<IndexKeeper, 'onBuild' | 'onBuilt' | 'onServingStale'> {
  return {
    onBuild: (opened) => reporter.notice(wordBuildReason(opened)),
    onBuilt: (report) => {
      const news = report.notices.filter((notice) => !repeatsReason(notice));
      for (const notice of news) reporter.notice(wordBuildNotice(notice));
      reporter.notice(wordBuildReport(report));
    },
    onServingStale: ({ message }) => reporter.notice(`What was indexed before serves on. ${message}`),
  };
}

/** Whether a notice says once more what `wordBuildReason` said before the build. */
function repeatsReason({ key }: BuildNotice): boolean {
  return key === 'unusable-replaced' || key === 'encoder-replaced' || key === 'versions-replaced';
}

/** Why a user has to wait for a build. */
function wordBuildReason(opened: Exclude<OpenedIndex, { readonly status: 'ready' }>): string {
  switch (opened.status) {
    case 'stale':
      return 'The documents changed: bringing the index up to date.';
    case 'missing':
      return 'There is no index yet: building it.';
    case 'damaged':
    case 'other-format':
    case 'other-encoder':
    case 'other-versions':
      return `The index cannot be used (${whyUnusable(opened)}): building it anew.`;
  }
}

/** What a build did, in one sentence. */
function wordBuildReport({ outcome, generation, documents, passages, encoded }: BuildReport): string {
  const size = `${documents} documents, ${passages} passages (generation ${generation})`;
  return outcome === 'unchanged' ? `The index is up to date: ${size}.` : `Index built: ${size}, ${encoded} encoded.`;
}
