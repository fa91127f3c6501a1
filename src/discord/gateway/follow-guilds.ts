import { Events, ShardClientUtil, type Client, type DMChannel, type NonThreadGuildBasedChannel } from 'discord.js';
import { discordReason } from '../asking/discord-reason.js';
import type { BotServices } from '../bot-services.js';

/**
 * Tells the store which servers the bot is in, until the returned function is called: what is kept of a server goes some
 * days after the bot was removed from it, also where that happened while the bot was not running. A server that is only
 * unavailable was not left. What was set for a channel goes with it.
 */
export function followGuilds(client: Client, { store, logger }: Pick<BotServices, 'store' | 'logger'>): () => void {
  const tell = (work: Promise<void>): void => {
    work.catch((cause: unknown) => logger.warn('guilds-not-recorded', { reason: discordReason(cause) }));
  };
  const takeStock = async (ready: Client<true>): Promise<void> => {
    const present = new Set(ready.guilds.cache.keys());
    await store.guilds.present([...present]);
    const left = (await store.guilds.known()).filter((guild) => !present.has(guild) && isOfThisProcess(guild, ready));
    for (const guild of left) await store.guilds.left(guild);
    logger.info('guilds-counted', { present: present.size, left: left.length });
  };
  const onReady = (ready: Client<true>): void => tell(takeStock(ready));
  const onJoin = ({ id }: { readonly id: string }): void => tell(store.guilds.present([id]));
  const onLeave = ({ id }: { readonly id: string }): void => tell(store.guilds.left(id));
  const onChannelDeleted = (channel: DMChannel | NonThreadGuildBasedChannel): void => {
    if (!channel.isDMBased()) tell(store.settings.forgetChannel(channel.guildId, channel.id));
  };
  client.on(Events.ClientReady, onReady);
  client.on(Events.GuildCreate, onJoin);
  client.on(Events.GuildDelete, onLeave);
  client.on(Events.ChannelDelete, onChannelDeleted);
  return () => {
    client.off(Events.ClientReady, onReady);
    client.off(Events.GuildCreate, onJoin);
    client.off(Events.GuildDelete, onLeave);
    client.off(Events.ChannelDelete, onChannelDeleted);
  };
}

/** Whether Discord tells this process of a server: with several shards each process knows a part of them. */
function isOfThisProcess(guild: string, { ws, options }: Client<true>): boolean {
  return ws.shards.has(ShardClientUtil.shardIdForGuildId(guild, options.shardCount ?? 1));
}
