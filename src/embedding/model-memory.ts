import { totalmem } from 'node:os';
import { GO_ON, ModelUnavailableError } from './model-unavailable-error.js';

/**
 * Bytes of memory that this process can still have, within the limit of its container where it has one. macOS counts what
 * it would give back at once as used: there it is all that the machine has.
 */
export function availableMemory(platform: NodeJS.Platform = process.platform): number {
  return platform === 'darwin' ? totalmem() : process.availableMemory();
}

/**
 * Refuses weights that cannot fit: to load them takes at least their own size, and a process that takes more than there
 * is is killed without a word. A model that just fits is let through.
 * @param available bytes of memory that the process can still have; null where that is not known
 */
export function refuseTooLarge(model: string, weightBytes: number, available: number | null): void {
  if (available === null || weightBytes <= available) return;
  const problem = `it needs at least ${megabytes(weightBytes)} MB of memory, and ${megabytes(available)} MB are free`;
  throw new ModelUnavailableError(model, problem, {
    remedy: `Close other programs, choose a smaller one (\`npx yinju model list\`), or ${GO_ON}.`,
  });
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
