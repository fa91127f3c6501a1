import { seededRandom, type RandomNumbers } from '../../../src/evaluation/seeded-random.js';
import type { Law } from '../../../src/laws/law.js';
import { shippedCatalogue } from '../shipped-catalogue.js';
import type { Cast } from '../discord-emulator/cast.js';
import type { DiscordEmulator } from '../discord-emulator/discord-emulator.js';
import type { ServerPlace } from '../discord-emulator/gateway-events.js';
import type { BotMessage } from '../discord-emulator/message-board.js';
import type { Oracle } from './oracle.js';
import type { SoakQuestions } from './soak-questions.js';

/** A question that somebody asked by a message. */
export interface AskedByMessage {
  readonly text: string;
  readonly user: Cast['user'];
  readonly channel: string;
}

/** Who there is, and where, in a soak. */
export interface TownParts {
  readonly emulator: DiscordEmulator;
  readonly oracle: Oracle;
  readonly seed: number;
  readonly questions: SoakQuestions;
  /** Names of laws, as users type them. */
  readonly laws: readonly string[];
  /** Whether something that was done on a message has not ended. */
  readonly isBusy: (message: string) => boolean;
}

const SERVERS = 12;
/** So many that nobody asks again before the cooldown of a user is over, at a dozen deeds a second. */
const USERS = 300;
const THREADS = 6;
/** More than any run has, and prime: no turn of one seed is that of another. */
const TURNS = 1_000_003;
/** Among so many messages the last answers are looked for. */
const RECENT = 200;

const LOCALES = ['zh-CN', 'zh-TW', 'en-US'] as const;

/** Members of many servers, one of which has the bot answer every question in its channel. Everything is drawn by one seed. */
export class Town {
  readonly emulator: DiscordEmulator;
  readonly oracle: Oracle;
  readonly questions: SoakQuestions;
  readonly laws: readonly string[];
  /** Laws of the catalogue, each with the name that a command of its own would have. */
  readonly lawsWithCommand: readonly Pick<Law, 'id' | 'command'>[];
  readonly servers: readonly ServerPlace[];
  readonly users: readonly Cast['user'][];
  /** Threads that the bot has opened, in the first server. */
  readonly threads: readonly string[];
  /** Servers in whose channel the bot may not do everything. */
  readonly closed: Readonly<Record<'noSending' | 'noAccess' | 'noHistory', ServerPlace>>;
  /** By the ids of the messages. */
  readonly asked = new Map<string, AskedByMessage>();
  /** Ids of messages that somebody is about to delete. */
  readonly doomed = new Set<string>();
  readonly #seed: number;
  readonly #isBusy: (message: string) => boolean;
  #random: RandomNumbers = seededRandom(0);
  #turn = 0;

  constructor({ emulator, oracle, seed, questions, laws, isBusy }: TownParts) {
    [this.emulator, this.oracle, this.#seed] = [emulator, oracle, seed];
    [this.questions, this.laws] = [questions, laws];
    this.lawsWithCommand = shippedCatalogue().laws;
    this.#isBusy = isBusy;
    this.servers = Array.from({ length: SERVERS }, () => emulator.addServer());
    this.users = Array.from({ length: USERS }, () => emulator.addUser());
    this.threads = Array.from({ length: THREADS }, () =>
      emulator.openThread({ owner: emulator.cast.bot.id, starter: null }),
    );
    this.closed = { noSending: emulator.addServer(), noAccess: emulator.addServer(), noHistory: emulator.addServer() };
    emulator.restrict(this.closed.noSending.channel, 'no sending');
    emulator.restrict(this.closed.noAccess.channel, 'no access');
    emulator.restrict(this.closed.noHistory.channel, 'no history');
  }

  /** From now on chance is that of this turn: what earlier deeds have used of it changes nothing. */
  begin(turn: number): void {
    this.#turn = turn;
    this.#random = seededRandom(this.#seed * TURNS + turn);
  }

  /** From 0 (may occur) to 1 (never occurs). */
  random(): number {
    return this.#random();
  }

  /** One of a list, by chance. @throws Error for an empty list */
  pick<Value>(list: readonly Value[]): Value {
    const chosen = list[Math.min(list.length - 1, Math.floor(this.random() * list.length))];
    if (chosen === undefined) throw new Error('Nothing to choose from');
    return chosen;
  }

  question(sort: keyof SoakQuestions = 'all'): string {
    return this.pick(this.questions[sort]);
  }

  /** Whose turn it is, somewhere: nobody comes again before all others have. */
  somebody(): { readonly user: Cast['user']; readonly server: ServerPlace } {
    return { user: this.users[this.#turn % USERS] ?? this.emulator.cast.user, server: this.pick(this.servers) };
  }

  /** Whether somebody does something on a message at this moment. */
  busy(message: string): boolean {
    return this.#isBusy(message);
  }

  /** The last answers of the bot to messages that mention it; those that somebody deletes are left out. */
  recentAnswers(): readonly BotMessage[] {
    const recent = this.emulator.board.all.slice(-RECENT);
    return recent.filter(({ id, repliesTo }) => this.asked.has(repliesTo ?? '') && !this.doomed.has(id));
  }

  locale(): (typeof LOCALES)[number] {
    return this.pick(LOCALES);
  }
}
