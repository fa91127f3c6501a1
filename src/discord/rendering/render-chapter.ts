import type { Notice } from '../../answering/answer.js';
import type { LawChapter, LawPassage } from '../../answering/law/law-answer.js';
import { viewNotice } from '../../wording/views/citation-view.js';
import { viewLawChapter } from '../../wording/views/law-chapter-view.js';
import { viewLawPassage, type LawPassageView } from '../../wording/views/law-view.js';
import type { Words } from '../../wording/words.js';
import { clipText } from './clip-text.js';
import { boldMarkdown, escapeMarkdown, quoteMarkdown } from './escape-markdown.js';
import type { OutgoingMessage } from './message.js';
import { address, field, READ_ON, subtext } from './render-passage.js';
import { renderPage, type Block, type PageAsked } from './render-pages.js';
import { splitText } from './split-text.js';

/** Code points of a part of an article that does not fit a page: with everything around it at its longest it does. */
const PART_LENGTH = 400;

const NOTICE_LENGTH = 200;
const NOTICES = 3;

/** One page of a chapter of a law: its articles word for word, with what a reader must know on every page. */
export function renderChapter(chapter: LawChapter, words: Words, asked: PageAsked): OutgoingMessage {
  const { heading, section, notices, articles, disclaimer } = viewLawChapter(chapter, words);
  const [first] = articles;
  const head = [
    `### ${field(heading)}`,
    ...(section === null ? [] : [field(section)]),
    ...[...asked.notices, ...(notices.length > 0 ? notices : outdatedNotices(chapter, words))]
      .slice(0, NOTICES)
      .map((notice) => boldMarkdown(clipText(notice, NOTICE_LENGTH))),
  ].join('\n');
  const source =
    first === undefined ? [] : [[field(first.source.line), ...address(first.url)].join(words.partSeparator)];
  const blocks = wholeArticles(chapter.articles).map((pieces, index, all) =>
    blockOf(pieces, index === 0 ? chapter.section : sectionOf(all[index - 1]), words),
  );
  return renderPage({ head, blocks, foot: [...source, field(disclaimer)].map(subtext) }, asked, words);
}

/** Puts the pieces of each article together. */
function wholeArticles(passages: readonly LawPassage[]): readonly (readonly LawPassage[])[] {
  const articles: LawPassage[][] = [];
  for (const passage of passages) {
    const last = articles.at(-1);
    const number = passage.citation.provision?.article;
    if (number !== undefined && last?.[0]?.citation.provision?.article === number) last.push(passage);
    else articles.push([passage]);
  }
  return articles;
}

const sectionOf = (pieces: readonly LawPassage[] | undefined): readonly string[] => pieces?.[0]?.citation.section ?? [];

/** An article; over it the headings that begin with it, under it what must be known of it. */
function blockOf(pieces: readonly LawPassage[], before: readonly string[], words: Words): Block {
  const views = pieces.map((piece) => viewLawPassage(piece, words));
  const section = sectionOf(pieces);
  const begins = section.filter((one, level) => before[level] !== one);
  const opening = begins.length === 0 ? [] : [boldMarkdown(clipText(begins.join(' '), NOTICE_LENGTH))];
  const text = textOf(pieces, views, words);
  const closing = ownNotices(pieces).map((notice) => subtext(field(viewNotice(notice, words), NOTICE_LENGTH)));
  const quoted = (part: string): string => quoteMarkdown(escapeMarkdown(part));
  const parts = splitText(text, PART_LENGTH);
  return {
    whole: [...opening, quoted(text), ...closing].join('\n'),
    parts: parts.map((part, index) =>
      [
        ...(index === 0 ? opening : [subtext(READ_ON)]),
        quoted(part),
        ...(index === parts.length - 1 ? closing : [subtext(READ_ON)]),
      ].join('\n'),
    ),
  };
}

/** The text of an article in the lines of its source: a piece that was cut inside a line goes on in it. */
function textOf(pieces: readonly LawPassage[], views: readonly LawPassageView[], words: Words): string {
  const joined = views.map(({ lines }, index) => {
    const end = pieces[index - 1]?.citation.spans.at(-1)?.[1];
    const goesOn = end !== undefined && end === pieces[index]?.citation.spans[0]?.[0];
    return `${index === 0 || goesOn ? '' : '\n'}${lines.join('\n')}`;
  });
  const before = views[0]?.gaps.start === true ? [words.gapMark] : [];
  const after = views.at(-1)?.gaps.end === true ? [words.gapMark] : [];
  return [...before, joined.join(''), ...after].join('\n');
}

/** A text that counted on the day that was asked for may be out of date today: its articles say so. */
function outdatedNotices({ articles }: LawChapter, words: Words): readonly string[] {
  return differentNotices(articles)
    .filter(({ key }) => key === 'text-outdated')
    .map((notice) => viewNotice(notice, words));
}

/** That the text is out of date stands over the page already. */
function ownNotices(pieces: readonly LawPassage[]): readonly Notice[] {
  return differentNotices(pieces)
    .filter(({ key }) => key !== 'text-outdated')
    .slice(0, NOTICES);
}

function differentNotices(passages: readonly LawPassage[]): readonly Notice[] {
  const notices = passages.flatMap(({ citation }) => citation.notices);
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}
