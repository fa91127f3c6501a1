import type { Citation } from '../../answering/answer.js';
import { gbCitation, plainCitation } from '../../wording/views/citation-formats.js';
import { viewNotice } from '../../wording/views/citation-view.js';
import type { Words } from '../../wording/words.js';
import { clipText } from './clip-text.js';
import { boldMarkdown } from './escape-markdown.js';
import { containerMessage, fitsLimits, textDisplay, type OutgoingMessage } from './message.js';
import { field, subtext } from './render-passage.js';

/** Code points of one citation, from more than any real one has to what fits of ten. */
const FORM_LENGTHS = [600, 300, 150] as const;
const SHORTEST_FORM = 70;
const NOTICE_LENGTH = 200;
const NOTICES = 3;

/** A citation, with its number in an answer; without one where it is not one of several. */
export interface NumberedCitation {
  readonly rank: number | null;
  readonly citation: Citation;
}

/** How citations are to be given. */
export interface CitationAsked {
  /** The day on which they were read, YYYY-MM-DD. */
  readonly accessed: string;
  /** What must be said beside their notices, as whole sentences. */
  readonly notices: readonly string[];
}

/**
 * Citations in the forms that are copied, a line each, each form in a block of code: Discord offers to copy it, and marks
 * nothing up in it. At most ten, which is more than a message shows.
 */
export function renderCitations(
  citations: readonly NumberedCitation[],
  words: Words,
  { accessed, notices }: CitationAsked,
): OutgoingMessage {
  const { plainForm, nationalStandardForm } = words.discord.buttons;
  const said = remarks(citations, notices, words);
  const list = (form: (citation: Citation) => string, length: number): string =>
    codeBlock(
      citations.map(({ rank, citation }) => `${rank === null ? '' : `[${rank}] `}${form(citation)}`),
      length,
    );
  const message = (length: number): OutgoingMessage =>
    containerMessage([
      textDisplay(`${boldMarkdown(plainForm)}\n${list((one) => plainCitation(one, words), length)}`),
      textDisplay(`${boldMarkdown(nationalStandardForm)}\n${list((one) => gbCitation(one, accessed), length)}`),
      ...(said === '' ? [] : [textDisplay(said)]),
    ]);
  return FORM_LENGTHS.map(message).find(fitsLimits) ?? message(SHORTEST_FORM);
}

/** What a reader must know of them, as markdown; empty where that is nothing. */
function remarks(citations: readonly NumberedCitation[], notices: readonly string[], words: Words): string {
  const own = citations.flatMap(({ citation }) => citation.notices.map((notice) => viewNotice(notice, words)));
  const isLaw = citations.some(({ citation }) => citation.provision !== null);
  const lines = [...new Set([...notices, ...own])].slice(0, NOTICES);
  return [...lines, ...(isLaw ? [words.law.disclaimer] : [])]
    .map((line) => subtext(field(line, NOTICE_LENGTH)))
    .join('\n');
}

/**
 * Lines in a block of code, the end of one of more than `length` code points left out. Three backticks would end the block:
 * of such a run every one becomes an apostrophe.
 */
function codeBlock(texts: readonly string[], length: number): string {
  const lines = texts.map((text) =>
    clipText(text.replace(/\s+/g, ' ').trim(), length).replace(/`{3,}/g, (run) => "'".repeat(run.length)),
  );
  return `\`\`\`\n${lines.join('\n')}\n\`\`\``;
}
