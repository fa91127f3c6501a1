import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Compiles the program once before the long tests, so that they run what a user runs. */
export default function buildOnce(): void {
  const root = join(import.meta.dirname, '..', '..');
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
}
