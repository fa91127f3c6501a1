import { Events, type Client } from 'discord.js';
import type { Engine } from '../answering/engine.js';
import type { Clock } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import type { BotServices } from './bot-services.js';
import { discordReason } from './conversation.js';
import { createClient } from './create-client.js';
import { explainFailure } from './explain-failure.js';
import { logGateway } from './log-gateway.js';
import { onInteraction } from './on-interaction.js';
import { onMessage } from './on-message.js';
import { registerCommands } from './register-commands.js';
import { WorkInFlight } from './work-in-flight.js';

export interface BotOptions {
  readonly engine: Engine;
  readonly token: string;
  /** As discord.js's `rest.api`; the gateway's address comes from there. */
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Ends the bot: no new questions, those in flight are finished. */
  readonly signal: AbortSignal;
}

/** How long a stop waits for questions in flight. */
const DRAIN_MILLISECONDS = 10_000;

/** How long one question may take before its asker is told so. */
const ANSWER_MILLISECONDS = 60_000;

/** Resolves when the signal ends, at once where it has. */
function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Takes questions until the returned function is called. */
function listen(client: Client, services: BotServices, work: WorkInFlight): () => void {
  const guarded = (task: Promise<void>): void => {
    work.add(
      task.catch((cause: unknown) => services.logger.error('discord-event-failed', { reason: discordReason(cause) })),
    );
  };
  client.on(Events.InteractionCreate, (interaction) => guarded(onInteraction(interaction, services)));
  client.on(Events.MessageCreate, (message) => guarded(onMessage(message, services)));
  return () => {
    client.removeAllListeners(Events.InteractionCreate);
    client.removeAllListeners(Events.MessageCreate);
  };
}

async function registerAtStart(client: Client, logger: Logger): Promise<void> {
  if (client.application === null) return;
  try {
    const target = { application: client.application.id, guild: null };
    const { commands, changed } = await registerCommands(client.rest, target);
    logger.info('discord-commands', { commands: commands.length, changed });
  } catch (cause) {
    // Mentions and commands that are registered already still work.
    logger.error('discord-commands-failed', { reason: discordReason(cause) });
  }
}

/**
 * Runs the bot until `signal` ends, then finishes the questions in flight and resolves. The engine stays open: it is
 * the caller's.
 *
 * @throws DiscordTokenError, DiscordIntentsError, DiscordUnreachableError, DiscordRefusedError where Discord cannot be
 * used, at the start or later
 */
export async function runBot({ engine, token, apiUrl, logger, clock, signal }: BotOptions): Promise<void> {
  const client = createClient(apiUrl);
  const work = new WorkInFlight();
  const giveUp = new AbortController();
  let closeCode: number | null = null;
  const lost = new Promise<never>((_, reject) => {
    client.on(Events.ShardDisconnect, (event) => {
      closeCode = event.code;
      reject(new Error(`The gateway closed the connection for good (${event.code})`));
    });
    client.on(Events.Invalidated, () => reject(new Error('The gateway session was invalidated')));
  });
  const stopListening = listen(
    client,
    {
      engine,
      logger,
      clock,
      deadline: () => AbortSignal.any([giveUp.signal, AbortSignal.timeout(ANSWER_MILLISECONDS)]),
    },
    work,
  );
  const stopLogging = logGateway(client, logger);

  const started = client.login(token).then(() => registerAtStart(client, logger));
  try {
    await Promise.race([Promise.all([started, ended(signal)]), ended(signal), lost]);
    stopListening();
    logger.info('discord-stopping', { questions: work.size });
    const left = await work.drain(AbortSignal.timeout(DRAIN_MILLISECONDS));
    if (left > 0) logger.warn('discord-questions-dropped', { questions: left });
  } catch (cause) {
    throw explainFailure({ cause, closeCode, apiUrl });
  } finally {
    stopListening();
    stopLogging();
    giveUp.abort();
    // Whichever of the two comes after the end has nobody to tell.
    lost.catch(() => undefined);
    started.catch(() => undefined);
    await client.destroy();
  }
}
