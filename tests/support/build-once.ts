import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Compiles the program and puts it together once before the long tests, so that they run what a user runs.
 * @throws Error where settings lie beside the program, which reads them: with a token or a database, tests would use these
 */
export default function buildOnce(): void {
  const root = join(import.meta.dirname, '..', '..');
  if (existsSync(join(root, '.env')))
    throw new Error(
      'The long tests run the program as it lies here, and it reads .env: move that file away meanwhile.',
    );
  for (const command of [['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], ['bundle.js']])
    execFileSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
}
