import { Events, RESTEvents, Status, type APIRequest, type Client, type ResponseLike } from 'discord.js';
import type { BotObserver, BotState } from '../bot-observer.js';
import type { BotServices } from '../bot-services.js';
import type { WorkInFlight } from './work-in-flight.js';

/**
 * Tells an observer what becomes of the connection and how Discord answers requests, until the returned function is
 * called. Addresses and bodies of requests are not looked at.
 */
export function observeGateway(client: Client, observer: BotObserver): () => void {
  const onReady = (): void => observer.gatewayChanged('identified');
  const onResume = (): void => observer.gatewayChanged('resumed');
  const onReconnecting = (): void => observer.gatewayChanged('lost');
  const onError = (): void => observer.gatewayChanged('error');
  const onResponse = (_: APIRequest, { status }: ResponseLike): void => observer.discordResponded(status);
  client.on(Events.ShardReady, onReady);
  client.on(Events.ShardResume, onResume);
  client.on(Events.ShardReconnecting, onReconnecting);
  client.on(Events.ShardError, onError);
  client.rest.on(RESTEvents.Response, onResponse);
  return () => {
    client.off(Events.ShardReady, onReady);
    client.off(Events.ShardResume, onResume);
    client.off(Events.ShardReconnecting, onReconnecting);
    client.off(Events.ShardError, onError);
    client.rest.off(RESTEvents.Response, onResponse);
  };
}

/** How a bot is now. */
export function readBotState(
  client: Client,
  { admission }: Pick<BotServices, 'admission'>,
  work: Pick<WorkInFlight, 'size'>,
): BotState {
  return {
    connected: isConnected(client),
    heartbeat: heartbeatOf(client),
    servers: client.guilds.cache.size,
    queue: admission.size,
    inFlight: work.size,
  };
}

/** Milliseconds from the last heartbeat to its acknowledgement; null before the first, where discord.js says -1. */
export function heartbeatOf({ ws: { ping } }: Client): number | null {
  return ping < 0 ? null : ping;
}

/** Whether the client is logged in and its connection stands: not while it is being made, lost or resumed. */
function isConnected(client: Client): boolean {
  return (
    client.isReady() && client.ws.shards.size > 0 && client.ws.shards.every(({ status }) => status === Status.Ready)
  );
}
