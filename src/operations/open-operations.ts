import type { Clock } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import { metricsOfShards, unreadyShards, type AskShards } from './all-shards.js';
import { answerManager, type ManagerChannel } from './manager-channel.js';
import type { Operations } from './operations.js';
import type { OperationsAddress } from './operations-port-error.js';
import { serveOperations } from './operations-server.js';
import { jsonPage, type Pages } from './page.js';
import { METRICS_CONTENT_TYPE, metricsText } from './prometheus-metrics.js';
import { ThisProcess } from './this-process.js';

export interface OperationsOptions {
  readonly address: OperationsAddress;
  /** The channel to the manager where this process is a shard: then the manager has the port, and asks. Else null. */
  readonly manager: ManagerChannel | null;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Aborted when the process is told to end: from then on it is not ready. */
  readonly signal: AbortSignal;
}

/**
 * Opens the operations port; a shard answers its manager instead.
 * @throws OperationsPortError
 */
export async function openOperations({
  address,
  manager,
  logger,
  clock,
  signal,
}: OperationsOptions): Promise<Operations> {
  const self = new ThisProcess(signal);
  const own: Pick<Operations, 'observer' | 'watch'> = { observer: self.observer, watch: (parts) => self.watch(parts) };
  if (manager !== null) {
    const stop = answerManager(manager, self, logger);
    return {
      ...own,
      watchShards: () => undefined,
      close: () => {
        stop();
        return Promise.resolve();
      },
    };
  }
  let shards: AskShards | null = null;
  const pages = pagesOf(self, () => shards, clock);
  const server = await serveOperations(address, pages, logger);
  logger.info('operations-listening', { host: address.host, port: server.port });
  return {
    ...own,
    watchShards: (ask) => {
      shards = ask;
    },
    close: () => server.close(),
  };
}

/** @param shards null where the bot lives in this process */
function pagesOf(self: ThisProcess, shards: () => AskShards | null, clock: Clock): Pages {
  const start = clock.monotonic();
  return {
    // That it answers at all is what it says: the process lives, and its event loop turns.
    '/health': () => jsonPage(200, { status: 'ok', uptimeSeconds: Math.floor((clock.monotonic() - start) / 1000) }),
    '/ready': async () => {
      const ask = shards();
      const reasons = await (ask === null ? self.unready() : unreadyShards(ask, self));
      return reasons.length === 0
        ? jsonPage(200, { status: 'ready' })
        : jsonPage(503, { status: 'not ready', reasons });
    },
    '/metrics': async () => {
      const ask = shards();
      const processes =
        ask === null ? [{ labels: {}, families: await self.families() }] : await metricsOfShards(ask, self);
      return { status: 200, contentType: METRICS_CONTENT_TYPE, body: await metricsText(processes) };
    },
  };
}
