import type { DailyCount, FeedbackItem, UnansweredQuestion } from '../../store/contract/insights.js';
import type { AskedKind } from '../../store/contract/question-log.js';
import { dayOf } from '../../shared/days.js';
import type { InsightsWords } from '../../wording/operation-words.js';
import type { Words } from '../../wording/words.js';
import type { ButtonRow } from '../buttons/button-row.js';
import { clipText } from './clip-text.js';
import { boldMarkdown, escapeMarkdown } from './escape-markdown.js';
import { containerMessage, separator, textDisplay, type OutgoingMessage } from './message.js';
import { field, subtext } from './render-passage.js';

/** What administrators can look at, each under a button of its own. The names stand in custom ids for ever. */
export const INSIGHT_SECTIONS = ['days', 'feedback', 'unanswered'] as const;

export type InsightSection = (typeof INSIGHT_SECTIONS)[number];

/** Entries on one page: so few that the longest of them, every character escaped, stay within the limits of a message. */
export const FEEDBACK_ON_PAGE = 4;
export const QUESTIONS_ON_PAGE = 10;
export const PASSAGES_SHOWN = 3;
const FEEDBACK_FIELD = 100;
const QUESTION_FIELD = 140;

/** A vote with what the passages of its answer are called, `PASSAGES_SHOWN` at most; null for one that is no longer in the documents. */
export interface ShownFeedback extends FeedbackItem {
  /** Id of the server, for the link to the answer. */
  readonly guild: string;
  readonly labels: readonly (string | null)[];
}

/** One page of what administrators look at. */
export type Insights =
  | { readonly section: 'days'; readonly counts: readonly DailyCount[]; readonly days: number }
  | { readonly section: 'feedback'; readonly items: readonly ShownFeedback[] }
  /** `items` is null where questions are not logged. */
  | { readonly section: 'unanswered'; readonly items: readonly UnansweredQuestion[] | null };

/** @param page from 0; null where there is only one */
export function renderInsights(
  insights: Insights,
  page: number | null,
  rows: readonly ButtonRow[],
  words: Words,
): OutgoingMessage {
  const { insights: phrases } = words.discord.operation;
  const heading = [phrases.heading, phrases[insights.section]].map((part) => field(part)).join(words.partSeparator);
  return containerMessage([
    textDisplay(`### ${heading}`),
    separator(),
    textDisplay(bodyOf(insights, words)),
    ...(page === null ? [] : [textDisplay(subtext(escapeMarkdown(phrases.page(page + 1))))]),
    ...rows,
  ]);
}

function bodyOf(insights: Insights, words: Words): string {
  const { insights: phrases } = words.discord.operation;
  switch (insights.section) {
    case 'days':
      return insights.counts.length === 0
        ? escapeMarkdown(phrases.noQuestions(insights.days))
        : daysOf(insights.counts)
            .map(([day, counts]) => wordDay(day, counts, words))
            .join('\n');
    case 'feedback':
      return insights.items.length === 0
        ? escapeMarkdown(phrases.noFeedback)
        : insights.items.map((item) => wordFeedback(item, words)).join('\n\n');
    case 'unanswered':
      if (insights.items === null) return escapeMarkdown(phrases.notLogged);
      return insights.items.length === 0
        ? escapeMarkdown(phrases.noUnanswered)
        : insights.items.map((item) => wordQuestion(item, words)).join('\n');
  }
}

/** Counts by their day, in the order of the days. */
function daysOf(counts: readonly DailyCount[]): readonly (readonly [day: string, counts: readonly DailyCount[]])[] {
  const days = [...new Set(counts.map(({ day }) => day))];
  return days.map((day) => [day, counts.filter((count) => count.day === day)]);
}

/** Questions come first, however they sort. */
const KINDS = ['question', 'law', 'verify'] as const satisfies readonly AskedKind[];

function wordDay(day: string, counts: readonly DailyCount[], words: Words): string {
  const { insights: phrases } = words.discord.operation;
  const parts = KINDS.flatMap((kind) =>
    counts
      .filter((count) => count.kind === kind)
      .map(({ answered, unanswered }) => phrases.counts[kind](answered, unanswered)),
  );
  return `- ${escapeMarkdown(phrases.day(words.date.day(day), parts))}`;
}

function wordFeedback(item: ShownFeedback, words: Words): string {
  const { insights: phrases } = words.discord.operation;
  const { question, helpful, labels, createdAt } = item;
  const head = [
    boldMarkdown(helpful ? phrases.helpful : phrases.notHelpful),
    escapeMarkdown(words.date.day(dayOf(createdAt))),
    ...linkTo(item, phrases),
  ];
  return [
    head.join(words.partSeparator),
    ...(question === null
      ? []
      : [`${escapeMarkdown(phrases.question + words.colon)}${field(question, FEEDBACK_FIELD)}`]),
    ...labels.map((label) => `- ${field(label ?? phrases.passageGone, FEEDBACK_FIELD)}`),
  ].join('\n');
}

const SNOWFLAKE = /^\d{1,20}$/;

/** A link to the message of the answer, which whoever may not see the channel cannot open. */
function linkTo({ guild, channel, answer }: ShownFeedback, { answerLink }: InsightsWords): readonly string[] {
  if (![guild, channel, answer].every((id) => SNOWFLAKE.test(id))) return [];
  return [`[${escapeMarkdown(answerLink)}](<https://discord.com/channels/${guild}/${channel}/${answer}>)`];
}

function wordQuestion({ kind, text, times, lastAskedAt }: UnansweredQuestion, words: Words): string {
  const { asked, askedAs } = words.discord.operation.insights;
  const as = kind === 'question' ? '' : `${askedAs[kind]}${words.colon}`;
  const shown = as + clipText(text.replace(/\s+/g, ' ').trim(), QUESTION_FIELD);
  return `- ${escapeMarkdown(asked(shown, times, words.date.day(dayOf(lastAskedAt))))}`;
}
