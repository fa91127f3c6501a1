import { assemblePassages, spaceBetween, type PassageDraft } from './assemble-passages.js';
import type { Block, SourceDocument } from './document.js';
import type { Passage } from './passage.js';
import { joinSlices, spanLength } from './span.js';
import { textUnits, type TextUnit } from './text-units.js';

/** Raised whenever the same document, or the same text of a law, would give other passages. */
export const SPLITTER_VERSION = 3;

/** Lengths in UTF-16 units. A passage is as near to `ideal` as whole sentences allow, and never longer than `longest`. */
export const PASSAGE_LENGTH = { ideal: 170, longest: 400 } as const;

/**
 * What a cut costs, in the unit of a passage's own cost: 1 is being 100 characters off the ideal length. The end of a
 * paragraph is free, a cut in a paragraph worth some unevenness, one inside a sentence or after a colon the last resort.
 * Two paragraphs in one passage cost a little too: most paragraphs have a topic of their own.
 */
const CUT_COST = { inParagraph: 0.4, inSentence: 6, afterColon: 3, paragraphsTogether: 0.3 } as const;

/**
 * Cuts a document into passages of whole sentences: never across a heading, a gap or the end of a section, at most
 * `PASSAGE_LENGTH.longest` characters, as even as the sentences allow (least total cost, by dynamic programming).
 * Headings, credits, labels and dropped lines are in none. The same document always gives the same passages.
 */
export function splitPassages(document: SourceDocument): readonly Passage[] {
  return assemblePassages(document, draftPassages(document.source, document.blocks));
}

/** The drafts of the passages of some blocks in reading order. */
export function draftPassages(source: string, blocks: readonly Block[]): readonly PassageDraft[] {
  return stretches(blocks, source).flatMap((stretch) =>
    bestPartition(
      source,
      stretch.blocks.flatMap((block) => textUnits(source, block, PASSAGE_LENGTH.longest)),
    ).map((units) => ({ units, section: stretch.section, provision: null })),
  );
}

/** Blocks between which no passage boundary is forced, with the headings above them. */
interface Stretch {
  readonly section: readonly string[];
  readonly blocks: readonly Block[];
}

function stretches(blocks: readonly Block[], source: string): readonly Stretch[] {
  const found: { section: readonly string[]; blocks: Block[] }[] = [];
  let headings: readonly { readonly level: number; readonly text: string }[] = [];
  let open = false;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const level = block.level ?? 1;
      headings = headings.filter((one) => one.level < level);
      if (level > 1) headings = [...headings, { level, text: joinSlices(source, block.spans) }];
      open = false;
    } else if (block.kind === 'paragraph' || block.kind === 'list-item' || block.kind === 'caption') {
      if (block.leavesSection) headings = [];
      const last = found.at(-1);
      const goesOn = open && !block.leavesSection && !block.afterGap && last?.blocks.at(-1)?.role === block.role;
      if (goesOn) last.blocks.push(block);
      // A caption belongs to no section; the text after it is still in the one that it interrupts.
      else found.push({ section: block.role === 'caption' ? [] : headings.map(({ text }) => text), blocks: [block] });
      open = true;
    } else open = false;
  }
  return found;
}

function cutCost(unit: TextUnit, isLast: boolean): number {
  if (isLast) return 0;
  if (!unit.endsSentence) return CUT_COST.inSentence;
  if (unit.leads) return CUT_COST.afterColon;
  return unit.endsBlock ? 0 : CUT_COST.inParagraph;
}

/** The partition of the units into runs of at most the longest length that costs least in total. */
function bestPartition(source: string, units: readonly TextUnit[]): readonly (readonly TextUnit[])[] {
  const spaceBefore = units.map((unit, index) => spaceBetween(source, units[index - 1], unit));
  const best: { readonly cost: number; readonly from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= units.length; end += 1) {
    let chosen = { cost: Infinity, from: end - 1 };
    let length = 0;
    let together = 0;
    for (let from = end - 1; from >= 0; from -= 1) {
      const unit = units[from];
      if (unit === undefined) break;
      length += spanLength(unit.span) + (from === end - 1 ? 0 : (spaceBefore[from + 1] ?? 0));
      if (length > PASSAGE_LENGTH.longest && from < end - 1) break;
      if (unit.endsBlock && from < end - 1) together += CUT_COST.paragraphsTogether;
      const own = ((length - PASSAGE_LENGTH.ideal) / 100) ** 2 + together;
      const last = units[end - 1] ?? unit;
      const cost = (best[from]?.cost ?? Infinity) + own + cutCost(last, end === units.length);
      if (cost < chosen.cost) chosen = { cost, from };
    }
    best.push(chosen);
  }
  const runs: (readonly TextUnit[])[] = [];
  for (let end = units.length; end > 0;) {
    const from = best[end]?.from ?? end - 1;
    runs.push(units.slice(from, end));
    end = from;
  }
  return runs.reverse();
}
