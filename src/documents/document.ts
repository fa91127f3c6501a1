import type { DocumentKind } from './document-kind.js';
import type { Span } from './span.js';

/** Who may see a document: everybody, or the members of one Discord server (its id). */
export type Scope = 'global' | `server:${string}`;

/** When a text was published. `stated`: the file says so; `inferred`: concluded from evidence, and shown as such. */
export interface DocumentDate {
  /** First possible day, YYYY-MM-DD. */
  readonly from: string;
  /** Last possible day, YYYY-MM-DD; equal to `from` where the day is known. */
  readonly to: string;
  readonly basis: 'stated' | 'inferred';
}

/** Which text of which law a document is. */
export interface LawText {
  /** Id in the catalogue; of a law that is not there, its name in lower-case letters and digits (`刑法`). */
  readonly id: string;
  /** Title of the law, without the name of a part of it (中华人民共和国民法典, not its 合同编). */
  readonly name: string;
  /** Day on which this text was adopted or amended last, YYYY-MM-DD; null where neither the file nor its name says it. */
  readonly version: string | null;
  /** Day from which the file says that it is in force, YYYY-MM-DD; null where it does not. */
  readonly inForce: string | null;
}

/** One text with its metadata. A file may hold several. What is unknown is null; nothing is invented. */
export interface DocumentMetadata {
  /** Unique in an index; lower-case letters, digits, hyphens and dots: `000`, `001-1`. */
  readonly id: string;
  readonly scope: Scope;
  readonly title: string;
  readonly kind: DocumentKind | null;
  readonly author: string | null;
  readonly agency: string | null;
  readonly publisher: string | null;
  readonly date: DocumentDate | null;
  /** Which of these the file itself does not state; every view marks them as inferred. */
  readonly inferred: readonly ('author' | 'agency' | 'publisher')[];
  /** Official or original address. */
  readonly url: string | null;
  /** Path of the source file below its data folder, with forward slashes. */
  readonly file: string;
  /** SHA-256 of the source text (UTF-8 of the decoded file without byte-order mark), 64 hexadecimal digits. */
  readonly sha256: string;
  /** SHA-256 of the bytes of the file. */
  readonly bytesSha256: string;
  /** Left out where the document is no text of a law that is divided into articles. */
  readonly law?: LawText;
}

/** Where a block begins or ends at a place where text was lost. */
export interface Truncation {
  readonly start: boolean;
  readonly end: boolean;
}

/**
 * A piece of a document as its reader found it, in reading order. `spans` are slices of the source text; several where
 * a page break was joined. A `label`, `credit` or `dropped` block is never retrieved or quoted.
 */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'caption' | 'credit' | 'label' | 'dropped';
  readonly spans: readonly Span[];
  /** 1 (title) to 6, for headings; null otherwise. */
  readonly level: number | null;
  /** The abstract of a document repeats its body; the body is preferred. */
  readonly role: 'body' | 'abstract' | 'caption';
  readonly truncated: Truncation;
  /** True where the section of the headings above ends before this block. */
  readonly leavesSection: boolean;
  /** True where text is missing between the block before and this one, or text of something else: no passage crosses it. */
  readonly afterGap: boolean;
  /** Page of the source file from 1, where it has pages. */
  readonly page: number | null;
}

/** A document as read from its file: metadata, the whole text of the file, and the blocks that belong to it. */
export interface SourceDocument {
  readonly metadata: DocumentMetadata;
  readonly source: string;
  readonly blocks: readonly Block[];
}
