import { assemblePassages, type PassageDraft } from './assemble-passages.js';
import { cheapestRuns, PASSAGE_LENGTH } from './cheapest-runs.js';
import type { Block, SourceDocument } from './document.js';
import type { Passage } from './passage.js';
import { joinSlices } from './span.js';
import { textUnits, type TextUnit } from './text-units.js';

/** Raised whenever the same document, or the same text of a law, would give other passages. */
export const SPLITTER_VERSION = 3;

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

/** Runs of units that become a passage each. */
function bestPartition(source: string, units: readonly TextUnit[]): readonly (readonly TextUnit[])[] {
  const joints = units.map((unit) => ({ cut: cutCost(unit), keep: unit.endsBlock ? CUT_COST.paragraphsTogether : 0 }));
  return cheapestRuns(source, units, joints).map((run) => units.slice(...run));
}

function cutCost(unit: TextUnit): number {
  if (!unit.endsSentence) return CUT_COST.inSentence;
  if (unit.leads) return CUT_COST.afterColon;
  return unit.endsBlock ? 0 : CUT_COST.inParagraph;
}
