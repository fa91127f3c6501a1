import type { FileSystem } from './file-system.js';

/** The text of a file of UTF-8. @throws what the file system throws */
export async function readText(fileSystem: FileSystem, path: string): Promise<string> {
  return new TextDecoder().decode(await fileSystem.readFile(path));
}
