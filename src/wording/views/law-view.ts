import type { Citation } from '../../answering/answer.js';
import type { LawCard, LawName, LawPassage } from '../../answering/law/law-answer.js';
import type { Truncation } from '../../documents/document.js';
import type { CitedProvision } from '../../laws/citations/citation.js';
import type { Words } from '../words.js';
import { viewAnswer, type AnswerView } from './answer-view.js';
import { SECTION_SEPARATOR, viewCitation, type CitationView } from './citation-view.js';
import { addressOf, dayOf, placeOf, viewLawFacts, type LawFactView } from './law-facts.js';

/** A passage that is quoted whole. */
export interface LawPassageView extends CitationView {
  readonly id: string;
  /** Its lines as the source has them: 款 and 项 stand apart. Joined they are the text of the passage. */
  readonly lines: readonly string[];
  /** Where the source has lost text: the gap mark stands outside the quotation, before its first line or after its last. */
  readonly gaps: Truncation;
}

/** The card of a law in words. Unknown facts are worded as unknown, never left out. */
export interface LawView {
  readonly heading: string;
  readonly facts: readonly LawFactView[];
  /** What a reader must know before relying on any of it, as whole sentences. */
  readonly notices: readonly string[];
  /** The same for readers who can add no text. */
  readonly readerNotices: readonly string[];
  /** The article asked for, as 第二十一条; null where none was asked for. */
  readonly place: string | null;
  /** The headings above the article (编, 章, 节) in one line; null where it is not shown or has none. */
  readonly section: string | null;
  /** Why the article is not shown; null where it is, or none was asked for. */
  readonly problem: string | null;
  readonly article: readonly LawPassageView[];
  readonly mentionsHeading: string;
  readonly mentions: readonly LawPassageView[];
  /** The passages that match what was asked of the law; null where nothing was asked. */
  readonly answer: AnswerView | null;
  /** Where the facts were read, in one line with the small figures that stand behind them; null where there are none. */
  readonly sources: string | null;
  readonly disclaimer: string;
}

export function viewLaw(card: LawCard, words: Words): LawView {
  const { article } = card;
  const title = titleIn(card, words);
  const { facts, sources } = viewLawFacts(card, words);
  const place = article === null ? null : viewProvision(article.provision, words);
  return {
    heading: words.citation.title(title),
    facts,
    notices: noticesOf(card, title, words, words.law.noTextAtHand),
    readerNotices: noticesOf(card, title, words, (name, day, address) =>
      words.law.noTextHere(name, day, address !== null),
    ),
    place,
    section: article?.outcome === 'found' ? viewSection(article.section) : null,
    problem: place === null ? null : problemOf(card, title, place, words),
    article: (article?.passages ?? []).map((passage) => viewLawPassage(passage, words)),
    mentionsHeading:
      card.mentionCount === 0 ? words.law.noMentions : words.law.mentions(card.mentions.length, card.mentionCount),
    mentions: card.mentions.map((passage) => viewLawPassage(passage, words)),
    answer: card.answer === null ? null : viewAnswer(card.answer, words),
    sources: sources.length === 0 ? null : words.law.sources(sources.join(words.partSeparator)),
    disclaimer: words.law.disclaimer,
  };
}

/** The title in the reader's script where the catalogue has it. */
function titleIn({ law, title }: LawCard, { language }: Words): string {
  return language === 'zh-Hant' ? (law?.title.zhHant ?? title) : title;
}

/** That the text at hand is out of date, or that there is none. */
function noticesOf(
  { text, day, law, status }: LawCard,
  title: string,
  words: Words,
  noText: Words['law']['noTextAtHand'],
): readonly string[] {
  const { outdated } = words.law;
  if (text === null) return [noText(title, words.date.day(day), addressOf(law, status))];
  if (text.outdatedSince === null) return [];
  return [outdated(dayOf(text.version, words), words.date.day(text.outdatedSince))];
}

/** 条 款 项 目 in words. */
export function viewProvision({ article, paragraph, item, subitem }: CitedProvision, words: Words): string {
  return words.law.provision(article, paragraph, item) + (subitem === null ? '' : words.law.subitem(subitem));
}

/** A law that may have been meant: its title, its English title where it has one. */
export function viewLawName({ title, english }: LawName, words: Words): string {
  return [words.citation.title(title), english].filter((part) => part !== null).join(words.partSeparator);
}

function problemOf({ article, text }: LawCard, title: string, place: string, words: Words): string | null {
  if (article === null || article.outcome === 'found') return null;
  if (text === null) return words.law.unchecked(title, place);
  const { version, firstArticle, lastArticle, outdatedSince } = text;
  const [day, first, last] = [dayOf(version, words), placeOf(firstArticle, words), placeOf(lastArticle, words)];
  if (article.outcome === 'absent') return words.law.absent(title, place, day, first, last);
  if (outdatedSince === null) return words.law.unchecked(title, place);
  return words.law.uncheckedInOldText(title, place, { day, first, last, since: words.date.day(outdatedSince) });
}

/** Headings in one line, outermost first; null where there are none. */
export function viewSection(section: readonly string[]): string | null {
  return section.length === 0 ? null : section.join(SECTION_SEPARATOR);
}

export function viewLawPassage({ id, text, citation }: LawPassage, words: Words): LawPassageView {
  return { ...viewCitation(citation, words), id, lines: linesOf(text, citation), gaps: citation.gaps };
}

/** A passage of a law by its slices of the source, which are its lines; any other passage whole. */
function linesOf(text: string, { provision, spans }: Citation): readonly string[] {
  if (provision === null) return [text];
  let at = 0;
  return spans.map(([start, end]) => text.slice(at, (at += end - start)));
}
