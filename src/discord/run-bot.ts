import { Events } from 'discord.js';
import type { Engine } from '../answering/engine.js';
import type { Clock } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import { whenAborted } from '../shared/when-aborted.js';
import type { Store } from '../store/store.js';
import { ADMISSION_LIMITS, AdmissionDesk } from './asking/admission.js';
import type { Command } from './commands/command.js';
import { CardLimits } from './cards/card-limits.js';
import { createClient } from './gateway/create-client.js';
import { DocumentChoices } from './choices/document-choices.js';
import { explainFailure } from './gateway/explain-failure.js';
import { followGuilds } from './gateway/follow-guilds.js';
import { LawChoices } from './choices/law-choices.js';
import { listen } from './gateway/listen.js';
import { logGateway } from './gateway/log-gateway.js';
import { registerAtStart } from './gateway/register-at-start.js';
import { WorkInFlight } from './gateway/work-in-flight.js';
import { Vitals } from './vitals.js';

export interface BotOptions {
  readonly engine: Engine;
  readonly store: Store;
  /** As `botCommands` gives them. */
  readonly commands: readonly Command[];
  readonly token: string;
  /** As discord.js's `rest.api`; the gateway's address comes from there. */
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Whether to be sent the content of messages that do not speak to the bot: a privileged intent. Off unless given. */
  readonly messageContent?: boolean;
  /** Ends the bot: no new questions, those in flight are finished. */
  readonly signal: AbortSignal;
}

/**
 * How long a stop waits for questions in flight. What is given up then, and the end of the engine, take a second or two:
 * all is over within the ten seconds that service managers mostly wait.
 */
const DRAIN_MILLISECONDS = 7000;

/** How long one question may take before its asker is told so. */
const ANSWER_MILLISECONDS = 60_000;

/**
 * Runs the bot until `signal` ends, then finishes the questions in flight and resolves. The engine and the store
 * stay open: they are the caller's.
 *
 * @throws DiscordTokenError, DiscordIntentsError, DiscordUnreachableError, DiscordRefusedError where Discord cannot be
 * used, at the start or later
 */
export async function runBot(options: BotOptions): Promise<void> {
  const { engine, store, commands, token, apiUrl, logger, clock, messageContent = false, signal } = options;
  const client = createClient(apiUrl, messageContent);
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
    commands,
    {
      engine,
      store,
      admission: new AdmissionDesk(ADMISSION_LIMITS, clock),
      lawChoices: new LawChoices(engine),
      documentChoices: new DocumentChoices(engine),
      cardLimits: new CardLimits(clock),
      vitals: new Vitals(clock),
      logger,
      clock,
      deadline: () => AbortSignal.any([giveUp.signal, AbortSignal.timeout(ANSWER_MILLISECONDS)]),
    },
    work,
  );
  const stopLogging = logGateway(client, logger);
  const stopFollowing = followGuilds(client, { store, logger });

  const login = client.login(token);
  const loginOver = login.then(
    () => undefined,
    () => undefined,
  );
  const started = login.then(() => registerAtStart(client, commands, logger));
  try {
    await Promise.race([Promise.all([started, whenAborted(signal)]), whenAborted(signal), lost]);
    stopListening();
    logger.info('discord-stopping', { questions: work.size });
    const limit = AbortSignal.timeout(DRAIN_MILLISECONDS);
    // A client that is destroyed while it logs in connects all the same, and nobody would end it.
    const [left] = await Promise.all([work.drain(limit), Promise.race([loginOver, whenAborted(limit)])]);
    if (left > 0) logger.warn('discord-questions-dropped', { questions: left });
  } catch (cause) {
    throw explainFailure({ cause, closeCode, apiUrl, messageContent });
  } finally {
    stopListening();
    stopLogging();
    stopFollowing();
    giveUp.abort();
    // Whichever of the two comes after the end has nobody to tell.
    lost.catch(() => undefined);
    started.catch(() => undefined);
    await client.destroy();
  }
}
