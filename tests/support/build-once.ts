import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Compiles the program and puts it together once before the long tests, so that they run what a user runs. */
export default function buildOnce(): void {
  const root = join(import.meta.dirname, '..', '..');
  for (const command of [['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], ['bundle.js']])
    execFileSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
}
