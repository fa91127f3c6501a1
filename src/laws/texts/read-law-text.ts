import { plainBlock } from '../../documents/blocks-from-sidecar.js';
import type { Block, DocumentMetadata } from '../../documents/document.js';
import type { DocumentKind } from '../../documents/document-kind.js';
import { DOCUMENT_KINDS } from '../../documents/document-kind.js';
import { joinSpans } from '../../documents/join-spans.js';
import { withoutMarkup } from '../../documents/markup.js';
import { sourceLines, type SourceLine } from '../../documents/source-lines.js';
import { joinSlices } from '../../documents/span.js';
import { foldText } from '../../shared/fold-text.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { isLawTitle, typeOfTitle } from '../citations/citation-titles.js';
import type { Law } from '../law.js';
import { articleHeadedBy, belongsToLineAbove, isBareArticleNumber, itemBegunBy, sectionLevel } from './law-lines.js';
import { readNotes } from './law-notes.js';

/** A file read as the text of a law: what is known of it, and its blocks. */
export interface ReadLawText {
  readonly metadata: Pick<DocumentMetadata, 'title' | 'kind' | 'publisher' | 'date' | 'inferred' | 'url' | 'law'>;
  readonly blocks: readonly Block[];
}

const END_OF_NOTES = /^<!--\s*INFO END\s*-->$/;
const COMMENT = /^<!--.*-->$/;
const HEADING_MARK = /^(#{1,6})\s/;
const TABLE_OF_CONTENTS = /^目\s*(?:录|次)$/u;
/** A note on when a text was made, as plain texts have it under the title. */
const DATED_NOTE = /^[(（]?\s*\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日/u;
/** What a line that is complete in itself ends in. */
const COMPLETE = /[。；：！？…;:!?.|][”’」』）)》"']*$/u;
const VERSION_REMARK = /\s*[(（](?:\d{4}[^()（）]*|修[订正][^()（）]*)[)）]$/u;
/** Without the mark that ends the notes, a text of so many articles at least is the text of a law. */
const FEWEST_ARTICLES = 2;
/** Names of folders that say what lies in them. */
const FOLDERS: readonly (readonly [name: string, kind: DocumentKind])[] = [
  ['司法解释', 'judicial document'],
  ['行政法规', 'administrative regulation'],
  ['部门规章', 'departmental rule'],
];

/** A line of the file that is not blank, with what stands in it without its marks. */
interface Line extends SourceLine {
  readonly text: string;
  /** How many # open it. */
  readonly marks: number;
}

/**
 * Reads the text of a law: title, dated notes, a mark that ends them (or none), headings 编 章 节, articles 第N条 with the
 * paragraphs that follow them. Null where a text has another form: no mark and no title of a law, or hardly an article.
 * A text that ends its notes and has no article (a decision) is read too, without `law`.
 * @param file path below the data folder; its name may hold the day of the text
 */
export function readLawText(source: string, file: string, catalogue: Catalogue): ReadLawText | null {
  const lines = linesOf(source);
  const [first] = lines;
  const end = lines.findIndex((line) => END_OF_NOTES.test(line.text));
  const articles = lines.filter(({ text }) => articleHeadedBy(text) !== null).length;
  if (first === undefined || end === 0 || (end < 0 && !(articles >= FEWEST_ARTICLES && isTitle(first.text))))
    return null;
  const bodyStart = end < 0 ? endOfPlainHead(lines) : end + 1;
  const head = lines.slice(1, bodyStart).filter((line) => !END_OF_NOTES.test(line.text));
  const parts = head.filter(({ marks }) => marks === 1);
  const body = lines.slice(bodyStart);
  const notes = head.filter((line) => !parts.includes(line)).map(({ text }) => text);
  const name = first.text.replace(VERSION_REMARK, '');
  const named = catalogue.named(name);
  const known = named?.kind === 'programme' ? null : named;
  return {
    metadata: metadataOf({
      name,
      known,
      notes,
      body,
      file,
      title: [first, ...parts].map(({ text }) => text).join(' '),
    }),
    blocks: [
      blockOf(source, first, 'heading', 1),
      ...lines.slice(1, bodyStart).map((line) => headBlock(source, line, parts)),
      ...bodyBlocks(source, body),
    ],
  };
}

function linesOf(source: string): readonly Line[] {
  return sourceLines(source)
    .filter(({ span }) => span[0] < span[1])
    .map((line) => ({
      ...line,
      text: joinSlices(source, withoutMarkup(source, line.span, [])),
      marks: HEADING_MARK.exec(source.slice(...line.span))?.[1]?.length ?? 0,
    }));
}

function isTitle(text: string): boolean {
  return isLawTitle(foldText(text.replace(VERSION_REMARK, '')));
}

/** Where the text of a plain file begins: behind the dated notes under its title and behind its table of contents. */
function endOfPlainHead(lines: readonly Line[]): number {
  let at = 1;
  while (at < lines.length && DATED_NOTE.test(lines[at]?.text ?? '')) at += 1;
  if (!TABLE_OF_CONTENTS.test(lines[at]?.text ?? '')) return at;
  const entry = squeezed(lines[at + 1]?.text ?? '');
  const again = lines.findIndex((line, index) => index > at + 1 && squeezed(line.text) === entry);
  const onlyHeadings = lines.slice(at + 1, again).every(({ text }) => sectionLevel(text) !== null);
  return again > 0 && onlyHeadings ? again : at;
}

const squeezed = (text: string): string => text.replace(/\s/g, '');

interface Facts {
  readonly name: string;
  readonly title: string;
  readonly known: Law | null;
  readonly notes: readonly string[];
  readonly body: readonly Line[];
  readonly file: string;
}

function metadataOf({ name, title, known, notes, body, file }: Facts): ReadLawText['metadata'] {
  const { date, inForce, issuer, kind } = readNotes(
    notes,
    file,
    body.map(({ text }) => text),
  );
  const publisher = issuer ?? known?.issuer.zh ?? null;
  const hasArticles = body.some(({ text }) => articleHeadedBy(text) !== null);
  const law = { id: known?.id ?? slugOf(name), name, version: date?.from ?? null, inForce };
  return {
    title,
    kind: catalogueKind(known) ?? kind ?? folderKind(file) ?? (typeOfTitle(foldText(name)) === '法' ? 'law' : null),
    publisher,
    date,
    inferred: issuer === null && publisher !== null ? ['publisher'] : [],
    url: known === null ? null : addressOf(known, date?.from ?? null),
    ...(hasArticles ? { law } : {}),
  };
}

/** The official address of a text: its own where the catalogue has it, else that of a law that has one text only. */
function addressOf({ versions, address }: Law, version: string | null): string | null {
  const same = versions.find(({ adopted, published }) => [adopted, published].some((fact) => fact?.value === version));
  return same?.url ?? (versions.length === 1 ? (address?.url ?? null) : null);
}

function catalogueKind(law: Law | null): DocumentKind | null {
  return DOCUMENT_KINDS.find((kind) => kind === law?.kind) ?? null;
}

function folderKind(file: string): DocumentKind | null {
  const folders = file.split('/').slice(0, -1);
  return FOLDERS.find(([folder]) => folders.includes(folder))?.[1] ?? null;
}

/** The id of a law that is not in the catalogue. */
function slugOf(name: string): string {
  return foldText(name.replace(/^中华人民共和国(?=.)/u, ''))
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function blockOf(source: string, line: Line, kind: Block['kind'], level: number | null): Block {
  return plainBlock(kind, level, kind === 'dropped' ? [line.span] : withoutMarkup(source, line.span, []));
}

function headBlock(source: string, line: Line, parts: readonly Line[]): Block {
  if (parts.includes(line)) return blockOf(source, line, 'heading', 1);
  return blockOf(source, line, COMMENT.test(line.text) ? 'dropped' : 'label', null);
}

function bodyBlocks(source: string, lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  let before: Line | null = null;
  for (const line of lines) {
    const last = blocks.at(-1);
    const level = headingLevel(line);
    if (COMMENT.test(line.text) || !/[^\s\u200b\u200c\u200d\u2060\ufeff]/u.test(line.text))
      blocks.push(blockOf(source, line, 'dropped', null));
    else if (level !== null) blocks.push(blockOf(source, line, 'heading', level));
    else if (last !== undefined && before !== null && goesOn(before, line, last))
      blocks[blocks.length - 1] = {
        ...last,
        spans: joinSpans(source, last.spans, withoutMarkup(source, line.span, [])),
      };
    else blocks.push(blockOf(source, line, itemBegunBy(line.text) === null ? 'paragraph' : 'list-item', null));
    before = line;
  }
  return blocks.filter(({ spans }) => spans.length > 0);
}

function headingLevel({ text, marks }: Line): number | null {
  const level = sectionLevel(text);
  if (level !== null || marks === 0 || articleHeadedBy(text) !== null) return level;
  // A heading of no 编, 章 or 节: as high as its mark says, below those above it.
  return marks <= 2 ? 2 : 6;
}

/** Was the line before broken off by the width of the page, and does this one go on in its sentence? */
function goesOn(before: Line, { text, number, marks }: Line, last: Block): boolean {
  if (last.kind !== 'paragraph' && last.kind !== 'list-item') return false;
  if (number !== before.number + 1 || marks > 0 || COMPLETE.test(before.text)) return false;
  if (isBareArticleNumber(before.text) || itemBegunBy(text) !== null || belongsToLineAbove(text)) return false;
  return articleHeadedBy(text) === null || isBareArticleNumber(text);
}
