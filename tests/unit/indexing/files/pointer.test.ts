import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePointer, writePointer } from '../../../../src/indexing/files/pointer.js';
import { sha256 } from '../../../../src/shared/sha256.js';

const POINTER = { generation: '000012', manifest: sha256('manifest') };
const BYTES = writePointer(POINTER);

describe('a pointer', () => {
  it('is read as it was written', () => {
    expect(parsePointer(BYTES)).toEqual({ status: 'pointer', pointer: POINTER });
  });

  it('is one line of words that end with the checksum of the others', () => {
    const words = `yinju-index 1 000012 ${POINTER.manifest}`;
    expect(new TextDecoder().decode(BYTES)).toBe(`${words} ${sha256(words)}\n`);
  });

  it('is wrong with any byte changed, missing or added', () => {
    const wrong = { status: 'wrong' };
    for (let at = 0; at < BYTES.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Uint8Array.from(BYTES);
        changed[at] = (BYTES[at] ?? 0) ^ (1 << bit);
        expect(parsePointer(changed)).toEqual(wrong);
      }
      expect(parsePointer(BYTES.subarray(0, at))).toEqual(wrong);
    }
    expect(parsePointer(Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), BYTES]))).toEqual(wrong);
    expect(parsePointer(Buffer.concat([BYTES, Buffer.from('\n')]))).toEqual(wrong);
  });

  it('tells the format of another version', () => {
    expect(parsePointer(writePointer(POINTER, 2))).toEqual({ status: 'other-format', format: 2 });
  });

  it('never names anything but a number, though its checksum be right', () => {
    const forged = (generation: string): Uint8Array => writePointer({ ...POINTER, generation });
    for (const generation of ['..', '../../etc', '', '1', '000001x', '000001 000002'])
      expect(parsePointer(forged(generation))).toEqual({ status: 'wrong' });
  });

  it('is none in any other bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(parsePointer(bytes)).toEqual({ status: 'wrong' });
      }),
    );
  });
});
