import type { Passage } from '../../documents/passage.js';
import { foldText } from '../../shared/fold-text.js';
import { remember } from '../../shared/remember.js';
import type { JsonLines } from '../files/json-lines.js';
import { documentOfRow, type RowLayout } from '../files/row-layout.js';
import { idAt, lawsOfLine, passageOfLine, type Segment } from '../files/segment.js';

/** Decoded passages that are kept, each with some 2 KB. */
const KEPT_PASSAGES = 1000;

/** The part of a segment that is needed to show its passages. */
export type SegmentLines = Pick<Segment, 'passages' | 'laws'>;

/**
 * The passages of a generation by row. What costs time over all rows (ids, folded texts, laws) is worked out when it is
 * first asked for and kept.
 */
export class PassageRows {
  readonly count: number;
  readonly #layout: RowLayout;
  readonly #segments: readonly SegmentLines[];
  /** A passage found once is mostly found again: decoding it each time took a tenth of a question. */
  readonly #passages = remember(KEPT_PASSAGES, (row: number) => this.#decoded(row));
  #rowsById: ReadonlyMap<string, number> | null = null;
  readonly #folded = new Map<number, string>();
  #rowsByLaw: ReadonlyMap<string, readonly number[]> | null = null;

  constructor(layout: RowLayout, segments: readonly SegmentLines[]) {
    this.count = layout.count;
    this.#layout = layout;
    this.#segments = segments;
  }

  /** @throws RangeError where the row is none of this generation */
  passage(row: number): Passage {
    return this.#passages(row);
  }

  /** The row of a passage id, or null. */
  rowOf(id: string): number | null {
    this.#rowsById ??= new Map(
      this.all().map((each) => {
        const { lines, line } = this.#place(each, 'passages');
        return [idAt(lines, line), each];
      }),
    );
    return this.#rowsById.get(id) ?? null;
  }

  /** The folded text of a row. */
  folded(row: number): string {
    const known = this.#folded.get(row);
    if (known !== undefined) return known;
    const folded = foldText(this.#decoded(row).text);
    this.#folded.set(row, folded);
    return folded;
  }

  /** Every row, ascending. */
  all(): readonly number[] {
    return Array.from({ length: this.count }, (_, row) => row);
  }

  /** Rows of the passages that name a law or are part of it, ascending. */
  rowsOfLaw(law: string): readonly number[] {
    this.#rowsByLaw ??= this.#groupByLaw();
    return this.#rowsByLaw.get(law) ?? [];
  }

  #decoded(row: number): Passage {
    return passageOfLine(this.#line(row, 'passages'));
  }

  #groupByLaw(): ReadonlyMap<string, readonly number[]> {
    const rowsByLaw = new Map<string, number[]>();
    for (const row of this.all()) {
      const found = lawsOfLine(this.#line(row, 'laws'));
      if (found === null) continue;
      const laws = new Set(found.mentions.map(({ law }) => law));
      if (found.belongsTo !== null) laws.add(found.belongsTo);
      for (const law of laws) {
        const rows = rowsByLaw.get(law);
        if (rows === undefined) rowsByLaw.set(law, [row]);
        else rows.push(row);
      }
    }
    return rowsByLaw;
  }

  #line(row: number, file: keyof SegmentLines): string {
    const { lines, line } = this.#place(row, file);
    return lines.text(line);
  }

  #place(row: number, file: keyof SegmentLines): { readonly lines: JsonLines; readonly line: number } {
    const place = documentOfRow(this.#layout, row);
    const segment = place && this.#segments[place.segment];
    if (place === null || segment === null || segment === undefined)
      throw new RangeError(`row ${row} is none of the ${this.count} rows of this generation`);
    return { lines: segment[file], line: place.firstInSegment + row - place.first };
  }
}
