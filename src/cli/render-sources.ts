import type { SourcesView } from '../wording/sources-view.js';
import { printable } from './printable.js';
import type { Canvas } from './render-answer.js';
import { renderLabelled, renderParagraph } from './render-quote.js';
import { textWidth } from './text-width.js';

/** The documents, one block each: id and title, who speaks, how many passages, file. */
export function renderSources(view: SourcesView, { style, columns }: Canvas): readonly string[] {
  const idWidth = Math.max(0, ...view.documents.map(({ id }) => textWidth(id)));
  const indent = idWidth + 2;
  return [
    style.heading(view.heading),
    ...view.documents.flatMap((one) => {
      const [first = '', ...rest] = renderLabelled(one.id, one.title, columns, indent);
      return [
        '',
        style.heading(one.id) + first.slice(one.id.length),
        ...rest,
        ...renderParagraph(one.speaker.line, columns, indent),
        style.quiet(`${' '.repeat(indent)}${one.passages} · ${printable(one.source.line)}`),
      ];
    }),
  ];
}
