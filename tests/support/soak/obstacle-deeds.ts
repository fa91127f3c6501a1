import { questionOf } from '../real-engine.js';
import type { Deed, Ending } from './deed.js';
import type { DeedKind } from './deed-kind.js';
import type { Town } from './town.js';

/** Somebody mentions the bot where something is in its way. */
function mentionIn(town: Town, kind: string, at: Town['closed'][keyof Town['closed']], ending: Ending): Deed {
  const text = town.question();
  const { user } = town.somebody();
  const id = town.emulator.mention(text, { user, server: at });
  const judge = town.oracle.answerTo(questionOf(text));
  return { id, kind, way: 'message', channel: at.channel, ending, judge };
}

/** Somebody asks in a thread of the bot, which a moderator archives at the same moment. */
function threadArchived(town: Town, { locked }: { readonly locked: boolean }): Deed {
  const { emulator } = town;
  const [text, { user }] = [town.question('own'), town.somebody()];
  const thread = emulator.openThread({ owner: emulator.cast.bot.id, starter: null });
  const id = emulator.sayInThread(thread, text, user);
  emulator.archiveThread(thread, { locked });
  return {
    id,
    kind: locked ? 'thread locked meanwhile' : 'thread archived meanwhile',
    way: 'message',
    channel: thread,
    ending: locked ? 'refused' : 'one',
    judge: town.oracle.answerTo(questionOf(text)),
  };
}

/** Somebody asks by a message, and deletes it at once: the answer stands for itself then. */
function questionDeleted(town: Town): Deed {
  const text = town.question();
  const { user, server } = town.somebody();
  const id = town.emulator.mention(text, { user, server });
  town.emulator.deleteMessage(id);
  const judge = town.oracle.answerTo(questionOf(text));
  return { id, kind: 'question deleted meanwhile', way: 'message', channel: server.channel, ending: 'one', judge };
}

/** Somebody asks by a command, and a moderator deletes “is thinking” before the answer is there. */
function thinkingDeleted(town: Town): Deed {
  const { emulator } = town;
  const { user, server } = town.somebody();
  const id = emulator.slashCommand({ name: 'ask', options: { question: town.question() }, user, server });
  const answer = emulator.holdNext(new RegExp(`^PATCH /webhooks/\\d+/interaction-token-${id}/`));
  void answer.arrived.then(() => {
    const thinking = emulator.board.all.findLast(({ interaction }) => interaction === id);
    if (thinking !== undefined) emulator.deleteMessage(thinking.id);
    answer.release();
  });
  return {
    id,
    kind: 'answer deleted meanwhile',
    way: 'interaction',
    channel: server.channel,
    ending: 'refused',
    judge: () => null,
  };
}

/** What Discord stands in the way of: permissions, threads, deletions. */
export const OBSTACLE_DEEDS: readonly DeedKind[] = [
  {
    kind: 'no right to write',
    weight: 0.6,
    act: (town) => mentionIn(town, 'no right to write', town.closed.noSending, 'refused'),
  },
  { kind: 'no access', weight: 0.4, act: (town) => mentionIn(town, 'no access', town.closed.noAccess, 'refused') },
  {
    kind: 'no right to read history',
    weight: 0.6,
    act: (town) => mentionIn(town, 'no right to read history', town.closed.noHistory, 'one'),
  },
  { kind: 'thread archived', weight: 0.5, act: (town) => threadArchived(town, { locked: false }) },
  { kind: 'thread locked', weight: 0.5, act: (town) => threadArchived(town, { locked: true }) },
  { kind: 'question deleted', weight: 0.6, act: questionDeleted },
  { kind: 'answer deleted', weight: 0.6, act: thinkingDeleted },
];
