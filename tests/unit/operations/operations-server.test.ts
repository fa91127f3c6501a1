import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OperationsPortError } from '../../../src/operations/operations-port-error.js';
import {
  SERVER_LIMITS,
  serveOperations,
  type OperationsServer,
  type ServerLimits,
} from '../../../src/operations/operations-server.js';
import { jsonPage, type Pages } from '../../../src/operations/page.js';
import { RecordingLogger } from '../../support/discord-emulator/recording-logger.js';

const HOST = '127.0.0.1';

describe('serveOperations', () => {
  let server: OperationsServer;
  let logger: RecordingLogger;
  /** Answers the request of the page that is held, as soon as that has arrived. */
  let held: Promise<() => void>;
  let arrived: (answer: () => void) => void;

  const pages: Pages = {
    '/here': () => jsonPage(200, { well: true }),
    '/broken': () => Promise.reject(new Error('it broke')),
    '/held': () =>
      new Promise((resolve) => {
        arrived(() => resolve(jsonPage(200, { late: true })));
      }),
  };
  const start = async (limits: Partial<ServerLimits> = {}): Promise<void> => {
    server = await serveOperations({ host: HOST, port: 0 }, pages, logger, { ...SERVER_LIMITS, ...limits });
  };
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`http://${HOST}:${server.port}${path}`, init);

  /** All that comes back on a connection of its own until it is closed. */
  const exchange = async (...pieces: readonly string[]): Promise<string> => {
    const socket = connect(server.port, HOST);
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.on('error', () => undefined);
    for (const piece of pieces) socket.write(piece);
    await once(socket, 'close');
    return answer;
  };

  beforeEach(async () => {
    logger = new RecordingLogger();
    held = new Promise((resolve) => (arrived = resolve));
    await start();
  });

  afterEach(() => server.close());

  it('serves a page, whatever stands behind the question mark', async () => {
    const response = await ask('/here?at=1');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ well: true });
  });

  it('answers HEAD with the head of the same', async () => {
    const response = await ask('/here', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('14');
    expect(await response.text()).toBe('');
  });

  it.each(['/', '/there', '/here/', '/__proto__', '/constructor', '//here'])('has no page %s', async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: 'not found', paths: ['/here', '/broken', '/held'] });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
    const response = await ask('/here', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('reads no body: it answers before one has come, and closes', async () => {
    const answer = await exchange(`GET /here HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer.toLowerCase()).toContain('\r\nconnection: close\r\n');
    expect(answer).toMatch(/\{"well":true\}\n$/);
  });

  it('tells of a page that fails, without its reason', async () => {
    const response = await ask('/broken');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('it broke');
    expect(logger.lines).toEqual([
      { level: 'error', event: 'operations-page-failed', facts: { path: '/broken', reason: 'it broke' } },
    ]);
  });

  it('answers what is no HTTP with 400', async () => {
    expect(await exchange('hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('refuses heads that are too long', async () => {
    expect(await exchange(`GET /here HTTP/1.1\r\nHost: x\r\nLong: ${'x'.repeat(9000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });

  it('cuts off a client that takes too long over its request', async () => {
    await server.close();
    await start({ requestMilliseconds: 50, checkMilliseconds: 20 });
    expect(await exchange('GET /here HTTP/1.1\r\nHost: ')).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('cuts off a connection on which nothing moves, without a word', async () => {
    await server.close();
    await start({ stillMilliseconds: 50 });
    expect(await exchange('GET /here HTTP/1.1\r\nHost: ')).toBe('');
  });

  it('closes connections beyond its limit', async () => {
    await server.close();
    await start({ connections: 1 });
    const first = connect(server.port, HOST);
    first.write('GET /held HTTP/1.1\r\nHost: x\r\n\r\n');
    await held;
    expect(await exchange('GET /here HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('');
    first.destroy();
  });

  it('finishes what is being answered when it is closed', async () => {
    const waiting = ask('/held');
    const answer = await held;
    const closed = server.close();
    answer();
    expect(await (await waiting).json()).toEqual({ late: true });
    await closed;
    await expect(ask('/here')).rejects.toThrow();
  });

  it('does not wait for ever for what is being answered', async () => {
    await server.close();
    await start({ closeMilliseconds: 20 });
    const waiting = ask('/held');
    waiting.catch(() => undefined);
    await held;
    await server.close();
    await expect(waiting).rejects.toThrow();
  });

  it('says which port is taken, and what to do', async () => {
    const again = serveOperations({ host: HOST, port: server.port }, pages, logger);
    await expect(again).rejects.toThrow(OperationsPortError);
    await expect(again).rejects.toMatchObject({
      code: 'operations-port',
      host: HOST,
      port: server.port,
      reason: 'EADDRINUSE',
      message: `The operations port ${server.port} on 127.0.0.1 cannot be opened (EADDRINUSE).`,
      remedy: expect.stringContaining('OPERATIONS_PORT') as string,
    });
  });

  it('says that an address is not one of this machine', async () => {
    // 192.0.2.0/24 is for documentation: RFC 5737.
    await expect(serveOperations({ host: '192.0.2.1', port: 0 }, pages, logger)).rejects.toMatchObject({
      reason: 'EADDRNOTAVAIL',
      remedy: expect.stringContaining('OPERATIONS_HOST') as string,
    });
  });
});
