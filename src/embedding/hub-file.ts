import { createHash } from 'node:crypto';
import { reasonOf, YinjuError } from '../shared/errors.js';
import { fileErrorCode, type FileSystem } from '../shared/file-system.js';
import { sha256 } from '../shared/sha256.js';

/** What the hub says of a file before it is downloaded. What it does not say is null. */
export interface HubFileFacts {
  readonly size: number | null;
  /** SHA-256 (64 hexadecimal digits) or Git's SHA-1 of the blob (40), out of the entity tag. */
  readonly hash: string | null;
  /** Commit that the revision stands for. */
  readonly commit: string | null;
}

/** Bytes of one file so far. */
export type FileProgress = (received: number, total: number | null) => void;

/** A file of the hub could not be had. */
export class HubFileError extends YinjuError {
  readonly code = 'hub-file';

  constructor(
    /** What happened, as a sentence without its full stop. */
    readonly problem: string,
    cause?: unknown,
  ) {
    super(`${problem}.`, { cause });
  }
}

const MAXIMUM_REDIRECTS = 5;

/**
 * Asks for size, hash and commit. A large file is redirected to another host, and only the answer before names its
 * hash (`x-linked-etag`), so redirects are followed by hand, and only as long as they stay on the same host.
 */
export async function fetchHubFileFacts(url: string, signal?: AbortSignal): Promise<HubFileFacts> {
  let target = url;
  for (let redirects = 0; redirects <= MAXIMUM_REDIRECTS; redirects += 1) {
    const response = await request(target, { method: 'HEAD', redirect: 'manual' }, signal);
    const location = response.headers.get('location');
    const next = location === null ? null : new URL(location, target);
    const isLinked = response.headers.has('x-linked-etag');
    if (next !== null && !isLinked && next.host === new URL(target).host) {
      target = next.href;
      continue;
    }
    if (response.status >= 400) throw statusError(url, response.status);
    const size =
      response.headers.get('x-linked-size') ?? (next === null ? response.headers.get('content-length') : null);
    const tag = response.headers.get('x-linked-etag') ?? (next === null ? response.headers.get('etag') : null);
    return {
      size: size !== null && /^\d+$/.test(size) ? Number(size) : null,
      hash: /^(?:W\/)?"?((?:[0-9a-f]{40}|[0-9a-f]{64}))"?$/.exec(tag ?? '')?.[1] ?? null,
      commit: /^[0-9a-f]{40}$/.exec(response.headers.get('x-repo-commit') ?? '')?.[0] ?? null,
    };
  }
  throw new HubFileError(`${url} redirects in a circle`);
}

/**
 * Downloads one file into memory and checks its size and hash. Where the connection is cut, what came is left in
 * `partialPath` (where the hash is known) and the next call goes on from there; no other file is ever written.
 * @throws HubFileError where the host cannot be reached, refuses, cuts the connection, or sends other bytes
 */
export async function fetchHubFile(
  url: string,
  facts: HubFileFacts,
  partialPath: string,
  fileSystem: FileSystem,
  onProgress: FileProgress,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const earlier = facts.hash === null ? new Uint8Array() : await readOrEmpty(fileSystem, partialPath);
  const isWhole = facts.size !== null && earlier.length === facts.size;
  const bytes = isWhole ? earlier : await receive(url, facts, earlier, partialPath, fileSystem, onProgress, signal);
  if (facts.size !== null && bytes.length !== facts.size) {
    await fileSystem.remove(partialPath);
    throw new HubFileError(`${url} should have ${facts.size} bytes, and ${bytes.length} came`);
  }
  if (facts.hash !== null && !hasHash(bytes, facts.hash)) {
    await fileSystem.remove(partialPath);
    throw new HubFileError(`the bytes of ${url} are not those that the hub announced (another checksum)`);
  }
  await fileSystem.remove(partialPath);
  return bytes;
}

async function receive(
  url: string,
  facts: HubFileFacts,
  earlier: Uint8Array,
  partialPath: string,
  fileSystem: FileSystem,
  onProgress: FileProgress,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (earlier.length > 0) headers['range'] = `bytes=${earlier.length}-`;
  const response = await request(url, { headers }, signal);
  if (!response.ok || response.body === null) throw statusError(url, response.status);
  const chunks: Uint8Array[] = response.status === 206 ? [earlier] : [];
  let received = response.status === 206 ? earlier.length : 0;
  try {
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      received += chunk.length;
      onProgress(received, facts.size);
    }
  } catch (cause) {
    signal?.throwIfAborted();
    if (facts.hash !== null && received > 0) await fileSystem.writeFile(partialPath, Buffer.concat(chunks));
    throw new HubFileError(`the connection was cut after ${received} bytes of ${url} (${causeOf(cause)})`, cause);
  }
  return Buffer.concat(chunks);
}

async function request(url: string, options: RequestInit, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, signal === undefined ? options : { ...options, signal });
  } catch (cause) {
    signal?.throwIfAborted();
    throw new HubFileError(`${new URL(url).host} cannot be reached (${causeOf(cause)})`, cause);
  }
}

/** Node wraps what happened to a connection in "fetch failed". */
function causeOf(error: unknown): string {
  const inner = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return fileErrorCode(inner) ?? reasonOf(inner);
}

function statusError(url: string, status: number): HubFileError {
  if (status === 404) return new HubFileError(`${url} does not exist (404)`);
  if (status === 401 || status === 403)
    return new HubFileError(`${url} does not exist, or is not open to everybody (${status})`);
  return new HubFileError(`${new URL(url).host} answered ${status} for ${url}`);
}

function hasHash(bytes: Uint8Array, hash: string): boolean {
  if (hash.length === 64) return sha256(bytes) === hash;
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex') === hash;
}

async function readOrEmpty(fileSystem: FileSystem, path: string): Promise<Uint8Array> {
  return (await fileSystem.stat(path)) === null ? new Uint8Array() : await fileSystem.readFile(path);
}
