import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What goes wrong with one file: nothing, its bytes, its connection in the middle, or the answer itself. */
export type HubFault = 'none' | 'wrong-bytes' | 'cut' | 404 | 401;

/** A hub of models on 127.0.0.1 that speaks the file protocol: `/{owner}/{name}/resolve/{revision}/{file}`. */
export interface HubServer {
  readonly endpoint: string;
  /** Method, path and range of every request, in their order. */
  readonly requests: readonly string[];
  /** From now on, for this file. */
  fail(file: string, fault: HubFault): void;
  close(): Promise<void>;
}

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/**
 * Serves the files of a folder as the model `name`. As on the hub, a large file (`.onnx`) is redirected to another
 * address, and only the redirect names its SHA-256; a small file carries Git's hash of the blob as entity tag.
 */
export async function startHubServer(name: string, folder: string): Promise<HubServer> {
  const requests: string[] = [];
  const faults = new Map<string, HubFault>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '';
    requests.push(
      `${request.method ?? ''} ${url}${request.headers.range === undefined ? '' : ` ${request.headers.range}`}`,
    );
    const match = /^\/(.+?)\/(?:resolve\/[^/]+|blobs)\/(.+)$/.exec(url);
    const file = match?.[2] ?? '';
    const fault = faults.get(file) ?? 'none';
    const bytes = match?.[1] === name && fault !== 404 ? await readFile(join(folder, file)).catch(() => null) : null;
    if (fault === 401 || bytes === null) {
      response.writeHead(fault === 401 ? 401 : 404).end();
      return;
    }
    const isLarge = file.endsWith('.onnx');
    response.setHeader('x-repo-commit', COMMIT);
    response.setHeader('accept-ranges', 'bytes');
    if (isLarge && url.includes('/resolve/')) {
      response.setHeader('x-linked-etag', `"${createHash('sha256').update(bytes).digest('hex')}"`);
      response.setHeader('x-linked-size', bytes.length);
      response.writeHead(302, { location: `/${name}/blobs/${file}` }).end();
      return;
    }
    if (!isLarge) {
      const blob = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
      response.setHeader('etag', `"${blob}"`);
    }
    send(request, response, fault === 'wrong-bytes' ? damaged(bytes) : bytes, fault === 'cut');
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    requests,
    fail: (file, fault) => void faults.set(file, fault),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(request: IncomingMessage, response: ServerResponse, bytes: Buffer, cut: boolean): void {
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
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
