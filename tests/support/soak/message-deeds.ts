import { questionInText } from '../../../src/discord/asking/question-in-text.js';
import type { QuestionOptions } from '../../../src/retrieval/parse-question.js';
import { wordsFor } from '../../../src/wording/words-for.js';
import { WORDED_LANGUAGES, type Words } from '../../../src/wording/words.js';
import { questionOf } from '../real-engine.js';
import type { Deed, Ending, Judge } from './deed.js';
import type { DeedKind } from './deed-kind.js';
import { holdsOne } from './oracle.js';
import type { Town } from './town.js';

/** Questions that go on from the one before, each in a way of its own. */
const FOLLOW_UPS = ['那2022年呢？', '还有呢？', 'What about 2023?'] as const;
/** Speaks to nobody, and asks nothing. */
const CHATTER = ['今天天气真好。', '收到，谢谢大家。', 'See you tomorrow.', '我已经把材料发到群里了。'] as const;
const CITING = ['这要看风筝法第二条怎么写。', '依照风筝法第五条，已经施行了。'] as const;

const anything: Judge = () => null;
const says = (phrases: (words: Words) => readonly string[]): Judge => {
  const all = WORDED_LANGUAGES.flatMap((language) => phrases(wordsFor(language)));
  return (final) => holdsOne(final, all);
};

const message = (id: string, channel: string, kind: string, judge: Judge, ending: Ending = 'one'): Deed => ({
  id,
  kind,
  way: 'message',
  channel,
  ending,
  judge,
});

const answer = (town: Town, text: string, options: Partial<QuestionOptions> = {}): Judge =>
  town.oracle.answerTo(questionOf(text, options));

function mention(town: Town): Deed {
  const text = town.question();
  const { user, server } = town.somebody();
  const id = town.emulator.mention(text, { user, server });
  town.asked.set(id, { text, user, channel: server.channel });
  return message(id, server.channel, 'mention', answer(town, text));
}

/** A reply in the first server to an answer of the bot. */
function reply(town: Town, kind: string, text: string, isFollowUp: boolean): Deed | null {
  const { emulator } = town;
  const before = town
    .recentAnswers()
    .filter(({ channel }) => channel === emulator.cast.channel)
    .at(-1);
  const asked = before === undefined ? undefined : town.asked.get(before.repliesTo ?? '');
  if (before === undefined || asked === undefined) return null;
  const context = { question: asked.text, document: null, kind: null, law: null };
  const id = emulator.reply({ text, to: before.id, ping: true, user: town.somebody().user });
  return message(id, before.channel, kind, answer(town, text, isFollowUp ? { context } : {}));
}

/** A mention in the first server, to whose answer others reply. */
function mentionAtHome(town: Town): Deed {
  const text = town.question();
  const { user } = town.somebody();
  const { channel } = town.emulator.cast;
  const id = town.emulator.mention(text, { user });
  town.asked.set(id, { text, user, channel });
  return message(id, channel, 'mention', answer(town, text));
}

function askAbout(town: Town): Deed | null {
  const target = [...town.asked].at(-1);
  if (target === undefined) return null;
  const [written, { text }] = target;
  const { user, server } = town.somebody();
  const name = wordsFor('en').discord.asking.askAboutMessage;
  const id = town.emulator.messageCommand({ name, user, server, locale: town.locale() }, written);
  const deed = message(id, server.channel, 'menu: ask', answer(town, questionInText(text)));
  return { ...deed, way: 'interaction' };
}

function continueInThread(town: Town): Deed | null {
  const { emulator } = town;
  const target = town
    .recentAnswers()
    .filter(({ channel }) => channel === emulator.cast.channel)
    .at(-1);
  if (target === undefined) return null;
  const { asking } = wordsFor('en').discord;
  const { user } = town.somebody();
  const id = emulator.messageCommand({ name: asking.continueInThread, user, locale: town.locale() }, target.id);
  const judge = says(({ discord }) => [discord.asking.threadOpened(false), discord.asking.threadThere]);
  return { ...message(id, target.channel, 'menu: thread', judge), way: 'interaction' };
}

/** Everything that is asked by a message, or of one. */
export const MESSAGE_DEEDS: readonly DeedKind[] = [
  { kind: 'mention', weight: 9, act: mention },
  { kind: 'mention at home', weight: 3, act: mentionAtHome },
  { kind: 'follow-up', weight: 2, act: (town) => reply(town, 'follow-up', town.pick(FOLLOW_UPS), true) },
  { kind: 'reply', weight: 1, act: (town) => reply(town, 'reply', town.question('own'), false) },
  {
    kind: 'thread message',
    weight: 2,
    act: (town) => {
      const [text, thread] = [town.question('own'), town.pick(town.threads)];
      const id = town.emulator.sayInThread(thread, text, town.somebody().user);
      return message(id, thread, 'thread message', answer(town, text));
    },
  },
  {
    kind: 'direct message',
    weight: 5,
    act: (town) => {
      const text = town.question('own');
      const { user } = town.somebody();
      const channel = town.emulator.cast.directChannel;
      return message(town.emulator.directMessage(text, user), channel, 'direct message', answer(town, text));
    },
  },
  {
    kind: 'mention without words',
    weight: 1,
    act: (town) => {
      const who = town.somebody();
      const judge = says(({ discord }) => discord.help);
      return message(town.emulator.mention('', who), who.server.channel, 'mention without words', judge);
    },
  },
  {
    kind: 'question to all',
    weight: 2,
    act: (town) => {
      const [text, { user }] = [town.question('plain'), town.somebody()];
      const { channel } = town.emulator.cast;
      return message(town.emulator.say(text, user), channel, 'question to all', answer(town, text));
    },
  },
  {
    kind: 'chatter',
    weight: 2,
    act: (town) => {
      const id = town.emulator.say(town.pick(CHATTER), town.somebody().user);
      return message(id, town.emulator.cast.channel, 'chatter', anything, 'nothing');
    },
  },
  {
    kind: 'citation card',
    weight: 1,
    act: (town) => {
      const id = town.emulator.say(town.pick(CITING), town.somebody().user);
      return message(id, town.emulator.cast.channel, 'citation card', anything, 'perhaps');
    },
  },
  { kind: 'menu: ask', weight: 2, act: askAbout },
  { kind: 'menu: thread', weight: 1, act: continueInThread },
];
