import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Pixels of a picture without transparency, three bytes each, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
}

/** Paeth's predictor of the PNG specification, 9.4. */
function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** What the filter of a row takes from its neighbours (PNG specification, 9.2). */
function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      throw new Error(`PNG has no filter ${filter}.`);
  }
}

/** Reads what Chromium writes: 8 bits a channel, RGB or RGBA, not interlaced. Transparency is left out. @throws Error for any other PNG */
export function readPng(png: Buffer): Pixels {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG.');
  let header = Buffer.alloc(13);
  const data: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') header = Buffer.from(body);
    if (name === 'IDAT') data.push(body);
    at += length + 12;
  }
  const [width, height, depth, kind, interlaced] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    header.readUInt8(8),
    header.readUInt8(9),
    header.readUInt8(12),
  ];
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0) throw new Error('This is no PNG of a browser.');
  const channels = kind === 2 ? 3 : 4;
  const stride = width * channels;
  const packed = inflateSync(Buffer.concat(data));
  const rows = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = packed.readUInt8(row * (stride + 1));
    for (let at = 0; at < stride; at += 1) {
      const here = row * stride + at;
      const left = at < channels ? 0 : (rows[here - channels] ?? 0);
      const above = row === 0 ? 0 : (rows[here - stride] ?? 0);
      const corner = at < channels || row === 0 ? 0 : (rows[here - stride - channels] ?? 0);
      rows[here] = (packed[row * (stride + 1) + 1 + at] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  if (channels === 3) return { width, height, rgb: rows };
  return { width, height, rgb: Buffer.from(rows.filter((_, at) => at % 4 !== 3)) };
}

const colourAt = (rgb: Buffer, pixel: number): number => rgb.readUIntBE(pixel * 3, 3);

function distance(one: number, other: number): number {
  const [red, green, blue] = [
    (one >> 16) - (other >> 16),
    ((one >> 8) & 255) - ((other >> 8) & 255),
    (one & 255) - (other & 255),
  ];
  return red * red + green * green + blue * blue;
}

/**
 * Half of the palette are the commonest colours; each further one is the colour that the palette serves worst, by how often it
 * stands and how far away it is: few pixels of a link stay blue beside many of grey text.
 * @returns places in the palette by colour, and the palette
 */
function palettise(
  counts: ReadonlyMap<number, number>,
  colours: number,
): { readonly palette: readonly number[]; readonly places: ReadonlyMap<number, number> } {
  const known = [...counts].sort(([, one], [, other]) => other - one).map(([colour, count]) => ({ colour, count }));
  const near = known.map(() => ({ place: 0, away: Number.POSITIVE_INFINITY }));
  const palette: number[] = [];
  while (palette.length < Math.min(colours, known.length)) {
    const worst = known.reduce(
      (best, { count }, at) => (misfit(near[at], count) > misfit(near[best], known[best]?.count) ? at : best),
      0,
    );
    const chosen = known[palette.length < colours / 2 ? palette.length : worst]?.colour ?? 0;
    known.forEach(({ colour }, at) => {
      const away = distance(colour, chosen);
      if (away < (near[at]?.away ?? 0)) near[at] = { place: palette.length, away };
    });
    palette.push(chosen);
  }
  return { palette, places: new Map(known.map(({ colour }, at) => [colour, near[at]?.place ?? 0])) };
}

const misfit = (near: { readonly away: number } | undefined, count = 0): number => (near?.away ?? 0) * count;

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/**
 * The same picture as a PNG with a palette, each colour as the nearest of it. Of a page of text that is a third of what a browser
 * writes, and looks the same.
 * @param colours of the palette, 2 to 256
 */
export function smallPng(png: Buffer, colours: number): Buffer {
  const { width, height, rgb } = readPng(png);
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const colour = colourAt(rgb, pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const { palette, places } = palettise(counts, colours);
  const rows = Buffer.alloc(height * (width + 1));
  for (let pixel = 0; pixel < width * height; pixel += 1)
    rows[pixel + Math.floor(pixel / width) + 1] = places.get(colourAt(rgb, pixel)) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a pixel, a palette (PNG specification, 11.2.2).
  header.set([8, 3], 8);
  const table = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, at) => table.writeUIntBE(colour, at * 3, 3));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
