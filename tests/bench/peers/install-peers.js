import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = import.meta.dirname;
const INSTALLED = join(FOLDER, 'node_modules', '.package-lock.json');

/**
 * Installs the peers into this folder where they are not, or not all: the project itself never needs them. hnswlib-node
 * comes from the project, above this folder, so nothing is compiled. An optional peer of LangChain asks for an older core than
 * LangChain itself: hence --legacy-peer-deps.
 */
export function installPeers() {
  const { dependencies } = JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8'));
  const isThere = (name) => existsSync(join(FOLDER, 'node_modules', name, 'package.json'));
  if (existsSync(INSTALLED) && Object.keys(dependencies).every(isThere)) return;
  console.error('Installing the peers into tests/bench/peers (once) ...');
  const npm = ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', npm, {
    cwd: FOLDER,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci in ${FOLDER} ended with ${status}`);
}
