import type { FileSystem } from '../shared/file-system.js';
import { hashFile, hasHash, type FileHash } from '../shared/hash-file.js';
import { HubFileError, statusError } from './hub-file-error.js';
import type { HubFileFacts } from './hub-file-facts.js';
import { ATTEMPTS, pauseBefore, reasonWithin, requestHub, type HubManner } from './hub-request.js';

/** Bytes of one file so far. */
export type FileProgress = (received: number, total: number | null) => void;

/** One file to download. */
export interface HubFileRequest {
  readonly url: string;
  readonly facts: HubFileFacts;
  /** Where it grows; whatever is there already was left by an earlier try at the same bytes. */
  readonly partialPath: string;
  readonly fileSystem: FileSystem;
  readonly manner: HubManner;
  readonly onProgress: FileProgress;
}

/** So many bytes are in memory at once, and are lost where the process is killed. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** The connection broke in the middle of a file. */
interface Cut {
  readonly cause: unknown;
}

/**
 * Downloads one file to `partialPath` and checks its size and hash. A cut connection is taken up again where it broke, a
 * few times at once and by the next call; where the hub names no hash, the file begins anew instead, since nothing would
 * tell that the two parts belong together.
 * @returns size and hash of the file, which is complete at `partialPath`
 * @throws HubFileError where the host cannot be reached, refuses, keeps cutting the connection or sends other bytes, which
 * are removed; what the file system throws; the signal's reason
 */
export async function fetchHubFile(request: HubFileRequest): Promise<FileHash> {
  const { url, facts, partialPath, fileSystem, manner } = request;
  const remains = async (): Promise<number> => (await fileSystem.stat(partialPath))?.size ?? 0;
  if (facts.hash === null || (facts.size !== null && (await remains()) > facts.size))
    await fileSystem.remove(partialPath);
  // Tries in a row that brought nothing that is kept.
  let inVain = 0;
  for (;;) {
    const before = await remains();
    if (before > 0 && before === facts.size) break;
    const cut = await receive(request, before);
    if (cut === null) break;
    manner.signal.throwIfAborted();
    const after = await remains();
    inVain = facts.hash !== null && after > before ? 0 : inVain + 1;
    if (inVain === ATTEMPTS) {
      const reason = reasonWithin(cut.cause);
      throw new HubFileError(`the connection was cut after ${after} bytes of ${url} (${reason})`, cut.cause);
    }
    if (facts.hash === null) await fileSystem.remove(partialPath);
    await manner.pause(pauseBefore(Math.max(1, inVain)), manner.signal);
  }
  return checked(request);
}

/** Appends what comes; null where the file ended as it should. */
async function receive(
  { url, partialPath, fileSystem, manner, facts, onProgress }: HubFileRequest,
  from: number,
): Promise<Cut | null> {
  const range = from === 0 ? {} : { range: `bytes=${from}-` };
  const response = await requestHub(url, { headers: { 'accept-encoding': 'identity', ...range } }, manner);
  if (response.status === 416) {
    await response.body?.cancel();
    await fileSystem.remove(partialPath);
    return { cause: new Error('the host has no such part of the file') };
  }
  if (!response.ok || response.body === null) throw statusError(url, response);
  // A host that sends the whole file, whatever part was asked for.
  const isPart = response.status === 206;
  if (!isPart) await fileSystem.remove(partialPath);
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const file = new GrowingFile(fileSystem, partialPath, isPart ? from : 0);
  try {
    for (;;) {
      const part = await nextPart(reader);
      if ('cause' in part) {
        await file.flush();
        return part;
      }
      if (part.done) break;
      await file.append(part.value);
      onProgress(file.size, facts.size);
    }
    await file.flush();
    return null;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function nextPart(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Cut | { readonly done: true } | { readonly done: false; readonly value: Uint8Array }> {
  try {
    const { done, value } = await reader.read();
    return done ? { done } : { done, value };
  } catch (cause) {
    return { cause };
  }
}

/** A file that grows piece by piece. */
class GrowingFile {
  readonly #fileSystem: FileSystem;
  readonly #path: string;
  #written: number;
  #gathered: Uint8Array[] = [];
  #waiting = 0;

  /** @param size of what is there already */
  constructor(fileSystem: FileSystem, path: string, size: number) {
    this.#fileSystem = fileSystem;
    this.#path = path;
    this.#written = size;
  }

  get size(): number {
    return this.#written + this.#waiting;
  }

  async append(bytes: Uint8Array): Promise<void> {
    this.#gathered.push(bytes);
    this.#waiting += bytes.length;
    if (this.#waiting >= PIECE_BYTES) await this.flush();
  }

  /** @throws HubFileError where somebody else writes the same file: neither would have a right one */
  async flush(): Promise<void> {
    const found = (await this.#fileSystem.stat(this.#path))?.size ?? 0;
    if (found !== this.#written) throw new HubFileError(`another process is downloading it to ${this.#path} right now`);
    await this.#fileSystem.appendFile(this.#path, Buffer.concat(this.#gathered));
    this.#written += this.#waiting;
    this.#gathered = [];
    this.#waiting = 0;
  }
}

async function checked({ url, facts, partialPath, fileSystem }: HubFileRequest): Promise<FileHash> {
  const found = await hashFile(fileSystem, partialPath);
  if (found === null) throw new HubFileError(`another process took ${partialPath} away`);
  const isSize = facts.size === null || facts.size === found.size;
  if (isSize && (facts.hash === null || (await hasHash(fileSystem, partialPath, found, facts.hash)))) return found;
  await fileSystem.remove(partialPath);
  throw new HubFileError(
    isSize
      ? `the bytes of ${url} are not those that the hub announced (another checksum)`
      : `${url} should have ${facts.size} bytes, and ${found.size} came`,
  );
}
