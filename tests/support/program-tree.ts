import { cp, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** A copy of the built program with all that it needs, in a folder of its own: what is broken there is broken nowhere else. */
export interface ProgramTree {
  readonly root: string;
  readonly main: string;
  /** Takes a file out, by its path below the root. */
  readonly takeOut: (path: string) => Promise<void>;
  /** Leaves an empty folder where a module was: taken out, Node would look for it in the folders above. */
  readonly emptyModule: (path: string) => Promise<void>;
  /** Puts it back as it is in the project. */
  readonly putBack: (path: string) => Promise<void>;
}

/**
 * Folders that are real in the copy, since something in them is taken out. All else in the copy is a link into the
 * project.
 */
const REAL_FOLDERS: readonly string[] = ['embeddings', 'embeddings/models', 'embeddings/models/zh-en', 'node_modules'];

/** Makes a copy that is gone when the running test has finished. */
export async function programTree(): Promise<ProgramTree> {
  const root = await temporaryFolder();
  const link = (path: string): Promise<void> => symlink(join(ROOT, path), join(root, path));
  // Node follows links of modules: linked, the program would look for its data in the project.
  await cp(join(ROOT, 'dist'), join(root, 'dist'), { recursive: true });
  await Promise.all(['package.json', 'data'].map(link));
  for (const folder of REAL_FOLDERS) {
    await mkdir(join(root, folder));
    const paths = (await readdir(join(ROOT, folder))).map((name) => `${folder}/${name}`);
    await Promise.all(paths.filter((path) => !REAL_FOLDERS.includes(path)).map(link));
  }
  return {
    root,
    main: join(root, 'dist', 'main.js'),
    takeOut: (path) => rm(join(root, path)),
    emptyModule: async (path) => {
      await rm(join(root, path), { force: true });
      await mkdir(join(root, path));
    },
    putBack: async (path) => {
      await rm(join(root, path), { recursive: true, force: true });
      await link(path);
    },
  };
}
