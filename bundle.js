// The second half of `npm run build`: puts the program of `src` together in `dist`, the command and the thread of the engine,
// what both use and what only some commands load in files of their own. Packages stay packages, but for those named here.
import { chmodSync, readFileSync } from 'node:fs';
import { build } from 'rolldown';

const { dependencies, optionalDependencies } = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
);

/** Packages of plain modules, found and read one by one at every start where they stay apart (DESIGN.md, "Measured"). */
const BUNDLED = ['cli-progress', 'commander', 'dotenv', 'kysely', 'picocolors', 'yaml', 'zod'];

const packages = Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !BUNDLED.includes(name));

await build({
  cwd: import.meta.dirname,
  input: { main: 'src/main.ts', 'engine-worker': 'src/engine-worker.ts' },
  platform: 'node',
  external: (id) => packages.some((name) => id === name || id.startsWith(`${name}/`)),
  output: { dir: 'dist', format: 'esm', cleanDir: true, chunkFileNames: 'parts/[name].js' },
});

// npm makes a command executable when it installs one, and `npx` in this folder runs the file as it is.
chmodSync(new URL('dist/main.js', import.meta.url), 0o755);
