import { Events } from 'discord.js';
import type { Engine } from '../answering/engine.js';
import type { Clock } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import { systemRepeat, type Repeat } from '../shared/repeat.js';
import { whenAborted } from '../shared/when-aborted.js';
import type { Store } from '../store/contract/store.js';
import { ADMISSION_SETTINGS, type AdmissionSettings } from './asking/admission.js';
import type { Command } from './commands/command.js';
import { CommandSet } from './commands/command-set.js';
import { composeServices } from './compose-services.js';
import { CommandRegistrar } from './gateway/command-registrar.js';
import { createClient } from './gateway/create-client.js';
import type { DiscordAccess } from './gateway/discord-access.js';
import { explainFailure } from './gateway/explain-failure.js';
import { followCommands } from './gateway/follow-commands.js';
import { followGuilds } from './gateway/follow-guilds.js';
import { listen } from './gateway/listen.js';
import { logGateway } from './gateway/log-gateway.js';
import { observeGateway, readBotState } from './gateway/observe-gateway.js';
import { WorkInFlight } from './gateway/work-in-flight.js';
import { UNOBSERVED, type BotObserver } from './bot-observer.js';
import { Vitals } from './vitals.js';

/** What a bot runs with. */
export interface BotOptions extends DiscordAccess {
  readonly engine: Engine;
  readonly store: Store;
  /** As `botCommands` gives them. */
  readonly commands: readonly Command[];
  /** Those that the index wants by now, where that can change; left out: those of the start. */
  readonly readCommands?: () => Promise<readonly Command[]>;
  /** How much may be asked; `ADMISSION_SETTINGS` unless given. */
  readonly admission?: AdmissionSettings;
  /** With what the commands are looked at now and then; a timer unless given. */
  readonly repeat?: Repeat;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Whether to be sent the content of messages that do not speak to the bot: a privileged intent. Off unless given. */
  readonly messageContent?: boolean;
  /** Told what happens in the bot; nobody unless given. */
  readonly observer?: BotObserver;
  /** Ends the bot: no new questions, those in flight are finished. */
  readonly signal: AbortSignal;
}

/**
 * How long a stop waits for questions in flight. What is given up then, and the end of the engine, take a second or two:
 * all is over within the ten seconds that service managers mostly wait.
 */
const DRAIN_MILLISECONDS = 7000;

/**
 * Runs the bot until `signal` ends, then finishes the questions in flight and resolves. The engine and the store
 * stay open: they are the caller's.
 *
 * @throws DiscordTokenError, DiscordIntentsError, DiscordUnreachableError, DiscordRefusedError where Discord cannot be
 * used, at the start or later
 */
export async function runBot(options: BotOptions): Promise<void> {
  const {
    engine,
    store,
    token,
    apiUrl,
    logger,
    clock,
    messageContent = false,
    observer = UNOBSERVED,
    signal,
  } = options;
  const client = createClient(apiUrl, messageContent);
  const work = new WorkInFlight();
  const commands = new CommandSet(options.commands);
  const vitals = new Vitals(clock, observer);
  const giveUp = new AbortController();
  let closeCode: number | null = null;
  const lost = new Promise<never>((_, reject) => {
    client.on(Events.ShardDisconnect, (event) => {
      closeCode = event.code;
      reject(new Error(`The gateway closed the connection for good (${event.code})`));
    });
    client.on(Events.Invalidated, () => reject(new Error('The gateway session was invalidated')));
  });
  const { admission = ADMISSION_SETTINGS } = options;
  const services = composeServices({ engine, store, vitals, logger, clock, admission, giveUp: giveUp.signal });
  const stopListening = listen(client, commands, services, work);
  const stopLogging = logGateway(client, logger);
  const stopFollowing = followGuilds(client, { store, logger });
  const stopObserving = observeGateway(client, vitals);
  vitals.began(() => readBotState(client, services, work));
  const commandFollowing = followCommands({
    commands,
    engine,
    readCommands: options.readCommands ?? (() => Promise.resolve(options.commands)),
    registrar: new CommandRegistrar(client, clock, logger),
    repeat: options.repeat ?? systemRepeat,
    logger,
  });

  const login = client.login(token);
  const loginOver = login.then(
    () => undefined,
    () => undefined,
  );
  const started = login.then(() => commandFollowing.look());
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
    commandFollowing.stop();
    stopObserving();
    giveUp.abort();
    // Whichever of the two comes after the end has nobody to tell.
    lost.catch(() => undefined);
    started.catch(() => undefined);
    await client.destroy();
  }
}
