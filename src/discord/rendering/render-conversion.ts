import type { Words } from '../../wording/words.js';
import { boldMarkdown, escapeMarkdown } from './escape-markdown.js';
import type { OutgoingMessage } from './message.js';
import { field, READ_ON, subtext } from './render-passage.js';
import { renderPage, type Block, type PageAsked } from './render-pages.js';
import { splitText } from './split-text.js';

/** Code points of a part of a text that does not fit a page: with everything around it at its longest it does. */
const PART_LENGTH = 400;
const NOTICE_LENGTH = 200;
const NOTICES = 3;

/** A text in another script than that of its source. */
export interface ConvertedText {
  /** Title and place of its source, as the source has them. */
  readonly heading: string;
  readonly text: string;
  /** What a reader must know of it, as whole sentences. */
  readonly notices: readonly string[];
}

/**
 * One page of converted texts. Every page says that it is a conversion; nothing on it looks like a quotation: no bar
 * beside the text, no marks around it, no checksum under it.
 */
export function renderConversion(texts: readonly ConvertedText[], words: Words, asked: PageAsked): OutgoingMessage {
  const { heading, explanation } = words.discord.buttons.conversion;
  const head = [`### ${escapeMarkdown(heading)}`, ...asked.notices.map((notice) => boldMarkdown(notice))].join('\n');
  const foot = [explanation, words.law.disclaimer].map((line) => subtext(field(line, NOTICE_LENGTH)));
  return renderPage({ head, blocks: texts.map(blockOf), foot }, asked, words);
}

function blockOf({ heading, text, notices }: ConvertedText): Block {
  const opening = boldMarkdown(heading);
  const closing = notices.slice(0, NOTICES).map((notice) => subtext(field(notice, NOTICE_LENGTH)));
  const parts = splitText(text, PART_LENGTH);
  return {
    whole: [opening, escapeMarkdown(text), ...closing].join('\n'),
    parts: parts.map((part, index) =>
      [
        index === 0 ? opening : subtext(READ_ON),
        escapeMarkdown(part),
        ...(index === parts.length - 1 ? closing : [subtext(READ_ON)]),
      ].join('\n'),
    ),
  };
}
