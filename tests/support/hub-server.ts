import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What goes wrong with one file: nothing, its bytes, its connection in the middle, or the answer itself (a status). */
export type HubFault = 'none' | 'wrong-bytes' | 'cut' | 'gated' | number;

export interface HubOptions {
  /** False for a hub that names no hash of any file. */
  readonly namesHashes?: boolean;
  /** False for a host that always sends a file from its beginning. */
  readonly takesRanges?: boolean;
}

/** A hub of models on 127.0.0.1 that speaks the file protocol: `/{owner}/{name}/resolve/{revision}/{file}`. */
export interface HubServer {
  readonly endpoint: string;
  /** Method, path and range of every request, in their order; those of the store of large files as well. */
  readonly requests: readonly string[];
  /** From now on, for this file: so many times, or always. */
  fail(file: string, fault: HubFault, times?: number): void;
  close(): Promise<void>;
}

/** The commit that `main` stands for. */
export const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/** What a host that is busy asks for, in seconds. */
export const RETRY_AFTER_SECONDS = 7;

/**
 * Serves the files of a folder as the model `name`. As on the hub, a large file is redirected to another host that only
 * stores bytes, and only the redirect names its SHA-256; a small file carries Git's hash of the blob as entity tag.
 */
export async function startHubServer(name: string, folder: string, options: HubOptions = {}): Promise<HubServer> {
  const { namesHashes = true, takesRanges = true } = options;
  const requests: string[] = [];
  const faults = new Map<string, { readonly fault: HubFault; times: number }>();
  const faultOf = (file: string, counts: (fault: HubFault) => boolean): HubFault => {
    const set = faults.get(file);
    if (set === undefined || set.times <= 0 || !counts(set.fault)) return 'none';
    set.times -= 1;
    return set.fault;
  };
  const note = ({ method = '', url = '', headers }: IncomingMessage): void => {
    requests.push(`${method} ${url}${headers.range === undefined ? '' : ` ${headers.range}`}`);
  };
  const sendFile = (request: IncomingMessage, response: ServerResponse, file: string, bytes: Buffer): void => {
    const fault = request.method === 'HEAD' ? 'none' : faultOf(file, (one) => one === 'wrong-bytes' || one === 'cut');
    const sent = fault === 'wrong-bytes' ? damaged(bytes) : bytes;
    send(request, response, sent, { cut: fault === 'cut', takesRanges });
  };

  const store = await listen(async (request, response) => {
    note(request);
    const file = (request.url ?? '').replace(/^\/blobs\//, '');
    sendFile(request, response, file, await readFile(join(folder, file)));
  });

  const hub = await listen(async (request, response) => {
    note(request);
    const match = /^\/(.+?)\/resolve\/[^/]+\/(.+)$/.exec(request.url ?? '');
    const file = match?.[2] ?? '';
    const fault = faultOf(file, (one) => one === 'gated' || typeof one === 'number');
    if (fault === 'gated') return void response.writeHead(403, { 'x-error-code': 'GatedRepo' }).end();
    if (typeof fault === 'number') return void response.writeHead(fault, retryHeader(fault)).end();
    const bytes = match?.[1] === name ? await readFile(join(folder, file)).catch(() => null) : null;
    if (bytes === null) return void response.writeHead(404).end();
    response.setHeader('x-repo-commit', COMMIT);
    if (file.startsWith('onnx/')) {
      if (namesHashes) response.setHeader('x-linked-etag', `"${createHash('sha256').update(bytes).digest('hex')}"`);
      response.setHeader('x-linked-size', bytes.length);
      return void response.writeHead(302, { location: `${store.address}/blobs/${file}` }).end();
    }
    if (namesHashes) response.setHeader('etag', `"${gitBlob(bytes)}"`);
    sendFile(request, response, file, bytes);
  });

  return {
    endpoint: hub.address,
    requests,
    fail: (file, fault, times = Number.POSITIVE_INFINITY) => void faults.set(file, { fault, times }),
    close: async () => {
      await hub.close();
      await store.close();
    },
  };
}

/** A host that answers every request with a redirect: a mirror that keeps nothing, or the old name of a model. */
export async function startRedirectingServer(
  target: (path: string) => string,
  status: 307 | 308,
): Promise<{ readonly endpoint: string; close(): Promise<void> }> {
  const server = await listen((request, response) => {
    response.writeHead(status, { location: target(request.url ?? '') }).end();
    return Promise.resolve();
  });
  return { endpoint: server.address, close: () => server.close() };
}

interface LocalServer {
  readonly address: string;
  close(): Promise<void>;
}

async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<LocalServer> {
  const listener: RequestListener = (request, response) => {
    answer(request, response).catch(() => response.destroy());
  };
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const retryHeader = (status: number): Record<string, number> =>
  status === 429 ? { 'retry-after': RETRY_AFTER_SECONDS } : {};

const gitBlob = (bytes: Buffer): string =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

function send(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  { cut, takesRanges }: { readonly cut: boolean; readonly takesRanges: boolean },
): void {
  const start = takesRanges ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0;
  if (start > bytes.length) return void response.writeHead(416).end();
  const part = bytes.subarray(start);
  if (start > 0) response.setHeader('content-range', `bytes ${start}-${bytes.length - 1}/${bytes.length}`);
  response.writeHead(start > 0 ? 206 : 200, { 'content-length': part.length });
  if (request.method === 'HEAD') response.end();
  else if (cut) response.write(part.subarray(0, part.length >> 1), () => setTimeout(() => response.destroy(), 20));
  else response.end(part);
}

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 0xff;
  return copy;
}
