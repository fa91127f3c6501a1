import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BotProcess } from '../support/bot-process.js';
import { DiscordEmulator } from '../support/discord-emulator/discord-emulator.js';
import { readMarkdown } from '../support/discord-emulator/read-markdown.js';
import { findChromium, NO_CHROMIUM, NO_CHINESE } from '../support/pictures/find-chromium.js';
import { pageHtml, type Theme } from '../support/pictures/message-html.js';
import { PictureTaker } from '../support/pictures/picture-taker.js';
import { shownAnswers, type ShownAnswer } from '../support/pictures/shown-answers.js';
import { readPng, smallPng } from '../support/pictures/small-png.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** Where `npm run pictures` puts them, as an address relative to this checkout; nowhere unless set. */
const FOLDER = process.env.PICTURES_FOLDER ?? '';

const NAMES = ['chinese', 'english', 'law'] as const;
const THEMES: readonly Theme[] = ['dark', 'light'];
/** CSS pixels: as wide as the column of messages has to be for a container of full width, and a phone. */
const WIDTHS = { wide: 704, phone: 390 } as const;
/** Twice as fine as README.md shows them. */
const SCALE = 1.5;
/** Colours of a picture: text and its smoothed edges need no more. */
const COLOURS = 48;
const LARGEST_BYTES = 200_000;

const chromium = findChromium(process.env, existsSync);
const taker = chromium === null ? null : await PictureTaker.start(chromium);
const hasChinese = (await taker?.hasChinese()) ?? false;
const missing = taker === null ? NO_CHROMIUM : hasChinese ? null : NO_CHINESE;
if (missing !== null) {
  await taker?.end();
  if (FOLDER !== '') throw new Error(missing);
  console.log(`The pictures are not drawn. ${missing}`);
}

/** All texts and labels of buttons in a message, each as a reader sees it. */
function textsIn(component: unknown): readonly string[] {
  if (Array.isArray(component)) return component.flatMap(textsIn);
  if (typeof component !== 'object' || component === null) return [];
  return Object.entries(component).flatMap(([key, value]) => {
    if (key === 'content' && typeof value === 'string')
      return readMarkdown(value)
        .text.replace(/<(https?:[^>]+)>/g, '$1')
        .split('\n');
    return key === 'label' && typeof value === 'string' ? [value] : textsIn(value);
  });
}

const inOneWord = (text: string): string => text.replace(/\s+/g, '');

/** Share of the pixels that are not of the commonest colour. */
function inked(png: Buffer): number {
  const { width, height, rgb } = readPng(png);
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = rgb.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return 1 - Math.max(...counts.values()) / (width * height);
}

describe.skipIf(missing !== null)('the pictures of README.md', () => {
  let answers: readonly ShownAnswer[] = [];
  let stylesheet = '';

  beforeAll(async () => {
    stylesheet = await readFile(join(ROOT, 'tests', 'support', 'pictures', 'discord.css'), 'utf8');
    // Time stands still: however slow the machine, no interaction expires.
    const emulator = await DiscordEmulator.start({ now: () => 0 });
    const bot = await BotProcess.start(emulator);
    try {
      await emulator.waitUntilReady();
      answers = await shownAnswers(emulator);
    } finally {
      await bot.end();
      await emulator.close();
    }
  });
  afterAll(() => taker?.end());

  it('would show what reaches over an edge, or is cut off', async () => {
    const wide = '<main><p style="width: 500px">too wide</p></main>';
    const hidden = '<main><p style="width: 20px; overflow: hidden; white-space: nowrap">cut off</p></main>';
    expect(await taker?.take(wide, { width: 390, scale: 1 })).toMatchObject({ cutOff: ['too wide'] });
    expect((await taker?.take(wide, { width: 390, scale: 1 }))?.width).toBeGreaterThan(390);
    expect(await taker?.take(hidden, { width: 390, scale: 1 })).toMatchObject({ cutOff: ['cut off'], width: 390 });
  });

  it.each(
    NAMES.flatMap((name) =>
      THEMES.flatMap((theme) => (['wide', 'phone'] as const).map((size) => [name, size, theme] as const)),
    ),
  )('%s, %s, %s: shows the whole message, and nothing reaches over an edge', async (name, size, theme) => {
    const message = answers.find((one) => one.name === name)?.message;
    if (message === undefined || taker === null) throw new Error(`There is no answer ${name}.`);
    const width = WIDTHS[size];
    const picture = await taker.take(pageHtml([message], theme, stylesheet), { width, scale: SCALE });

    expect(picture.width).toBe(width);
    expect(picture.cutOff).toEqual([]);
    const seen = inOneWord(picture.text);
    expect(textsIn(message.components).filter((text) => !seen.includes(inOneWord(text)))).toEqual([]);

    const png = smallPng(picture.png, COLOURS);
    const pixels = readPng(picture.png);
    expect(pixels.width).toBe(width * SCALE);
    expect(Math.abs(pixels.height - picture.height * SCALE)).toBeLessThan(2);
    // A page of text: neither empty nor one grey.
    expect(inked(picture.png)).toBeGreaterThan(0.05);
    expect(png.length).toBeLessThan(LARGEST_BYTES);

    if (FOLDER === '') return;
    await mkdir(join(ROOT, FOLDER), { recursive: true });
    await writeFile(join(ROOT, FOLDER, `${name}-${size}-${theme}.png`), png);
  });
});
