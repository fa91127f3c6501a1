import { createHash } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 16;

/**
 * The id of a passage: the first 80 bits of SHA-256 over document id, text and occurrence, as 16 base32 characters
 * (RFC 4648, lower case). Never of offsets, model or order: a passage found again keeps its id.
 * @param occurrence how many passages of the same document with the same text come before it
 */
export function passageId(document: string, text: string, occurrence: number): string {
  const digest = createHash('sha256').update(`${document}\n${occurrence}\n${text}`).digest();
  let id = '';
  for (let index = 0; index < LENGTH; index += 1) {
    const bit = index * 5;
    const pair = ((digest[bit >> 3] ?? 0) << 8) | (digest[(bit >> 3) + 1] ?? 0);
    id += BASE32.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return id;
}
