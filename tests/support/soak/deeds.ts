import type { DiscordEmulator } from '../discord-emulator/discord-emulator.js';
import type { Cast } from '../discord-emulator/cast.js';
import { FLAG_EPHEMERAL } from '../discord-emulator/check-message.js';
import type { ServerPlace } from '../discord-emulator/gateway-events.js';
import { asText } from '../discord-emulator/json.js';
import { buttonsOf } from '../discord-emulator/message-board.js';
import type { Deed, Tracker } from './tracker.js';

/** What members of many servers do: of twenty deeds so many are of each kind. */
const MIX: readonly Deed[] = [
  ...Array.from({ length: 8 }, (): Deed => 'command'),
  ...Array.from({ length: 4 }, (): Deed => 'mention'),
  'direct message',
  'follow-up',
  'button',
  'button',
  'button',
  'autocompletion',
  'autocompletion',
  'verification',
];

/** Buttons are pressed under one of so many messages that came last. */
const RECENT = 40;

const CLIENT = { locale: 'zh-CN' } as const;

/** Members of servers who take turns, the same at every run. */
export class Crowd {
  readonly #emulator: DiscordEmulator;
  readonly #tracker: Tracker;
  readonly #questions: readonly string[];
  readonly #servers: readonly ServerPlace[];
  readonly #users: readonly Cast['user'][];
  #done = 0;

  constructor(
    emulator: DiscordEmulator,
    tracker: Tracker,
    questions: readonly string[],
    servers: number,
    users: number,
  ) {
    this.#emulator = emulator;
    this.#tracker = tracker;
    this.#questions = questions;
    this.#servers = Array.from({ length: servers }, () => emulator.addServer());
    this.#users = Array.from({ length: users }, () => emulator.addUser());
  }

  /** Somebody asks by a command. */
  ask(): void {
    const { question, ...who } = this.#next();
    this.#tracker.add(
      this.#emulator.slashCommand({ name: 'ask', options: { question }, ...CLIENT, ...who }),
      'command',
      question,
    );
  }

  /** Somebody does something. */
  act(): void {
    // 7 has no divisor in common with 20: each kind comes as often as it stands in the list, well mixed.
    const deed = MIX[(this.#done * 7) % MIX.length] ?? 'command';
    const [emulator, add] = [this.#emulator, this.#tracker.add.bind(this.#tracker)];
    if (deed === 'command') {
      this.ask();
      return;
    }
    const { question, user, server } = this.#next();
    if (deed === 'mention') add(emulator.mention(question, { user, server }), deed, question);
    else if (deed === 'direct message') add(emulator.directMessage(question, user), deed, question);
    else if (deed === 'follow-up') this.#followUp();
    else if (deed === 'button') this.#press(user);
    else if (deed === 'autocompletion')
      add(
        emulator.type({ name: 'law', options: { name: question.slice(0, 2) }, ...CLIENT, user, server }, 'name'),
        deed,
      );
    else add(emulator.slashCommand({ name: 'verify', options: { text: question }, ...CLIENT, user, server }), deed);
  }

  #next(): { readonly question: string; readonly user: Cast['user']; readonly server: ServerPlace } {
    const [questions, users, servers] = [this.#questions, this.#users, this.#servers];
    const turn = (this.#done += 1);
    return {
      question: questions[turn % questions.length] ?? '',
      user: users[turn % users.length] ?? this.#emulator.cast.user,
      server: servers[turn % servers.length] ?? this.#emulator.cast,
    };
  }

  #followUp(): void {
    const to = this.#emulator.board.all.findLast(({ repliesTo }) => repliesTo !== null)?.id;
    if (to === undefined) return;
    this.#tracker.add(this.#emulator.reply({ text: '那2022年呢？', to, ping: true }), 'follow-up');
  }

  #press(user: Cast['user']): void {
    const recent = this.#emulator.board.all.slice(-RECENT).filter(({ flags }) => (flags & FLAG_EPHEMERAL) === 0);
    const pressable = recent.flatMap((message) =>
      buttonsOf(message)
        .filter(({ custom_id: id, disabled }) => asText(id) !== '' && disabled !== true)
        .map(({ custom_id: id }) => ({ message, customId: asText(id) })),
    );
    const chosen = pressable[this.#done % Math.max(1, pressable.length)];
    if (chosen !== undefined) this.#tracker.add(this.#emulator.press({ ...chosen, user, ...CLIENT }), 'button');
  }
}
