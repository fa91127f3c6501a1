import type { ArticleRange, CitedPlaces, CitedProvision } from './citation.js';

/** Levels of a provision from 条 to 目. */
export const LEVELS = ['article', 'paragraph', 'item', 'subitem'] as const;
export type Level = 0 | 1 | 2 | 3;

/** A range of more places than this stays as its two ends. */
export const LONGEST_RANGE = 500;

/** A level with its values, as one reads them: 第二十一、二十二条 has two. Articles are text because of 之. */
export interface ProvisionElement {
  readonly level: Level;
  readonly values: readonly string[];
  /** Where `values` go from one end of a range to the other; none where they only stand side by side. */
  readonly ranges?: readonly ArticleRange[];
}

/** Collects the provisions of a list while it is read from left to right. */
export class ProvisionList {
  readonly #done: CitedProvision[] = [];
  readonly #ranges: ArticleRange[] = [];
  #path: readonly (string | null)[];

  /** @param base where a reference such as 前款 starts from; empty levels for a list that starts with an article. */
  constructor(base: CitedProvision | null = null) {
    this.#path = base === null ? [] : pathOf(base);
  }

  /** Level of the last element, or null where there is none. */
  get level(): Level | null {
    return this.#path.length === 0 ? null : asLevel(this.#path.length - 1);
  }

  /** Goes deeper in the same place: 第二十一条 → 第一款. */
  narrow({ level, values, ranges = [] }: ProvisionElement): void {
    this.#note(level, this.#done.length, ranges);
    this.#path = [...padded(this.#path, level), values[0] ?? null];
    this.#each(level, values.slice(1));
  }

  /** Another place beside the last: 、第三款. */
  add({ level, values, ranges = [] }: ProvisionElement): void {
    this.#note(level, this.#next, ranges);
    this.#each(level, values);
  }

  /** All places up to another of the same level: 至第三款. */
  extend({ level, values, ranges = [] }: ProvisionElement): void {
    const [end = '', ...rest] = values;
    const inside = between(this.#path[level] ?? '', end);
    const last = this.#next + inside.length;
    this.#note(level, 0, [{ first: this.#next - 1, last }]);
    this.#note(level, last, ranges);
    this.#each(level, [...inside, end, ...rest]);
  }

  /** The places in the order read. */
  finish(): CitedPlaces {
    const provisions = this.#path.length === 0 ? this.#done : [...this.#done, provisionOf(this.#path)];
    return { provisions, ranges: this.#ranges };
  }

  /** Position that the next provision will have. */
  get #next(): number {
    return this.#done.length + (this.#path.length === 0 ? 0 : 1);
  }

  /** Keeps ranges of articles; those of 款 and 项 have all their numbers already. @param from position of the first value */
  #note(level: Level, from: number, ranges: readonly ArticleRange[]): void {
    if (level !== 0) return;
    for (const { first, last } of ranges) this.#ranges.push({ first: from + first, last: from + last });
  }

  #each(level: Level, values: readonly string[]): void {
    for (const value of values) {
      if (this.#path.length > 0) this.#done.push(provisionOf(this.#path));
      this.#path = [...padded(this.#path, level), value];
    }
  }
}

/** The numbers strictly between two ends; none where an end has a 之, the range falls, or it is too long. */
export function between(first: string, last: string): readonly string[] {
  const [from, to] = [Number(first), Number(last)];
  if (!Number.isInteger(from) || !Number.isInteger(to) || to - from + 1 > LONGEST_RANGE) return [];
  return Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => String(from + 1 + index));
}

function padded(path: readonly (string | null)[], level: Level): readonly (string | null)[] {
  return Array.from({ length: level }, (_, index) => path[index] ?? null);
}

function asLevel(level: number): Level {
  return level <= 0 ? 0 : level === 1 ? 1 : level === 2 ? 2 : 3;
}

function pathOf({ article, paragraph, item, subitem }: CitedProvision): readonly (string | null)[] {
  const path = [article, ...[paragraph, item, subitem].map((value) => (value === null ? null : String(value)))];
  return path.slice(0, path.findLastIndex((value) => value !== null) + 1);
}

function provisionOf([article, ...rest]: readonly (string | null)[]): CitedProvision {
  const [paragraph = null, item = null, subitem = null] = rest.map((value) => (value === null ? null : Number(value)));
  return { article: article ?? null, paragraph, item, subitem };
}
