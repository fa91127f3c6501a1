const NEW_LINE = 0x0a;

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

  /** Writes values one a line. JSON escapes line breaks, so a line is a value. */
  static write(values: readonly unknown[]): Uint8Array {
    return new TextEncoder().encode(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
  }
}
