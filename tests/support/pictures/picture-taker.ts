import { chromium, type Browser } from 'playwright-core';

/** How large a page is drawn. */
export interface PictureSize {
  /** Of the page, in CSS pixels. */
  readonly width: number;
  /** Pixels of the picture for one of the page. */
  readonly scale: number;
}

/** A page as it was drawn. */
export interface Picture {
  readonly png: Buffer;
  /** Of the whole page, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What a reader sees, as the browser lays it out; marks of lists are not in it. */
  readonly text: string;
  /** The beginnings of texts that reach over the edge of the page, or that another element cuts off. */
  readonly cutOff: readonly string[];
}

/** In the page: the texts that are not wholly seen, but for the one line of the message that is replied to. */
const CUT_OFF = `[...document.querySelectorAll('main *')]
  .filter((element) => element.closest('.replied') === null && element.textContent !== '')
  .filter((element) => {
    const { left, right, width, height } = element.getBoundingClientRect();
    const outside = left < 0 || right > document.documentElement.clientWidth || width === 0 || height === 0;
    return outside || (element.clientWidth > 0 && element.scrollWidth > element.clientWidth);
  })
  .map((element) => element.textContent.slice(0, 40))`;

/** In the page: whether a Chinese character looks unlike one for which no font has anything. */
const HAS_CHINESE = `(() => {
  const draw = (text) => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    context.font = '32px sans-serif';
    context.fillText(text, 0, 40);
    return canvas.toDataURL();
  };
  return ['网', '網'].every((character) => draw(character) !== draw('\\u{10FFFD}'));
})()`;

/** A headless Chromium that loads nothing from anywhere. */
export class PictureTaker {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** @param executablePath of Chromium or Chrome */
  static async start(executablePath: string): Promise<PictureTaker> {
    // Without a sandbox it runs in a container too; it is given nothing but pages of our own.
    const options = { executablePath, chromiumSandbox: false, args: ['--font-render-hinting=none'] };
    return new PictureTaker(await chromium.launch(options));
  }

  /** Draws a whole page, however high. */
  async take(html: string, { width, scale }: PictureSize): Promise<Picture> {
    const context = await this.#browser.newContext({
      viewport: { width, height: 100 },
      deviceScaleFactor: scale,
      offline: true,
    });
    try {
      const page = await context.newPage();
      await page.setContent(html);
      const box = await page.locator('main').boundingBox();
      const cutOff = await page.evaluate<readonly string[]>(CUT_OFF);
      const scrollWidth = await page.evaluate<number>('document.documentElement.scrollWidth');
      const text = await page.locator('main').innerText();
      const png = await page.screenshot({ fullPage: true });
      return { png, width: scrollWidth, height: Math.ceil(box?.height ?? 0), text, cutOff };
    } finally {
      await context.close();
    }
  }

  async end(): Promise<void> {
    await this.#browser.close();
  }

  /** Whether there is a font with Chinese characters. */
  async hasChinese(): Promise<boolean> {
    const page = await this.#browser.newPage();
    try {
      return await page.evaluate<boolean>(HAS_CHINESE);
    } finally {
      await page.close();
    }
  }
}
