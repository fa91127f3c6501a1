const NEW_LINE = 0x0a;

/** Bytes in which lines are collected: large enough to be few, small enough to hold little that is not used. */
const CHUNK_BYTES = 1 << 20;

/** UTF-8 takes at most this many bytes for a UTF-16 unit. */
const BYTES_A_UNIT = 3;

/**
 * Lines of JSON, parsed one at a time when they are asked for: a large index is loaded without making an object of every
 * passage. The content comes from a file whose checksum was verified.
 */
export class JsonLines {
  readonly count: number;
  readonly #buffer: Buffer;
  /** Where each line ends (its line break), in bytes. */
  readonly #ends: Uint32Array;

  constructor(bytes: Uint8Array) {
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const ends: number[] = [];
    for (let at = this.#buffer.indexOf(NEW_LINE); at !== -1; at = this.#buffer.indexOf(NEW_LINE, at + 1)) ends.push(at);
    this.#ends = Uint32Array.from(ends);
    this.count = ends.length;
  }

  /** A line without its break; empty where it is out of range. */
  text(line: number): string {
    const end = this.#ends[line] ?? 0;
    const start = line === 0 ? 0 : (this.#ends[line - 1] ?? 0) + 1;
    return this.#buffer.toString('utf8', Math.min(start, end), end);
  }

  /** The first bytes of a line, or all of it where it is shorter; what is not ASCII in them comes out wrong. */
  beginning(line: number, bytes: number): string {
    const end = this.#ends[line] ?? 0;
    const start = line === 0 ? 0 : (this.#ends[line - 1] ?? 0) + 1;
    return this.#buffer.toString('latin1', start, Math.min(start + bytes, end));
  }
}

/** Collects values as lines of JSON. They are held as the bytes that they become, and nothing else of them. */
export class JsonLinesWriter {
  readonly #full: Uint8Array[] = [];
  readonly #encoder = new TextEncoder();
  #chunk = new Uint8Array(CHUNK_BYTES);
  #used = 0;

  /** Adds a value as one line: JSON escapes the line breaks in it. */
  add(value: unknown): void {
    const line = `${JSON.stringify(value)}\n`;
    const atMost = line.length * BYTES_A_UNIT;
    if (this.#used + atMost > this.#chunk.length) {
      this.#full.push(this.#chunk.slice(0, this.#used));
      if (atMost > this.#chunk.length) this.#chunk = new Uint8Array(atMost);
      this.#used = 0;
    }
    this.#used += this.#encoder.encodeInto(line, this.#chunk.subarray(this.#used)).written;
  }

  /** All lines so far, in pieces that follow one another; a line may not be added afterwards. */
  pieces(): readonly Uint8Array[] {
    return [...this.#full, this.#chunk.subarray(0, this.#used)];
  }
}
