import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Logger } from '../shared/logger.js';
import { reasonOf } from '../shared/errors.js';
import { OperationsPortError, type OperationsAddress } from './operations-port-error.js';
import { jsonPage, type Page, type Pages } from './page.js';

/** A server that serves some pages, and nothing else, until it is closed. */
export interface OperationsServer {
  /** The port on which it listens: the one that was asked for, or the one that the system chose. */
  readonly port: number;
  /** Takes no more requests; what is being answered is finished, but waited for no longer than the limits say. */
  close(): Promise<void>;
}

/** What a client may take. Times are in milliseconds. */
export interface ServerLimits {
  /** For a whole request to arrive. */
  readonly requestMilliseconds: number;
  /** In which nothing is sent or read, while a request or a response is under way. */
  readonly stillMilliseconds: number;
  /** Without a further request, before the connection is closed. */
  readonly idleMilliseconds: number;
  /** How often the times are looked at. */
  readonly checkMilliseconds: number;
  /** At once; more are closed unheard. */
  readonly connections: number;
  readonly headerBytes: number;
  /** How long the end of the server waits for a response that is under way. */
  readonly closeMilliseconds: number;
}

/** Those who look are few and quick: whoever takes longer, or comes with many connections, is cut off. */
export const SERVER_LIMITS: ServerLimits = {
  requestMilliseconds: 5000,
  stillMilliseconds: 10_000,
  idleMilliseconds: 5000,
  checkMilliseconds: 1000,
  connections: 32,
  headerBytes: 8192,
  closeMilliseconds: 500,
};

const METHODS: readonly (string | undefined)[] = ['GET', 'HEAD'];

/**
 * Listens for those who operate Yinju. Takes GET and HEAD of the given pages; the body of a request is never read.
 * @throws OperationsPortError
 */
export async function serveOperations(
  address: OperationsAddress,
  pages: Pages,
  logger: Logger,
  limits: ServerLimits = SERVER_LIMITS,
): Promise<OperationsServer> {
  const server = createServer({
    headersTimeout: limits.requestMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    keepAliveTimeout: limits.idleMilliseconds,
    connectionsCheckingInterval: limits.checkMilliseconds,
    maxHeaderSize: limits.headerBytes,
  });
  server.maxConnections = limits.connections;
  // Ends the connection of a client, too, that does not read what it asked for.
  server.setTimeout(limits.stillMilliseconds);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void pageFor(request, pages, logger).then((page) => {
      // A connection that is kept would outlive the server.
      send(page, { request, response, isLast: !server.listening });
    });
  });
  server.listen(address.port, address.host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new OperationsPortError(address, cause);
  }
  // What a single connection does wrong ends that connection only.
  server.on('error', (cause) => logger.warn('operations-error', { reason: reasonOf(cause) }));
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : address.port,
    close: async () => {
      const limit = setTimeout(() => server.closeAllConnections(), limits.closeMilliseconds);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearTimeout(limit);
    },
  };
}

async function pageFor({ url, method }: IncomingMessage, pages: Pages, logger: Logger): Promise<Page> {
  const [path = ''] = (url ?? '').split('?', 1);
  const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
  if (page === undefined) return jsonPage(404, { error: 'not found', paths: Object.keys(pages) });
  if (!METHODS.includes(method)) return jsonPage(405, { error: 'method not allowed' });
  try {
    return await page();
  } catch (cause) {
    logger.error('operations-page-failed', { path, reason: reasonOf(cause) });
    return jsonPage(500, { error: 'internal error' });
  }
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Whether the connection takes no further request. */
  readonly isLast: boolean;
}

function send({ status, contentType, body }: Page, { request, response, isLast }: Exchange): void {
  const { method, headers } = request;
  const bytes = Buffer.from(body);
  // The rest of a body would be read as the next request.
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': bytes.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
    ...(hasBody || isLast ? { connection: 'close' } : {}),
  });
  response.end(method === 'HEAD' ? undefined : bytes);
}
