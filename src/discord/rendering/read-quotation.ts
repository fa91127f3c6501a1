import { escapeMarkdown } from './escape-markdown.js';
import type { Words } from '../../wording/words.js';
import { READ_ON, subtext } from './render-passage.js';

const QUOTED = /^> ?/;
/** What is escaped stays; bold marks that are not escaped go. */
const ESCAPED_OR_BOLD = /\\([^0-9A-Za-z\s])|\*\*/gu;

/**
 * The text of a quotation as `quotation` has written it: without what marks it up, and without the marks where the source
 * has lost text. Null where none is quoted, or where a part of it was left out.
 */
export function readQuotation(markdown: string, words: Words): string | null {
  const lines = markdown.split('\n');
  const quoted = lines.filter((line) => QUOTED.test(line));
  if (quoted.length === 0 || isCut(lines, words)) return null;
  const gap = escapeMarkdown(words.gapMark);
  const shown = quoted.map((line) => line.replace(QUOTED, '')).join('\n');
  const from = shown.startsWith(`${gap} `) ? gap.length + 1 : 0;
  const to = shown.endsWith(` ${gap}`) ? shown.length - gap.length - 1 : shown.length;
  return shown.slice(from, to).replace(ESCAPED_OR_BOLD, '$1');
}

function isCut(lines: readonly string[], words: Words): boolean {
  const before = subtext(READ_ON);
  const after = subtext(`${READ_ON} ${escapeMarkdown(words.discord.shortened)}`);
  return lines.some((line) => line === before || line === after);
}
