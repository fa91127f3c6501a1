import type { Block } from './document.js';
import { joinSpans } from './join-spans.js';
import { withoutMarkup } from './markup.js';
import { orderedLines } from './read-sidecar.js';
import type { SidecarDocument } from './sidecar-schema.js';
import { sourceLines, trimSpan } from './source-lines.js';
import type { Span } from './span.js';

/** A part of a line that has one use. */
interface Piece {
  readonly line: number;
  readonly span: Span;
  readonly kind: Block['kind'];
  readonly level: number | null;
}

const inRanges = (line: number, ranges: readonly (readonly [number, number])[]): boolean =>
  ranges.some(([from, to]) => from <= line && line <= to);

/** The blocks of one document of a file, in the reading order that its sidecar gives; title and dropped lines first. */
export function blocksFromSidecar(
  document: SidecarDocument,
  source: string,
  markers: readonly string[],
): readonly Block[] {
  const lines = sourceLines(source);
  const spanOf = (line: number): Span => lines[line - 1]?.span ?? [0, 0];
  const written = orderedLines(document).filter((line) => spanOf(line)[0] < spanOf(line)[1]);
  const outside = (kind: Block['kind'], level: number | null, numbers: readonly number[]): readonly Block[] =>
    numbers.filter((line) => spanOf(line)[0] < spanOf(line)[1]).map((line) => plainBlock(kind, level, [spanOf(line)]));
  const wholeCredits = document.credits.filter((credit) => typeof credit === 'number');
  return [
    ...outside('heading', 1, document.title.lines),
    ...outside(
      'label',
      null,
      document.labels.filter((line) => !written.includes(line)),
    ),
    ...outside(
      'credit',
      null,
      wholeCredits.filter((line) => !written.includes(line)),
    ),
    ...bodyBlocks(document, source, written, spanOf, markers),
    ...outside('dropped', null, document.drop),
  ];
}

function bodyBlocks(
  document: SidecarDocument,
  source: string,
  written: readonly number[],
  spanOf: (line: number) => Span,
  markers: readonly string[],
): readonly Block[] {
  const continues = new Set(document.joins.map(([, to]) => to));
  const lost = (line: number, where: 'start' | 'end'): boolean =>
    document.truncated.some((one) => one.line === line && one.where === where);
  const blocks: Block[] = [];
  let before: Piece | null = null;
  const pieces = written.flatMap((line) => piecesOf(document, source, line, spanOf(line)));
  for (const [index, piece] of pieces.entries()) {
    const { line, kind, level } = piece;
    const endIsLost = lost(line, 'end') && pieces[index + 1]?.line !== line;
    const isMarked = kind === 'list-item' || inRanges(line, document.abstract);
    const spans = withoutMarkup(source, piece.span, isMarked ? markers : []);
    const firstOfLine = before?.line !== line;
    const last = blocks.at(-1);
    const goesOn = firstOfLine ? continues.has(line) : false;
    const sameCaption =
      kind === 'caption' && before?.kind === 'caption' && inSameRange(before.line, line, document.captions);
    if (last !== undefined && last.kind === kind && (goesOn || sameCaption)) {
      blocks[blocks.length - 1] = {
        ...last,
        spans: joinSpans(source, last.spans, spans),
        truncated: { start: last.truncated.start, end: endIsLost },
      };
    } else {
      blocks.push({
        ...plainBlock(kind, level, spans),
        role: kind === 'caption' ? 'caption' : inRanges(line, document.abstract) ? 'abstract' : 'body',
        truncated: { start: firstOfLine && lost(line, 'start'), end: endIsLost },
        leavesSection: before !== null && before.line !== line && document.section_ends_after.includes(before.line),
        afterGap:
          before !== null &&
          firstOfLine &&
          (lost(line, 'start') || lost(before.line, 'end') || !followsOn(source, before.span, piece.span)),
      });
    }
    before = piece;
  }
  return blocks;
}

/** Whether nothing but white space lies between two pieces: text of something else would otherwise stand in a passage. */
const followsOn = (source: string, [, end]: Span, [start]: Span): boolean =>
  end <= start && source.slice(end, start).trim() === '';

const inSameRange = (one: number, other: number, ranges: readonly (readonly [number, number])[]): boolean =>
  ranges.some(([from, to]) => from <= one && one <= to && from <= other && other <= to);

/** Cuts a line at its run-in headings and credits. */
function piecesOf(document: SidecarDocument, source: string, line: number, span: Span): readonly Piece[] {
  const kind = kindOf(document, line);
  const level = kind === 'heading' ? levelOf(document, line) : null;
  const inner = [
    ...document.run_in_headings
      .filter((one) => one.line === line)
      .map(({ text, level: own }) => ({ text, kind: 'heading' as const, level: own })),
    ...document.credits
      .filter((one) => typeof one !== 'number')
      .filter((one) => one.line === line)
      .map(({ text }) => ({ text, kind: 'credit' as const, level: null })),
  ]
    .map((one) => ({ ...one, start: source.indexOf(one.text, span[0]) }))
    .sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let from = span[0];
  for (const one of inner) {
    pieces.push({ line, span: trimSpan(source, [from, one.start]), kind, level });
    pieces.push({ line, span: [one.start, one.start + one.text.length], kind: one.kind, level: one.level });
    from = one.start + one.text.length;
  }
  pieces.push({ line, span: trimSpan(source, [from, span[1]]), kind, level });
  return pieces.filter((piece) => piece.span[0] < piece.span[1]);
}

function kindOf(document: SidecarDocument, line: number): Block['kind'] {
  if (document.credits.includes(line)) return 'credit';
  if (document.labels.includes(line)) return 'label';
  if (inRanges(line, document.captions)) return 'caption';
  if (Object.values(document.headings).some((lines) => lines.includes(line))) return 'heading';
  return document.list_items.includes(line) ? 'list-item' : 'paragraph';
}

function levelOf(document: SidecarDocument, line: number): number {
  return Number(Object.entries(document.headings).find(([, lines]) => lines.includes(line))?.[0] ?? 2);
}

/** A block with nothing special about it. */
export function plainBlock(kind: Block['kind'], level: number | null, spans: readonly Span[]): Block {
  return {
    kind,
    spans,
    level,
    role: 'body',
    truncated: { start: false, end: false },
    leavesSection: false,
    afterGap: false,
    page: null,
  };
}
