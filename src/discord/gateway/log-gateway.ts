import { Events, type Client } from 'discord.js';
import type { Logger } from '../../shared/logger.js';
import { discordReason } from '../asking/discord-reason.js';

/**
 * Says in the log what becomes of the connection, until the returned function is called. discord.js's debug events are left
 * out: they are many, and long.
 */
export function logGateway(client: Client, logger: Logger): () => void {
  client.on(Events.ClientReady, (ready) =>
    logger.info('discord-ready', { user: ready.user.id, servers: ready.guilds.cache.size }),
  );
  const onReconnecting = (shard: number): void => logger.warn('discord-reconnecting', { shard });
  const onResume = (shard: number, events: number): void => logger.info('discord-resumed', { shard, events });
  client.on(Events.ShardReconnecting, onReconnecting);
  client.on(Events.ShardResume, onResume);
  client.on(Events.ShardError, (error, shard) =>
    logger.warn('discord-gateway-error', { shard, reason: discordReason(error) }),
  );
  client.on(Events.Warn, () => logger.warn('discord-warning'));
  client.on(Events.Error, (error) => logger.error('discord-client-error', { reason: discordReason(error) }));
  // An error event that nobody hears would end the process: that one stays.
  return () => {
    client.off(Events.ShardReconnecting, onReconnecting);
    client.off(Events.ShardResume, onResume);
  };
}
