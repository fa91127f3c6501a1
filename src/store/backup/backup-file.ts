import { sha256 } from '../../shared/sha256.js';
import { BackupDamagedError, BackupNewerError } from '../store-errors.js';
import { parseBeginning, parseFooter, parseHeader, parseLine, type BackupRow } from './backup-schema.js';

export type { BackupRow } from './backup-schema.js';

/** The version of the file that this program writes, and the newest that it reads. */
const VERSION = 1;

/** Everything in a database at one moment. */
export interface BackupContent {
  /** Version of the schema that the rows are of. */
  readonly schema: number;
  readonly createdAt: Date;
  /** By table, in the order in which they are to be filled. */
  readonly tables: ReadonlyMap<string, readonly BackupRow[]>;
}

/**
 * A backup as lines of JSON in UTF-8, each ended by a line feed:
 * 1. `{"format":"yinju-backup","version":1,"schema":…,"createdAt":"…"}`
 * 2. a row a line: `["table",{"column":value,…}]`, where a value is a string, a whole number or null
 * 3. `{"rows":…,"sha256":"…"}`: how many rows, and the SHA-256 of all bytes before this line
 *
 * Columns are sorted by name, the rows of a table by their line: equal content gives equal bytes, whatever database it
 * comes from.
 */
export function writeBackup({ schema, createdAt, tables }: BackupContent): Uint8Array {
  const rows = [...tables].flatMap(([table, content]) => content.map((row) => lineOf(table, row)).sort());
  const header = { format: 'yinju-backup', version: VERSION, schema, createdAt: createdAt.toISOString() };
  const body = Buffer.from([JSON.stringify(header), ...rows].map((line) => `${line}\n`).join(''));
  const footer = { rows: rows.length, sha256: sha256(body) };
  return Buffer.concat([body, Buffer.from(`${JSON.stringify(footer)}\n`)]);
}

function lineOf(table: string, row: BackupRow): string {
  const columns = Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([table, Object.fromEntries(columns)]);
}

const LINE_FEED = 0x0a;

/**
 * Reads a backup, and checks every byte of it.
 * @param schema the newest version of the schema that can be read
 * @throws BackupDamagedError, BackupNewerError
 */
export function readBackup(file: Uint8Array, schema: number): BackupContent {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const firstEnd = bytes.indexOf(LINE_FEED);
  const beginning = parseBeginning(bytes.toString('utf8', 0, Math.max(firstEnd, 0)));
  if (beginning === null) throw new BackupDamagedError('is no backup of Yinju, or its beginning is damaged');
  // Before anything else is read: a newer version may have written all of it in another way.
  if (beginning.version > VERSION) throw new BackupNewerError(beginning.version, VERSION);
  const footerStart = bytes.lastIndexOf(LINE_FEED, bytes.length - 2) + 1;
  const footer = bytes.at(-1) === LINE_FEED ? parseFooter(bytes.toString('utf8', footerStart)) : null;
  if (footer === null) throw new BackupDamagedError('is cut off: its last line is missing');
  if (sha256(bytes.subarray(0, footerStart)) !== footer.sha256)
    throw new BackupDamagedError('is damaged: its checksum is wrong');
  const [first = '', ...lines] = bytes.toString('utf8', 0, footerStart - 1).split('\n');
  const header = parseHeader(first);
  if (header === null || lines.length !== footer.rows) throw new BackupDamagedError('contradicts itself');
  if (header.schema > schema) throw new BackupNewerError(header.schema, schema);
  return { schema: header.schema, createdAt: new Date(header.createdAt), tables: tablesOf(lines) };
}

function tablesOf(lines: readonly string[]): ReadonlyMap<string, readonly BackupRow[]> {
  const tables = new Map<string, BackupRow[]>();
  for (const [index, json] of lines.entries()) {
    const line = parseLine(json);
    if (line === null) throw new BackupDamagedError(`holds something that is no row, in line ${index + 2}`);
    const [table, row] = line;
    const rows = tables.get(table) ?? [];
    rows.push(row);
    tables.set(table, rows);
  }
  return tables;
}
