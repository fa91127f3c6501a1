import { PermissionFlagsBits } from 'discord.js';
import type { Engine } from '../../answering/engine.js';
import { dayOf, daysAgo } from '../../shared/days.js';
import type { Page } from '../../store/contract/insights.js';
import {
  FEEDBACK_ON_PAGE,
  INSIGHT_SECTIONS,
  PASSAGES_SHOWN,
  QUESTIONS_ON_PAGE,
  renderInsights,
  type Insights,
  type InsightSection,
  type ShownFeedback,
} from '../rendering/render-insights.js';
import { buttonRows } from './button-row.js';
import type { Button, PressContext, ShownOutcome } from './button.js';
import { noteOutcome } from './note-outcome.js';
import { readPage } from './page-fields.js';
import { turnButtons } from './turn-buttons.js';

/** They stand in custom ids: neither may ever mean anything else. */
const ACTIONS = { section: 'insights', page: 'insightsat' } as const;

/** Days that are counted, today among them. */
const DAYS = 14;

/** Shows another list. */
export const insightSection: Button = {
  action: ACTIONS.section,
  read: ([name, ...rest]) => pressFor(name, rest.length === 0 ? 0 : null),
};

/** Shows another page of a list. */
export const insightPage: Button = {
  action: ACTIONS.page,
  read: ([name, page, ...rest]) => pressFor(name, rest.length === 0 ? readPage(page) : null),
};

function pressFor(name: string | undefined, page: number | null): ReturnType<Button['read']> {
  const section = INSIGHT_SECTIONS.find((one) => one === name);
  if (section === undefined || page === null) return null;
  return { place: 'in-place', run: (context) => showInsights(section, page, context) };
}

/** With what a list is looked up. */
type InsightContext = Pick<PressContext, 'engine' | 'store' | 'clock' | 'asker' | 'permissions' | 'words' | 'signal'>;

/**
 * A page of a list, from 0, for members with the permission Manage Server: Discord offers the command to nobody else, but
 * an administrator can give it to others, and a client may press any button. Rejects where the store or the engine does.
 */
export async function showInsights(
  section: InsightSection,
  page: number,
  context: InsightContext,
): Promise<ShownOutcome> {
  const { asker, permissions, words } = context;
  const phrases = words.discord.operation.insights;
  if (asker.server === null || permissions?.has(PermissionFlagsBits.ManageGuild) !== true)
    return noteOutcome(phrases.notAllowed);
  const { insights, more } = await lookUp(section, page, asker.server, context);
  const others = INSIGHT_SECTIONS.filter((one) => one !== section);
  const rows = [
    ...buttonRows(others.map((one) => ({ id: { action: ACTIONS.section, fields: [one] }, label: phrases[one] }))),
    ...turnButtons({ action: ACTIONS.page, fields: [section] }, { page, pages: page + (more ? 2 : 1) }, words),
  ];
  return { kind: 'shown', message: renderInsights(insights, page === 0 && !more ? null : page, rows, words) };
}

/** One entry more than is shown is asked for: whether it is there says whether there is another page. */
async function lookUp(
  section: InsightSection,
  page: number,
  guild: string,
  { engine, store, clock, signal }: InsightContext,
): Promise<{ readonly insights: Insights; readonly more: boolean }> {
  const { insights } = store;
  if (section === 'days') {
    const counts = await insights.days(guild, dayOf(new Date(daysAgo(clock, DAYS - 1))), dayOf(clock.now()));
    return { insights: { section, counts, days: DAYS }, more: false };
  }
  if (section === 'unanswered') {
    if (!store.retention.logQuestions) return { insights: { section, items: null }, more: false };
    const found = await insights.unanswered(guild, oneMore(page, QUESTIONS_ON_PAGE));
    return {
      insights: { section, items: found.slice(0, QUESTIONS_ON_PAGE) },
      more: found.length > QUESTIONS_ON_PAGE,
    };
  }
  const found = await insights.feedback(guild, oneMore(page, FEEDBACK_ON_PAGE));
  const items = found.slice(0, FEEDBACK_ON_PAGE).map(async (item): Promise<ShownFeedback> => {
    const shown = item.passages.slice(0, PASSAGES_SHOWN);
    return { ...item, guild, labels: await Promise.all(shown.map((id) => labelOf(id, engine, signal))) };
  });
  return { insights: { section, items: await Promise.all(items) }, more: found.length > FEEDBACK_ON_PAGE };
}

function oneMore(page: number, onPage: number): Page {
  return { offset: page * onPage, limit: onPage + 1 };
}

/** Where a passage stands; null where it is no longer there. */
async function labelOf(passage: string, engine: Engine, signal: AbortSignal): Promise<string | null> {
  const context = await engine.context(passage, 0, ['global'], signal);
  return context === null ? null : context.citation.label;
}
