import type { LawCard } from '../../answering/law/law-answer.js';
import type { LawStatus } from '../../laws/catalogue/law-status.js';
import type { DatedFact, Law, LawDates } from '../../laws/law.js';
import type { Words } from '../words.js';
import { FactSources } from './fact-sources.js';

/** One line of a card: a name and what is known. */
export interface LawFactView {
  readonly label: string;
  readonly value: string;
}

/** The facts of a card, and where they were read. */
export interface LawFactsView {
  readonly facts: readonly LawFactView[];
  /** A source each, with its small figure. */
  readonly sources: readonly string[];
}

/** A day that may be unknown, or less exact than a day. */
export function dayOf(day: string | null, words: Words): string {
  return day === null ? words.unknown.date : words.date.day(day);
}

/**
 * What is known of a law, a line each; unknown facts are worded as unknown. Behind every fact of the catalogue stands the
 * small figure of its source.
 */
export function viewLawFacts(card: LawCard, words: Words): LawFactsView {
  const sources = new FactSources();
  const facts = factsOf(card, sources, words);
  return { facts, sources: sources.list() };
}

function factsOf(
  { law, day, status, text, versions }: LawCard,
  sources: FactSources,
  words: Words,
): readonly LawFactView[] {
  const { labels } = words.law;
  const state = status === null ? words.law.unknown : viewStatus(status, words);
  const others = versions.filter((version) => version !== text?.version).map((version) => dayOf(version, words));
  return [
    ...(law === null ? unknownFacts(words) : catalogueFacts(law, status, sources, words)),
    { label: labels.status, value: words.law.onDay(state, words.date.day(day)) },
    { label: labels.text, value: textOf(text, words) },
    ...(others.length === 0 ? [] : [{ label: labels.otherTexts, value: others.join(words.listSeparator) }]),
  ];
}

/** What a card of a law that is not in the catalogue cannot tell. */
function unknownFacts({ law: { labels, unknown } }: Words): readonly LawFactView[] {
  return [labels.english, labels.address].map((label) => ({ label, value: unknown }));
}

function catalogueFacts(
  law: Law,
  status: LawCard['status'],
  sources: FactSources,
  words: Words,
): readonly LawFactView[] {
  const { labels, unknown, unofficial } = words.law;
  const { english, number } = law;
  return [
    { label: labels.english, value: english.official ? english.title : unofficial(english.title) },
    { label: labels.kind, value: law.kind === 'programme' ? words.law.programme : words.kinds[law.kind] },
    { label: labels.issuer, value: words.language === 'en' ? law.issuer.en : law.issuer.zh },
    { label: labels.number, value: number === null ? unknown : number.text + sources.mark(number.source) },
    ...law.versions.map((version) => ({
      label: words.law.changes[version.change],
      value: viewDates(version, sources, words),
    })),
    { label: labels.address, value: addressOf(law, status) ?? unknown },
  ];
}

/** Official address of the text in force, else the one known for the law; null where none is. */
export function addressOf(law: Law | null, status: LawStatus | null): string | null {
  const own = status?.state === 'in-force' ? status.version.url : null;
  return own ?? law?.address?.url ?? null;
}

function viewDates(dates: LawDates, sources: FactSources, words: Words): string {
  const { days, unknown } = words.law;
  const worded = (name: string, fact: DatedFact | null): string =>
    `${name}${words.colon}${fact === null ? unknown : words.date.day(fact.value) + sources.mark(fact.source)}`;
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

/** An article in words, `unknown` where there is none. */
export function placeOf(article: string | null, words: Words): string {
  return article === null ? words.law.unknown : words.law.provision(article, null, null);
}
