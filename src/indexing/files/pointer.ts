import { sha256 } from '../../shared/sha256.js';
import { INDEX_FORMAT, sequenceOf } from './index-layout.js';

/** Which generation is current. */
export interface Pointer {
  readonly generation: string;
  /** SHA-256 of its manifest. */
  readonly manifest: string;
}

/** A pointer, the format of another version, or null where the bytes are no pointer. */
export type ParsedPointer =
  | { readonly status: 'pointer'; readonly pointer: Pointer }
  | { readonly status: 'other-format'; readonly format: number }
  | { readonly status: 'wrong' };

/**
 * The content of the pointer file: one line of words, the last of which is the SHA-256 of those before. Every format
 * keeps `yinju-index FORMAT ... SHA-256`, so that each version can tell a newer index from a damaged one.
 */
export function writePointer({ generation, manifest }: Pointer, format: number = INDEX_FORMAT): Uint8Array {
  const words = `yinju-index ${format} ${generation} ${manifest}`;
  return new TextEncoder().encode(`${words} ${sha256(words)}\n`);
}

/** Reads the content of a pointer file. Nothing but exactly what `writePointer` writes is a pointer. */
export function parsePointer(bytes: Uint8Array): ParsedPointer {
  const line = /^(yinju-index (\d{1,9}) .+) ([0-9a-f]{64})\n$/.exec(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  );
  const [, words = '', format = '', checksum = ''] = line ?? [];
  if (line === null || sha256(words) !== checksum) return { status: 'wrong' };
  if (Number(format) !== INDEX_FORMAT) return { status: 'other-format', format: Number(format) };
  const [, , generation = '', manifest = '', ...more] = words.split(' ');
  if (sequenceOf(generation) === null || more.length > 0) return { status: 'wrong' };
  return { status: 'pointer', pointer: { generation, manifest } };
}
