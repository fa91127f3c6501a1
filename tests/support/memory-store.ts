import { GRACE_DAYS } from '../../src/store/contract/guild-register.js';
import {
  channelSettingsOf,
  checkSettingsChange,
  DEFAULT_CHANNEL_SETTINGS,
  DEFAULT_GUILD_SETTINGS,
  type ChannelSettings,
  type GuildSettings,
} from '../../src/store/contract/guild-settings.js';
import type { Vote } from '../../src/store/contract/feedback.js';
import type { DailyCount } from '../../src/store/contract/insights.js';
import type { AskedQuestion } from '../../src/store/contract/question-log.js';
import type { Retention } from '../../src/store/contract/retention.js';
import { storableText } from '../../src/store/sql/storable-text.js';
import type { Store } from '../../src/store/contract/store.js';
import type { Clock } from '../../src/shared/clock.js';
import { dayOf, daysAgo } from '../../src/shared/days.js';

/** Everything, in lists that are searched from one end to the other. */
interface Content {
  settings: Map<string, GuildSettings>;
  votes: (Vote & { readonly at: number })[];
  questions: (AskedQuestion & { readonly at: number })[];
  counts: (DailyCount & { readonly guild: string | null })[];
  departed: Map<string, number>;
}

/**
 * The store as simply as it can be written, in memory: what the real one is compared with, and a quick stand-in for tests
 * of what uses a store. It passes the same contract.
 */
export function createMemoryStore(clock: Clock, { logQuestions, retentionDays }: Retention): Store {
  const content: Content = {
    settings: new Map(),
    votes: [],
    questions: [],
    counts: [],
    departed: new Map(),
  };
  const now = (): number => clock.now().getTime();
  const oldest = (): number => daysAgo(clock, retentionDays);
  const settingsOf = (guild: string): GuildSettings => content.settings.get(guild) ?? DEFAULT_GUILD_SETTINGS;
  const keepText = (text: string | null): string | null => (text === null || !logQuestions ? null : storableText(text));
  const newestFirst = <Item extends { readonly at: number }>(items: readonly Item[]): Item[] =>
    [...items].sort((one, other) => other.at - one.at);
  const deleteGuild = (guild: string): void => {
    const others = <Item extends { readonly guild: string | null }>(items: readonly Item[]): Item[] =>
      items.filter((item) => item.guild !== guild);
    content.settings.delete(guild);
    content.departed.delete(guild);
    content.votes = others(content.votes);
    content.questions = others(content.questions);
    content.counts = others(content.counts);
  };

  return {
    retention: { logQuestions, retentionDays },
    settings: {
      read: (guild) => Promise.resolve(settingsOf(guild)),
      readChannel: (guild, channel) => Promise.resolve(channelSettingsOf(settingsOf(guild), channel)),
      change: async (guild, change) => {
        await Promise.resolve();
        checkSettingsChange(change);
        const before = settingsOf(guild);
        const { channels = {}, ...rest } = change;
        if (Object.keys(rest).length + Object.values(channels).flatMap(Object.keys).length === 0) return before;
        const all: Record<string, ChannelSettings> = { ...before.channels };
        for (const [id, settings] of Object.entries(channels))
          if (Object.keys(settings).length > 0)
            all[id] = { ...DEFAULT_CHANNEL_SETTINGS, ...before.channels[id], ...settings };
        const after = { ...before, ...rest, channels: all };
        content.settings.set(guild, after);
        return after;
      },
      forgetChannel: (guild, channel) => {
        const before = content.settings.get(guild);
        const others = Object.entries(before?.channels ?? {}).filter(([id]) => id !== channel);
        if (before !== undefined) content.settings.set(guild, { ...before, channels: Object.fromEntries(others) });
        return Promise.resolve();
      },
    },
    feedback: {
      vote: (vote) => {
        const before = content.votes.find(({ answer, user }) => answer === vote.answer && user === vote.user);
        content.votes = content.votes.filter((one) => one !== before);
        if (before?.helpful === vote.helpful) return Promise.resolve('withdrawn');
        content.votes.push({ ...vote, question: keepText(vote.question), at: now() });
        return Promise.resolve('kept');
      },
    },
    questions: {
      record: (question) => {
        const day = dayOf(clock.now());
        const { guild, kind } = question;
        const isSame = (one: Content['counts'][number]) => one.guild === guild && one.day === day && one.kind === kind;
        const { answered, unanswered } = content.counts.find(isSame) ?? { answered: 0, unanswered: 0 };
        const more =
          question.status === 'answered'
            ? { answered: answered + 1, unanswered }
            : { answered, unanswered: unanswered + 1 };
        content.counts = [...content.counts.filter((one) => !isSame(one)), { guild, day, kind, ...more }];
        if (logQuestions) content.questions.push({ ...question, text: storableText(question.text), at: now() });
        return Promise.resolve();
      },
    },
    insights: {
      feedback: (guild, { offset, limit }) =>
        Promise.resolve(
          newestFirst(content.votes)
            .filter((vote) => vote.guild === guild && vote.at >= oldest())
            .slice(offset, offset + limit)
            .map((vote) => ({ ...shownVote(vote), createdAt: new Date(vote.at) })),
        ),
      unanswered: (guild, { offset, limit }) => {
        const asked = content.questions.filter(
          (one) => one.guild === guild && one.status === 'none' && one.at >= oldest(),
        );
        const isSame = (one: AskedQuestion, other: AskedQuestion) => one.text === other.text && one.kind === other.kind;
        const texts = newestFirst(asked)
          .filter((one, at, all) => all.findIndex((other) => isSame(one, other)) === at)
          .map(({ kind, text, at }) => {
            const times = asked.filter((one) => one.text === text && one.kind === kind).length;
            return { kind, text, times, lastAskedAt: new Date(at) };
          });
        return Promise.resolve(texts.sort((one, other) => other.times - one.times).slice(offset, offset + limit));
      },
      days: (guild, from, to) =>
        Promise.resolve(
          content.counts
            .filter((count) => count.guild === guild && from <= count.day && count.day <= to)
            .map(({ day, kind, answered, unanswered }) => ({ day, kind, answered, unanswered }))
            .sort((one, other) => (`${one.day} ${one.kind}` < `${other.day} ${other.kind}` ? -1 : 1)),
        ),
    },
    users: {
      exportUser: (id) =>
        Promise.resolve({
          feedback: content.votes
            .filter(({ user }) => user === id)
            .map((vote) => ({ ...shownVote(vote), guild: vote.guild, createdAt: new Date(vote.at).toISOString() })),
          questions: content.questions
            .filter(({ user }) => user === id)
            .map(({ kind, guild, channel, text, status, strength, at }) => ({
              kind,
              guild,
              channel,
              text,
              status,
              strength,
              askedAt: new Date(at).toISOString(),
            })),
        }),
      deleteUser: (id) => {
        const { votes, questions } = content;
        content.votes = votes.filter(({ user }) => user !== id);
        content.questions = questions.filter(({ user }) => user !== id);
        return Promise.resolve({
          feedback: votes.length - content.votes.length,
          questions: questions.length - content.questions.length,
        });
      },
    },
    guilds: {
      left: (guild) => {
        if (!content.departed.has(guild)) content.departed.set(guild, now());
        return Promise.resolve();
      },
      present: (guilds) => {
        for (const guild of guilds) content.departed.delete(guild);
        return Promise.resolve();
      },
      known: () => {
        const kept = [...content.votes, ...content.questions, ...content.counts];
        const known = new Set([...content.settings.keys(), ...kept.flatMap(({ guild }) => guild ?? [])]);
        return Promise.resolve([...known].filter((guild) => !content.departed.has(guild)).sort());
      },
      delete: (guild) => {
        deleteGuild(guild);
        return Promise.resolve();
      },
    },
    upkeep: () => {
      const { votes, questions } = content;
      content.votes = votes.filter(({ at }) => at >= oldest());
      content.questions = questions.filter(({ at }) => at >= oldest());
      const gone = [...content.departed].filter(([, at]) => at <= daysAgo(clock, GRACE_DAYS));
      const removed = {
        feedback: votes.length - content.votes.length,
        questions: questions.length - content.questions.length,
        guilds: gone.length,
      };
      for (const [guild] of gone) deleteGuild(guild);
      return Promise.resolve(removed);
    },
    ping: () => Promise.resolve(),
    backup: () => Promise.reject(new Error('the store in memory keeps no backups')),
    restore: () => Promise.reject(new Error('the store in memory keeps no backups')),
    close: () => Promise.resolve(),
  };
}

/** A vote without its reader, server and time. */
function shownVote({ answer, channel, helpful, passages, generation, question }: Vote) {
  return { answer, channel, helpful, passages, generation, question };
}
