import { spaceBetween } from '../../documents/assemble-passages.js';
import { cheapestRuns, PASSAGE_LENGTH } from '../../documents/cheapest-runs.js';
import type { Block } from '../../documents/document.js';
import { splitAtCommas, splitClauses, splitSentences } from '../../documents/sentences.js';
import { joinSlices, spanLength, type Span } from '../../documents/span.js';
import { cutAnywhere, textUnits, type TextUnit } from '../../documents/text-units.js';

/** A line of an article: the 款 that it belongs to, from 1, and its 项. */
export interface ArticleLine {
  readonly block: Block;
  readonly paragraph: number;
  /** Null where it stands in no 项. */
  readonly item: number | null;
}

/** A piece of an article that becomes one passage. */
export interface ArticlePiece {
  readonly units: readonly TextUnit[];
  /** Null where the piece holds several 款, or the article has one only and so names none. */
  readonly paragraph: number | null;
  /** Null where the piece holds several 项, or something that stands in none. */
  readonly item: number | null;
  /** The first and the last 项 where it holds several and nothing else; else null. */
  readonly items: readonly [first: number, last: number] | null;
}

/** A unit with its line. */
interface LineUnit {
  readonly unit: TextUnit;
  readonly line: ArticleLine;
  /** What a cut behind it costs. */
  readonly cost: number;
  /** Nothing may be cut behind it: an exception or a prohibition follows. */
  readonly bound: boolean;
}

/** What begins an exception or a prohibition that must not be read without what stands before it. */
const BOUND_TO_WHAT_STANDS_BEFORE = /^(?:但|除外|不得)/u;

/**
 * What a cut costs, in the unit of a piece's own cost: 1 is being 100 characters off the ideal length. The end of a 项
 * is free, one in a sentence a last resort, one behind a colon parts what announces from what is announced. Where an
 * exception is longer than a passage it is cut from what it is bound to all the same, rather than not at all.
 */
const CUT_COST = { inItem: 0.5, afterColon: 2, clause: 1.5, comma: 6, anywhere: 20, bound: 1000 } as const;

/**
 * Cuts an article: one piece where it is no longer than a passage may be, else one for each 款, and of a 款 that is still
 * too long runs of its 项, or of its sentences; never before 但, 除外 or 不得 where that can be kept at all.
 */
export function cutArticle(source: string, lines: readonly ArticleLine[]): readonly ArticlePiece[] {
  const several = new Set(lines.map(({ paragraph }) => paragraph)).size > 1;
  const whole = lines.flatMap(({ block }) => textUnits(source, block, PASSAGE_LENGTH.longest));
  if (lengthOf(source, whole) <= PASSAGE_LENGTH.longest)
    return [{ units: whole, paragraph: null, item: null, items: null }];
  return paragraphs(unitsOf(source, lines))
    .flatMap((paragraph) =>
      lengthOf(
        source,
        paragraph.map(({ unit }) => unit),
      ) <= PASSAGE_LENGTH.longest
        ? [paragraph]
        : bestCut(source, paragraph),
    )
    .map((piece) => pieceOf(piece, several));
}

function unitsOf(source: string, lines: readonly ArticleLine[]): readonly LineUnit[] {
  const units = lines.flatMap((line) => {
    const text = joinSlices(source, line.block.spans);
    const sentences = splitSentences(text);
    return sentences.flatMap((sentence, place) =>
      partsOf(text, sentence).map(({ span, cost }, index, all): Omit<LineUnit, 'bound'> => {
        const endsSentence = index === all.length - 1;
        const endsBlock = endsSentence && place === sentences.length - 1;
        const leads = /[:：]$/u.test(text.slice(...span));
        const own = endsBlock ? 0 : endsSentence ? CUT_COST.inItem : cost;
        return {
          unit: { block: line.block, span, endsSentence, endsBlock, leads },
          line,
          cost: leads ? CUT_COST.afterColon : own,
        };
      }),
    );
  });
  return units.map((one, index) => {
    const next = units[index + 1]?.unit;
    const text = next === undefined ? '' : joinSlices(source, next.block.spans).slice(...next.span);
    return { ...one, bound: BOUND_TO_WHAT_STANDS_BEFORE.test(text) };
  });
}

/** A part of a sentence, with what a cut behind it costs. */
interface SentencePart {
  readonly span: Span;
  readonly cost: number;
}

/** A sentence cut at ； and at commas, because an exception may follow there, and what is still too long by length. */
function partsOf(text: string, sentence: Span): readonly SentencePart[] {
  return splitClauses(text, sentence).flatMap((clause) => {
    const parts = splitAtCommas(text, clause);
    return parts.flatMap((part, index): readonly SentencePart[] => {
      const cost = index === parts.length - 1 ? CUT_COST.clause : CUT_COST.comma;
      if (spanLength(part) <= PASSAGE_LENGTH.longest) return [{ span: part, cost }];
      return cutAnywhere(text, part, PASSAGE_LENGTH.longest).map((span) => ({ span, cost: CUT_COST.anywhere }));
    });
  });
}

/** The units of each 款; two stay together where the second begins with an exception. */
function paragraphs(units: readonly LineUnit[]): readonly (readonly LineUnit[])[] {
  const found: LineUnit[][] = [];
  for (const [index, unit] of units.entries()) {
    const before = units[index - 1];
    const goesOn = before !== undefined && (before.bound || before.line.paragraph === unit.line.paragraph);
    const last = found.at(-1);
    if (goesOn && last !== undefined) last.push(unit);
    else found.push([unit]);
  }
  return found;
}

/** The cut into pieces of at most the longest length that costs least in total. */
function bestCut(source: string, units: readonly LineUnit[]): readonly (readonly LineUnit[])[] {
  const joints = units.map(({ cost, bound }) => ({ cut: cost + (bound ? CUT_COST.bound : 0), keep: 0 }));
  const runs = cheapestRuns(
    source,
    units.map(({ unit }) => unit),
    joints,
  );
  return runs.map((run) => units.slice(...run));
}

function lengthOf(source: string, units: readonly TextUnit[]): number {
  return units.reduce(
    (sum, unit, index) => sum + spanLength(unit.span) + spaceBetween(source, units[index - 1], unit),
    0,
  );
}

function pieceOf(units: readonly LineUnit[], several: boolean): ArticlePiece {
  const inside = [...new Set(units.map(({ line }) => line.paragraph))];
  const items = [...new Set(units.map(({ line }) => line.item))];
  const paragraph = several && inside.length === 1 ? (inside[0] ?? null) : null;
  const [first, last] = [items[0], items.at(-1)];
  const isRun = inside.length === 1 && items.length > 1 && !items.includes(null);
  return {
    units: units.map(({ unit }) => unit),
    paragraph,
    item: inside.length === 1 && items.length === 1 ? (first ?? null) : null,
    items: isRun && first != null && last != null ? [first, last] : null,
  };
}
