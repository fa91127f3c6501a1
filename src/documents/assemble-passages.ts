import type { SourceDocument } from './document.js';
import { lengthBetween } from './join-spans.js';
import { passageId } from './passage-id.js';
import type { Passage, Provision } from './passage.js';
import { joinSlices, sourceSpans, spanLength, type Span } from './span.js';
import type { TextUnit } from './text-units.js';

/** Units that become one passage, with where they stand. */
export interface PassageDraft {
  /** In reading order, at least one. */
  readonly units: readonly TextUnit[];
  readonly section: readonly string[];
  readonly provision: Provision | null;
}

/** The passages of a document from their drafts, in the order given: ids, positions, slices and sentences. */
export function assemblePassages(document: SourceDocument, drafts: readonly PassageDraft[]): readonly Passage[] {
  const passages: Passage[] = [];
  const occurrences = new Map<string, number>();
  for (const { units, section, provision } of drafts) {
    const { spans, sentences } = assemble(document.source, units);
    const text = joinSlices(document.source, spans);
    const occurrence = occurrences.get(text) ?? 0;
    occurrences.set(text, occurrence + 1);
    const [first, last] = [units[0], units.at(-1)];
    if (first === undefined || last === undefined) continue;
    passages.push({
      id: passageId(document.metadata.id, text, occurrence),
      document: document.metadata.id,
      position: passages.length,
      text,
      spans,
      sentences,
      section,
      role: first.block.role,
      truncated: {
        start: first.block.truncated.start && first.span[0] === 0,
        end: last.block.truncated.end && last.endsBlock,
      },
      provision,
      page: first.block.page,
    });
  }
  return passages;
}

/** Length of the white space that stands between two units when both are in one passage. */
export function spaceBetween(source: string, before: TextUnit | undefined, unit: TextUnit): number {
  const last = before === undefined ? undefined : sourceSpans(before.block, before.span).at(-1);
  const next = sourceSpans(unit.block, unit.span)[0];
  return last === undefined || next === undefined ? 0 : (lengthBetween(source, last, next) ?? 0);
}

/** Spans in the source and sentences in the passage's text, for units that follow each other. */
function assemble(
  source: string,
  units: readonly TextUnit[],
): { readonly spans: readonly Span[]; readonly sentences: readonly Span[] } {
  const spans: Span[] = [];
  const sentences: Span[] = [];
  let length = 0;
  let opened: number | null = null;
  for (const [index, unit] of units.entries()) {
    for (const span of sourceSpans(unit.block, unit.span)) {
      const last = spans.at(-1);
      const between = last === undefined ? null : lengthBetween(source, last, span);
      if (last !== undefined && between !== null) {
        spans[spans.length - 1] = [last[0], span[1]];
        length += between;
      } else spans.push(span);
      opened ??= length;
      length += spanLength(span);
    }
    if (unit.endsSentence || index === units.length - 1) {
      if (opened !== null) sentences.push([opened, length]);
      opened = null;
    }
  }
  return { spans, sentences };
}
