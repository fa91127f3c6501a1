import type { BuildReport } from '../../indexing/build/build-report.js';
import type { Clock } from '../../shared/clock.js';
import type { IndexReport, WorkReporter } from '../application.js';
import { wordBuildNotice } from './index-notices.js';

/**
 * Brings the index up to date, and says what came of it.
 * @param build loads what it needs, builds, and lets it go; the time that it takes is the time of the report
 */
export async function refreshIndex(
  build: () => Promise<BuildReport>,
  reporter: WorkReporter,
  clock: Clock,
): Promise<IndexReport> {
  const started = clock.monotonic();
  const { outcome, generation, documents, passages, encoded, removed, notices } = await build();
  for (const notice of notices) reporter.notice(wordBuildNotice(notice));
  const milliseconds = clock.monotonic() - started;
  const reused = passages - encoded;
  return { generation, changed: outcome === 'built', documents, passages, encoded, reused, removed, milliseconds };
}
