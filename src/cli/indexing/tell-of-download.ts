import type { WorkReporter } from '../application.js';

/** Sizes in a progress bar are in thousands of bytes. */
const KILOBYTE = 1000;

/** Shows how far a file of a model has come. */
export function tellOfDownload(
  { file, received, total }: { readonly file: string; readonly received: number; readonly total: number | null },
  reporter: WorkReporter,
): void {
  const [done, all] = [received, total ?? received].map((bytes) => Math.ceil(bytes / KILOBYTE));
  reporter.progress(`Downloading ${file} (kB)`, done ?? 0, all ?? 0);
}
