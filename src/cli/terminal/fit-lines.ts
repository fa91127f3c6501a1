import { stripVTControlCharacters } from 'node:util';
import { renderParagraph } from './render-paragraph.js';
import { textWidth } from './text-width.js';

/** How much further than its beginning a line goes on. */
const CONTINUATION = 2;

/**
 * The lines of a text as they are where they fit, so that tables and indented lists stay as they were set; longer ones
 * wrapped, indented from the second line on. Colour codes take no room.
 * @param columns null where the lines go to no terminal: then nothing is wrapped
 */
export function fitLines(text: string, columns: number | null): readonly string[] {
  const lines = text.split('\n');
  if (columns === null) return lines;
  return lines.flatMap((line) => {
    if (textWidth(stripVTControlCharacters(line)) <= columns) return [line];
    const indent = line.length - line.trimStart().length;
    const [first = '', ...rest] = renderParagraph(line.trim(), columns - CONTINUATION, indent);
    return [first, ...rest.map((one) => ' '.repeat(CONTINUATION) + one)];
  });
}
