import type { Citation } from '../answering/answer.js';
import type { LawCard, LawName, LawPassage } from '../answering/law-answer.js';
import type { CitedProvision } from '../laws/citation.js';
import type { LawStatus } from '../laws/law-status.js';
import type { DatedFact, Law, LawDates } from '../laws/law.js';
import { viewCitation, type CitationView } from './citation-view.js';
import type { Words } from './words.js';

/** One line of a card: a name and what is known. */
export interface LawFactView {
  readonly label: string;
  readonly value: string;
}

/** A passage that is quoted whole. */
export interface LawPassageView extends CitationView {
  /** Its lines as the source has them: 款 and 项 stand apart. Joined they are the text of the passage. */
  readonly lines: readonly string[];
}

/** The card of a law in words. Unknown facts are worded as unknown, never left out. */
export interface LawView {
  readonly heading: string;
  readonly facts: readonly LawFactView[];
  /** What a reader must know before relying on any of it, as whole sentences. */
  readonly notices: readonly string[];
  /** The article asked for, as 第二十一条; null where none was asked for. */
  readonly place: string | null;
  /** Why the article is not shown; null where it is, or none was asked for. */
  readonly problem: string | null;
  readonly article: readonly LawPassageView[];
  readonly mentionsHeading: string;
  readonly mentions: readonly LawPassageView[];
  readonly disclaimer: string;
}

export function viewLaw(card: LawCard, words: Words): LawView {
  const { article, text, title } = card;
  const place = article === null ? null : viewProvision(article.provision, words);
  const outdated = text?.outdatedSince ?? null;
  return {
    heading: words.citation.title(title),
    facts: factsOf(card, words),
    notices:
      outdated === null ? [] : [words.law.outdated(dayOf(text?.version ?? null, words), words.date.day(outdated))],
    place,
    problem: place === null ? null : problemOf(card, place, words),
    article: (article?.passages ?? []).map((passage) => viewPassage(passage, words)),
    mentionsHeading:
      card.mentionCount === 0 ? words.law.noMentions : words.law.mentions(card.mentions.length, card.mentionCount),
    mentions: card.mentions.map((passage) => viewPassage(passage, words)),
    disclaimer: words.law.disclaimer,
  };
}

/** 条 款 项 in words; a 目 is not worded. */
export function viewProvision({ article, paragraph, item }: CitedProvision, words: Words): string {
  return words.law.provision(article, paragraph, item);
}

/** A law that may have been meant: its title, its English title where it has one. */
export function viewLawName({ title, english }: LawName, words: Words): string {
  return [words.citation.title(title), english].filter((part) => part !== null).join(words.partSeparator);
}

/** A day that may be unknown, or less exact than a day. */
function dayOf(day: string | null, words: Words): string {
  return day === null ? words.unknown.date : words.date.day(day);
}

function factsOf({ law, day, status, text, versions }: LawCard, words: Words): readonly LawFactView[] {
  const { labels } = words.law;
  const state = status === null ? words.law.unknown : viewStatus(status, words);
  const others = versions.filter((version) => version !== text?.version).map((version) => dayOf(version, words));
  return [
    ...(law === null ? [] : catalogueFacts(law, words)),
    { label: labels.status, value: words.law.onDay(state, words.date.day(day)) },
    { label: labels.text, value: textOf(text, words) },
    ...(others.length === 0 ? [] : [{ label: labels.otherTexts, value: others.join(words.listSeparator) }]),
  ];
}

function catalogueFacts(law: Law, words: Words): readonly LawFactView[] {
  const { labels, unknown, withSource, unofficial } = words.law;
  const { english, number, address } = law;
  return [
    { label: labels.english, value: english.official ? english.title : unofficial(english.title) },
    { label: labels.kind, value: law.kind === 'programme' ? words.law.programme : words.kinds[law.kind] },
    { label: labels.issuer, value: words.language === 'en' ? law.issuer.en : law.issuer.zh },
    { label: labels.number, value: number === null ? unknown : withSource(number.text, number.source) },
    ...law.versions.map((version) => ({
      label: words.law.changes[version.change],
      value: viewDates(version, words),
    })),
    { label: labels.address, value: address?.url ?? unknown },
  ];
}

function viewDates(dates: LawDates, words: Words): string {
  const { days, unknown, withSource } = words.law;
  const worded = (name: string, fact: DatedFact | null): string =>
    `${name}${words.colon}${fact === null ? unknown : withSource(words.date.day(fact.value), fact.source)}`;
  return [
    worded(days.adopted, dates.adopted),
    worded(days.published, dates.published),
    worded(days.inForce, dates.inForce),
  ].join(words.partSeparator);
}

function viewStatus(status: LawStatus, words: Words): string {
  const worded = words.law.status[status.state === 'in-force' && status.amended ? 'amended' : status.state];
  switch (status.state) {
    case 'in-force':
      return worded(words.date.day(status.since), '');
    case 'not-yet-in-force':
      return worded(words.date.day(status.from), '');
    case 'replaced':
      return worded(words.date.day(status.since), status.by.title);
    case 'unknown':
      return worded('', '');
  }
}

function textOf(text: LawCard['text'], words: Words): string {
  if (text === null) return words.law.noText;
  const day = dayOf(text.version, words);
  const named = text.inferred ? words.inferred(day) : day;
  return words.law.textAtHand(
    named,
    text.articles,
    placeOf(text.firstArticle, words),
    placeOf(text.lastArticle, words),
  );
}

function placeOf(article: string | null, words: Words): string {
  return article === null ? words.law.unknown : words.law.provision(article, null, null);
}

function problemOf({ article, text, title }: LawCard, place: string, words: Words): string | null {
  if (article === null || article.outcome === 'found') return null;
  if (article.outcome === 'unchecked' || text === null) return words.law.unchecked(title, place);
  const { version, firstArticle, lastArticle } = text;
  return words.law.absent(
    title,
    place,
    dayOf(version, words),
    placeOf(firstArticle, words),
    placeOf(lastArticle, words),
  );
}

function viewPassage({ text, citation }: LawPassage, words: Words): LawPassageView {
  return { ...viewCitation(citation, words), lines: linesOf(text, citation) };
}

/** A passage of a law by its slices of the source, which are its lines; any other passage whole. */
function linesOf(text: string, { provision, spans }: Citation): readonly string[] {
  if (provision === null) return [text];
  let at = 0;
  return spans.map(([start, end]) => text.slice(at, (at += end - start)));
}
