import type { Span } from './span.js';
import type { Truncation } from './document.js';

/** A place in a law: 条 款 项 目. `article` is a number with the numbers of 之: `286-1` is 第二百八十六条之一. */
export interface Provision {
  readonly law: string;
  /** Day of the version, YYYY-MM-DD, or null where unknown. */
  readonly version: string | null;
  readonly article: string;
  readonly paragraph: number | null;
  readonly item: number | null;
  /** The first and the last 项 of a piece that holds several; left out of any other. `item` is then null. */
  readonly items?: readonly [first: number, last: number];
}

/**
 * What is retrieved and quoted: whole sentences of one document, or one article of a law.
 *
 * `text` equals the slices of the source text at `spans`, joined. Between two spans lies only white space, named
 * markup or a declared join.
 */
export interface Passage {
  /** 16 base32 characters of a hash over document id, text and occurrence: stable over re-indexing. */
  readonly id: string;
  readonly document: string;
  /** Place in the reading order of its document, from 0. */
  readonly position: number;
  readonly text: string;
  readonly spans: readonly Span[];
  /** Sentences as spans of `text`, in order, covering it but for white space. The end of a paragraph or list item ends one. */
  readonly sentences: readonly Span[];
  /** Headings above it, outermost first, without the title of the document. */
  readonly section: readonly string[];
  readonly role: 'body' | 'abstract' | 'caption';
  readonly truncated: Truncation;
  readonly provision: Provision | null;
  readonly page: number | null;
}
