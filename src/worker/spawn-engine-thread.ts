import { Worker } from 'node:worker_threads';
import type { HostedThread } from './engine-thread.js';

/**
 * Megabytes for young objects in a thread. Answers are short-lived, and the default of 48 gives a bot of 20 passages a
 * second nothing but a larger process; the main thread is held to 4 by `npm start`, which counts one of three parts.
 */
const YOUNG_MEGABYTES = 12;

/**
 * Starts a thread.
 * @param script path of the built `engine-worker.js`, which it runs
 * @param settings plain data, handed to it as its `workerData`
 */
export function spawnEngineThread(script: string, settings: unknown): HostedThread {
  return new Worker(script, {
    name: 'engine',
    workerData: settings,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
}
