import { Events, type Client, type ClientEvents } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UNOBSERVED } from '../../../../src/discord/bot-observer.js';
import { CommandSet } from '../../../../src/discord/commands/command-set.js';
import { createClient } from '../../../../src/discord/gateway/create-client.js';
import { followGuilds } from '../../../../src/discord/gateway/follow-guilds.js';
import { listen } from '../../../../src/discord/gateway/listen.js';
import { logGateway } from '../../../../src/discord/gateway/log-gateway.js';
import { observeGateway } from '../../../../src/discord/gateway/observe-gateway.js';
import { WorkInFlight } from '../../../../src/discord/gateway/work-in-flight.js';
import { silentLogger } from '../../../../src/shared/logger.js';
import { botServices } from '../../../support/bot-services.js';
import { answerOf } from '../../../support/example-answers.js';
import { FakeEngine } from '../../../support/fake-engine.js';

const services = botServices(new FakeEngine(({ text }) => answerOf(text, 'none', [])), silentLogger);

describe('what listens to a client', () => {
  let client: Client;
  beforeEach(() => {
    client = createClient('http://127.0.0.1:1', false);
  });
  afterEach(() => client.destroy());

  it.each<readonly [string, (client: Client) => () => void, readonly (keyof ClientEvents)[]]>([
    [
      'listen',
      (one) => listen(one, new CommandSet([]), services, new WorkInFlight()),
      [Events.InteractionCreate, Events.MessageCreate],
    ],
    ['logGateway', (one) => logGateway(one, silentLogger), [Events.ShardReconnecting, Events.ShardResume]],
    [
      'followGuilds',
      (one) => followGuilds(one, services),
      [Events.ClientReady, Events.GuildCreate, Events.GuildDelete, Events.ChannelDelete],
    ],
    [
      'observeGateway',
      (one) => observeGateway(one, UNOBSERVED),
      [Events.ShardReady, Events.ShardResume, Events.ShardReconnecting, Events.ShardError],
    ],
  ])('of %s goes when it is stopped, and nobody else’s', (_, start, events) => {
    for (const event of events) client.on(event, () => undefined);
    const stop = start(client);
    expect(events.map((event) => client.listenerCount(event))).toEqual(events.map(() => 2));
    stop();
    expect(events.map((event) => client.listenerCount(event))).toEqual(events.map(() => 1));
  });
});
