import { YinjuError } from '../shared/errors.js';
import type { Postings } from './postings.js';
import { isInOrder, type TermTable } from './term-table.js';

/** Bytes that should hold postings do not: they are cut short, damaged, or of another version. */
export class PostingsFormatError extends YinjuError {
  readonly code = 'postings-format';

  constructor(
    /** What is wrong, as part of a sentence. */
    readonly problem: string,
  ) {
    super(`The word index cannot be read: ${problem}.`, {
      remedy: 'Run `npx yinju index` to build the index again.',
    });
  }
}

const MAGIC = 0x4c504a59; // "YJPL", little endian
const VERSION = 1;
const HEADER_BYTES = 24;

/**
 * Postings as bytes: six 32-bit little-endian numbers (magic, version, rows, terms, units of the terms, postings), the
 * units of the terms (16 bits each), then variable-length numbers (7 bits a byte, lowest first): the length of each
 * row, the length of each term, and for each term its number of postings, and for each of these the distance from the
 * row before, times two, plus one where the frequency is 1; any other frequency follows.
 */
export function writePostings(postings: Postings): Uint8Array<ArrayBuffer> {
  const { count, lengths, terms, starts, rows, frequencies } = postings;
  const numbers = new NumberWriter();
  for (const length of lengths) numbers.write(length);
  for (let term = 0; term < terms.count; term += 1)
    numbers.write((terms.starts[term + 1] ?? 0) - (terms.starts[term] ?? 0));
  for (let term = 0; term < terms.count; term += 1) {
    const [start = 0, end = 0] = [starts[term], starts[term + 1]];
    numbers.write(end - start);
    let before = -1;
    for (let at = start; at < end; at += 1) {
      const [row = 0, frequency = 0] = [rows[at], frequencies[at]];
      numbers.write((row - before) * 2 + (frequency === 1 ? 1 : 0));
      if (frequency !== 1) numbers.write(frequency);
      before = row;
    }
  }
  const body = numbers.bytes();
  const bytes = new Uint8Array(HEADER_BYTES + terms.units.length * 2 + body.length);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of [MAGIC, VERSION, count, terms.count, terms.units.length, rows.length].entries())
    view.setUint32(index * 4, value, true);
  for (const [index, unit] of terms.units.entries()) view.setUint16(HEADER_BYTES + index * 2, unit, true);
  bytes.set(body, HEADER_BYTES + terms.units.length * 2);
  return bytes;
}

/**
 * The inverse of `writePostings`. Every number is checked, so postings that were read can be searched safely.
 * @throws PostingsFormatError
 */
export function readPostings(bytes: Uint8Array): Postings {
  if (bytes.length < HEADER_BYTES) throw new PostingsFormatError(`it has ${bytes.length} bytes, fewer than its header`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = (index: number): number => view.getUint32(index * 4, true);
  if (header(0) !== MAGIC) throw new PostingsFormatError('it does not begin like one');
  if (header(1) !== VERSION) throw new PostingsFormatError(`its format is version ${header(1)}, not ${VERSION}`);
  const [count, termCount, unitCount, total] = [header(2), header(3), header(4), header(5)];
  // Every row, term and posting takes a byte at least: no damaged count may ask for memory beyond the file's size.
  if (HEADER_BYTES + unitCount * 2 + count + termCount * 2 + total > bytes.length)
    throw new PostingsFormatError('it is cut short');

  const units = new Uint16Array(unitCount);
  for (let unit = 0; unit < unitCount; unit += 1) units[unit] = view.getUint16(HEADER_BYTES + unit * 2, true);
  const numbers = new NumberReader(bytes, HEADER_BYTES + unitCount * 2);
  const lengths = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) lengths[row] = numbers.read();
  const terms: TermTable = { count: termCount, units, starts: new Uint32Array(termCount + 1) };
  for (let term = 0; term < termCount; term += 1) terms.starts[term + 1] = (terms.starts[term] ?? 0) + numbers.read();
  if (!isInOrder(terms)) throw new PostingsFormatError('its terms are out of order');

  const starts = new Uint32Array(termCount + 1);
  const rows = new Uint32Array(total);
  const frequencies = new Uint16Array(total);
  let at = 0;
  for (let term = 0; term < termCount; term += 1) {
    const end = at + numbers.read();
    if (end === at || end > total) throw new PostingsFormatError('it holds another number of postings than it says');
    let row = -1;
    for (; at < end; at += 1) {
      const step = numbers.read();
      row += Math.floor(step / 2);
      const frequency = step % 2 === 1 ? 1 : numbers.read();
      if (step < 2 || row >= count || frequency === 0 || frequency > 0xffff)
        throw new PostingsFormatError('a row or a frequency is out of range');
      rows[at] = row;
      frequencies[at] = frequency;
    }
    starts[term + 1] = end;
  }
  if (at !== total || !numbers.isAtEnd)
    throw new PostingsFormatError('it holds another number of postings than it says');
  return { count, lengths, terms, starts, rows, frequencies };
}

/** Writes whole numbers below 2^32 into as few bytes as they need. */
class NumberWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  write(value: number): void {
    if (this.#length + 5 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** Reads what `NumberWriter` wrote. */
class NumberReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  read(): number {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 28; scale *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new PostingsFormatError('it is cut short');
      value += (byte & 0x7f) * scale;
      if (byte <= 0x7f) {
        if (value > 0xffffffff) break;
        return value;
      }
    }
    throw new PostingsFormatError('a number is too large');
  }
}
