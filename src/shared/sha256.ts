import { createHash } from 'node:crypto';

/** SHA-256 of bytes, or of a string's UTF-8, as 64 lower-case hexadecimal digits; of several, as of one after the other. */
export function sha256(...pieces: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
