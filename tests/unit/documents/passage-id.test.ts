import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageId } from '../../../src/documents/passage-id.js';

describe('passageId', () => {
  it('is the first 80 bits of SHA-256 in base32, worked out as one big number', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(20), (document, text, occurrence) => {
        const digest = createHash('sha256').update(`${document}\n${occurrence}\n${text}`).digest('hex');
        let number = BigInt(`0x${digest.slice(0, 20)}`);
        let expected = '';
        for (let digit = 0; digit < 16; digit += 1) {
          expected = 'abcdefghijklmnopqrstuvwxyz234567'.charAt(Number(number % 32n)) + expected;
          number /= 32n;
        }
        expect(passageId(document, text, occurrence)).toBe(expected);
      }),
    );
  });

  it('differs by document, text and occurrence', () => {
    const ids = [passageId('a', 't', 0), passageId('b', 't', 0), passageId('a', 'u', 0), passageId('a', 't', 1)];
    expect(new Set(ids).size).toBe(4);
  });
});
