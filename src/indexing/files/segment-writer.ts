import type { Passage } from '../../documents/passage.js';
import { PostingsBuilder } from '../../lexical/postings.js';
import { writePostings } from '../../lexical/postings-format.js';
import { JsonLinesWriter } from './json-lines.js';
import { idFirst } from './segment.js';
import type { LawMention, LawsOfPassage, RowPieces } from './segment.js';

/** What a segment holds beside its vectors, and the texts that those are to be made of. */
export interface WrittenRows {
  /** The text of each row, in their order. */
  readonly texts: readonly string[];
  readonly files: RowPieces;
}

/**
 * Turns passages into the files of a segment one by one, so that a thousand documents are never held as objects together:
 * of a passage its text is kept, everything else as the bytes that are written.
 */
export class SegmentWriter {
  readonly #texts: string[] = [];
  readonly #passages = new JsonLinesWriter();
  readonly #laws = new JsonLinesWriter();
  readonly #postings = new PostingsBuilder();

  /** Adds the passage of the next row. `mentions` are the laws that its text names. */
  add(passage: Passage, mentions: readonly LawMention[]): void {
    const belongsTo = passage.provision?.law ?? null;
    const laws: LawsOfPassage | null = belongsTo === null && mentions.length === 0 ? null : { belongsTo, mentions };
    this.#texts.push(passage.text);
    this.#passages.add(idFirst(passage));
    this.#laws.add(laws);
    this.#postings.add(passage.text);
  }

  finish(): WrittenRows {
    return {
      texts: this.#texts,
      files: {
        passages: this.#passages.pieces(),
        laws: this.#laws.pieces(),
        postings: [writePostings(this.#postings.finish())],
      },
    };
  }
}
