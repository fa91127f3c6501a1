import type { SourceDocumentView, SourcesView } from '../../wording/views/sources-view.js';
import { printable } from '../terminal/printable.js';
import { renderLabelled, renderParagraph } from '../terminal/render-paragraph.js';
import { textWidth } from '../terminal/text-width.js';
import type { Canvas } from './render-answer.js';

/** Where an id is wider than this, what belongs to it stands below it. */
const WIDEST_ID = 16;
const LAW_INDENT = 2;

/**
 * The documents, one block each: id and title, who speaks, how many passages, file. Texts of laws come after them, the
 * title of each law once and under it a line for each text: there may be more than a thousand.
 */
export function renderSources({ heading, documents }: SourcesView, canvas: Canvas): readonly string[] {
  const laws = documents.filter(({ lawText }) => lawText !== null);
  const others = documents.filter(({ lawText }) => lawText === null);
  const widths = others.map(({ id }) => textWidth(id)).filter((width) => width <= WIDEST_ID);
  const indent = Math.max(0, ...widths) + 2;
  return [
    canvas.style.heading(heading),
    ...others.flatMap((one) => ['', ...renderDocument(one, indent, canvas)]),
    ...(laws.length === 0 ? [] : ['', canvas.style.heading(canvas.words.sources.lawTexts(laws.length))]),
    ...renderLaws(laws, canvas),
  ];
}

function renderDocument(one: SourceDocumentView, indent: number, { style, columns }: Canvas): readonly string[] {
  const isWide = textWidth(one.id) > indent - 2;
  const [first = '', ...rest] = isWide
    ? [one.id, ...renderParagraph(one.title, columns, indent)]
    : renderLabelled(one.id, one.title, columns, indent);
  return [
    style.heading(one.id) + first.slice(one.id.length),
    ...rest,
    ...renderParagraph(one.speaker.line, columns, indent),
    style.quiet(`${' '.repeat(indent)}${one.passages} · ${printable(one.source.line)}`),
  ];
}

/** Laws in the order of their first texts, the texts of one in that of the documents. */
function renderLaws(texts: readonly SourceDocumentView[], canvas: Canvas): readonly string[] {
  const byTitle = new Map<string, SourceDocumentView[]>();
  for (const text of texts) byTitle.set(text.title, [...(byTitle.get(text.title) ?? []), text]);
  return [...byTitle].flatMap(([title, own]) => [
    ...renderParagraph(title, canvas.columns, 0),
    ...own.map(({ id, lawText, passages }) =>
      canvas.style.quiet(' '.repeat(LAW_INDENT) + [lawText, passages, printable(id)].join(canvas.words.partSeparator)),
    ),
  ]);
}
