import type { Block } from './document.js';
import { splitAtCommas, splitClauses, splitSentences } from './sentences.js';
import { trimSpan } from './source-lines.js';
import { joinSlices, spanLength, type Span } from './span.js';

/** The smallest stretch that a passage is put together from: a sentence, or a part of one that is too long for any passage. */
export interface TextUnit {
  readonly block: Block;
  /** Within the joined text of the block. */
  readonly span: Span;
  /** The unit ends a sentence; false where a long sentence was cut after it. */
  readonly endsSentence: boolean;
  readonly endsBlock: boolean;
  /** It ends in a colon: what follows belongs to it. */
  readonly leads: boolean;
}

/** The units of a block, in order. None is longer than `longest` UTF-16 units. */
export function textUnits(source: string, block: Block, longest: number): readonly TextUnit[] {
  const text = joinSlices(source, block.spans);
  const sentences = splitSentences(text);
  return sentences.flatMap((sentence, index) => {
    const parts = cutToLength(text, sentence, longest);
    return parts.map((span, part) => ({
      block,
      span,
      endsSentence: part === parts.length - 1,
      endsBlock: part === parts.length - 1 && index === sentences.length - 1,
      leads: /[：:]$/u.test(text.slice(...span)),
    }));
  });
}

/** Cuts at ；, then at commas, then anywhere but inside a surrogate pair, and puts neighbours together again where they fit. */
function cutToLength(text: string, span: Span, longest: number): readonly Span[] {
  if (spanLength(span) <= longest) return [span];
  const pieces = splitClauses(text, span)
    .flatMap((clause) => (spanLength(clause) <= longest ? [clause] : splitAtCommas(text, clause)))
    .flatMap((piece) => (spanLength(piece) <= longest ? [piece] : cutAnywhere(text, piece, longest)));
  const together: Span[] = [];
  for (const piece of pieces) {
    const last = together.at(-1);
    const endsClause = last !== undefined && /[；;]$/u.test(text.slice(...last));
    if (last !== undefined && !endsClause && piece[1] - last[0] <= longest)
      together[together.length - 1] = [last[0], piece[1]];
    else together.push(piece);
  }
  return together;
}

/** A stretch cut into pieces of at most `longest` units, never inside a surrogate pair, without the white space around them. */
export function cutAnywhere(text: string, [start, end]: Span, longest: number): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > longest) {
    const insidePair = /[\ud800-\udbff]/.test(text.charAt(from + longest - 1));
    const to = from + longest - (insidePair ? 1 : 0);
    pieces.push([from, to]);
    from = to;
  }
  pieces.push([from, end]);
  return pieces.map((piece) => trimSpan(text, piece)).filter(([first, last]) => first < last);
}
