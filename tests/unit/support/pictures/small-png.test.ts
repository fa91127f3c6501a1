import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPng, smallPng } from '../../../support/pictures/small-png.js';

function chunk(name: string, body: Buffer): Buffer {
  const framed = Buffer.alloc(body.length + 12);
  framed.writeUInt32BE(body.length, 0);
  framed.write(name, 4, 'latin1');
  body.copy(framed, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, body.length + 8)), body.length + 8);
  return framed;
}

/** A PNG of 8 bits a channel from its rows, each with the number of its filter before it. @param kind 2 is RGB, 3 a palette, 6 RGBA */
function pngOf(width: number, kind: number, rows: readonly (readonly number[])[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, kind], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const [RED, GREEN, BLUE] = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
] as const;

describe('a PNG of a browser', () => {
  it('is read, whatever its filters', () => {
    // Each row is 10 20 30, 11 22 33: as it is; less its left; less its upper; less the mean of both; less Paeth's choice.
    const png = pngOf(2, 2, [
      [0, 10, 20, 30, 11, 22, 33],
      [1, 10, 20, 30, 1, 2, 3],
      [2, 0, 0, 0, 0, 0, 0],
      // Means: 5 10 15 of the upper ones alone, then (10 + 11) >> 1 = 10, 21, 31.
      [3, 5, 10, 15, 1, 1, 2],
      // First pixel: the upper one; second: 10 + 11 - 10 = 11 is the upper one too.
      [4, 0, 0, 0, 0, 0, 0],
    ]);
    const { width, height, rgb } = readPng(png);
    expect([width, height]).toEqual([2, 5]);
    expect([...rgb]).toEqual(Array.from({ length: 5 }, () => [10, 20, 30, 11, 22, 33]).flat());
  });

  it('is read without its transparency', () => {
    expect([...readPng(pngOf(2, 6, [[0, ...RED, 255, ...BLUE, 255]])).rgb]).toEqual([...RED, ...BLUE]);
  });

  it.each([
    ['no PNG', Buffer.from('GIF89a..'), 'This is no PNG.'],
    ['a PNG with a palette', pngOf(1, 3, [[0, 0]]), 'This is no PNG of a browser.'],
    ['a filter that there is not', pngOf(1, 2, [[5, 0, 0, 0]]), 'PNG has no filter 5.'],
  ])('is refused where it is %s', (_, png, message) => {
    expect(() => readPng(png)).toThrow(message);
  });
});

describe('a small PNG', () => {
  /** Pixels of a PNG with a palette whose rows have no filter, as `smallPng` writes it. */
  function colours(png: Buffer): readonly string[] {
    const table = png.indexOf('PLTE') + 4;
    const entries = png.subarray(table, table + png.readUInt32BE(table - 8));
    return Array.from({ length: entries.length / 3 }, (_, at) => entries.toString('hex', at * 3, at * 3 + 3));
  }

  it('keeps every colour where the palette has room', () => {
    const png = smallPng(pngOf(3, 2, [[0, ...RED, ...GREEN, ...BLUE]]), 4);
    expect([...colours(png)].sort()).toEqual(['0000ff', '00ff00', 'ff0000']);
  });

  it('keeps a rare colour that nothing is near to rather than a common one beside another', () => {
    const greys = [200, 200, 200, 200, 201, 201, 201, 202, 202].flatMap((grey) => [grey, grey, grey]);
    expect(colours(smallPng(pngOf(10, 2, [[0, ...greys, ...BLUE]]), 2))).toEqual(['c8c8c8', '0000ff']);
  });

  it('is what the PNG specification says, chunk by chunk', () => {
    const png = smallPng(
      pngOf(2, 2, [
        [0, ...RED, ...RED],
        [0, ...RED, ...BLUE],
      ]),
      2,
    );
    const header = Buffer.alloc(13);
    header.set([0, 0, 0, 2, 0, 0, 0, 2, 8, 3]);
    expect(png).toEqual(
      Buffer.concat([
        Buffer.from('89504e470d0a1a0a', 'hex'),
        chunk('IHDR', header),
        chunk('PLTE', Buffer.from([...RED, ...BLUE])),
        // Two rows of places in the palette, a zero for "no filter" before each.
        chunk('IDAT', deflateSync(Buffer.from([0, 0, 0, 0, 0, 1]), { level: 9 })),
        chunk('IEND', Buffer.alloc(0)),
      ]),
    );
  });
});
