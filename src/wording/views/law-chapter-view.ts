import type { LawChapter } from '../../answering/law/law-answer.js';
import type { Words } from '../words.js';
import { viewLawPassage, viewSection, type LawPassageView } from './law-view.js';

/** A whole chapter of a law in words. */
export interface LawChapterView {
  /** Title of the law and day of its text. */
  readonly heading: string;
  /** Headings of the chapter in one line; null where the text has none: then the whole text is shown. */
  readonly section: string | null;
  /** What a reader must know before relying on any of it, as whole sentences. */
  readonly notices: readonly string[];
  /** Its articles in order; one that was split gives several passages. */
  readonly articles: readonly LawPassageView[];
  readonly disclaimer: string;
}

export function viewLawChapter(chapter: LawChapter, words: Words): LawChapterView {
  const { title, version, inferred, section, articles, outdatedSince } = chapter;
  const day = version === null ? words.unknown.date : words.date.day(version);
  return {
    heading: [words.citation.title(title), inferred ? words.inferred(day) : day].join(words.partSeparator),
    section: viewSection(section),
    notices: outdatedSince === null ? [] : [words.law.outdated(day, words.date.day(outdatedSince))],
    articles: articles.map((article) => viewLawPassage(article, words)),
    disclaimer: words.law.disclaimer,
  };
}
