import type { Words } from '../../wording/words.js';
import type { ButtonRow } from '../buttons/button-row.js';
import { containerMessage, fitsLimits, separator, textDisplay, type OutgoingMessage } from './message.js';
import { subtext } from './render-passage.js';

/** Something to show that may go over several pages. */
export interface Block {
  /** All of it as markdown. */
  readonly whole: string;
  /** The same in parts for where all of it does not fit a page; each part fits one, and says that there is more. */
  readonly parts: readonly string[];
}

/** A text of several pages. Markdown throughout. */
export interface PagedText {
  /** Over every page. */
  readonly head: string;
  readonly blocks: readonly Block[];
  /** Under every page. */
  readonly foot: readonly string[];
}

/** Which page of how many; the first is 0. */
export interface PageNumber {
  readonly page: number;
  readonly pages: number;
}

/** Which page to show, and how to turn it. */
export interface PageAsked {
  /** From 0; the last is shown where there are not so many. */
  readonly page: number;
  /** What must be said over it beside its own notices, as whole sentences. */
  readonly notices: readonly string[];
  /** The buttons under the page. */
  readonly rows: (shown: PageNumber) => readonly ButtonRow[];
}

/** Any page looks like this to the limits: two buttons, and numbers of two digits. */
const WIDEST: PageNumber = { page: 49, pages: 99 };

/** One page within all limits: as many blocks as fit, in order. The same page comes from the same text each time. */
export function renderPage(text: PagedText, { page: asked, rows }: PageAsked, words: Words): OutgoingMessage {
  const fits = (parts: readonly string[]): boolean => fitsLimits(compose(text, parts, WIDEST, rows(WIDEST), words));
  const pages = paginate(
    text.blocks.flatMap(({ whole, parts }) => (fits([whole]) ? [whole] : parts)),
    fits,
  );
  const page = Math.min(asked, pages.length - 1);
  const number = { page, pages: pages.length };
  return compose(text, pages[page] ?? [], number, rows(number), words);
}

/** At least one page. */
function paginate(
  parts: readonly string[],
  fits: (parts: readonly string[]) => boolean,
): readonly (readonly string[])[] {
  const pages: string[][] = [[]];
  for (const part of parts) {
    const last = pages.at(-1) ?? [];
    if (last.length === 0 || fits([...last, part])) last.push(part);
    else pages.push([part]);
  }
  return pages;
}

function compose(
  { head, foot }: PagedText,
  parts: readonly string[],
  { page, pages }: PageNumber,
  rows: readonly ButtonRow[],
  words: Words,
): OutgoingMessage {
  const number = pages === 1 ? [] : [subtext(words.discord.buttons.page(page + 1, pages))];
  const texts = [head, parts.join('\n\n'), [...number, ...foot].join('\n')].filter((text) => text !== '');
  return containerMessage([
    ...texts.flatMap((text, index) => [...(index === 0 ? [] : [separator()]), textDisplay(text)]),
    ...rows,
  ]);
}
