import { sha256 } from '../shared/sha256.js';

/** The decoded text of a file with the checksums that a citation names, or why it is none. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly sha256: string; readonly bytesSha256: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Decodes a file as strict UTF-8; a byte-order mark is left out. Nothing is repaired: one wrong byte refuses the file,
 * because a replaced character would be quoted as if the source held it.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { ok: false, reason: 'is UTF-16, not UTF-8: save it as UTF-8' };
  const zero = bytes.indexOf(0);
  if (zero >= 0) return { ok: false, reason: `is binary, not text (a zero byte at offset ${zero})` };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, reason: 'is not UTF-8: convert it, for example with iconv -f GB18030 -t UTF-8' };
  }
  return { ok: true, text, sha256: sha256(text), bytesSha256: sha256(bytes) };
}
