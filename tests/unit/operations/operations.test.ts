import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createApplication } from '../../../src/app.js';
import { loadConfig } from '../../../src/config/load-config.js';
import { NO_OPERATIONS } from '../../../src/operations/operations.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');

it('opens no port unless a setting names one', async () => {
  const environment = { OPERATIONS_HOST: '127.0.0.1' };
  const application = createApplication(loadConfig({ file: {}, environment, commandLine: {} }, ROOT), ROOT);
  for (const isShard of [false, true])
    expect(await application.openOperations(isShard, new AbortController().signal)).toBe(NO_OPERATIONS);
});
