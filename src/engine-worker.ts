import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from './config/load-config.js';
import { openEngineService } from './open-engine.js';
import { serveEngine } from './worker/serve-engine.js';

/** The settings, and the folder of the package, as the thread that started this one hands them over. */
const { config, root } = workerData as { readonly config: Config; readonly root: string };

if (parentPort !== null)
  await serveEngine(parentPort, (reporter, signal) => openEngineService({ config, root, reporter, signal }));
