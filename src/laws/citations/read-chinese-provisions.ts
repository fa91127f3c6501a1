import type { ArticleRange, CitedPlaces, CitedProvision } from './citation.js';
import type { CitationCursor, Read } from './citation-cursor.js';
import { isArabicDigit } from './citation-cursor.js';
import { between, ProvisionList, type Level, type ProvisionElement } from './provision-path.js';

/** Longest first, so that 以及 is not read as 以. */
const BESIDE = ['、', ',以及', ',', '以及', '或者', '和', '与', '及', '或'];
const UP_TO = ['至', '到', '-', '—', '–', '~'];
/** Numbers that share one 条 or 项 (第二十一、二十二条): more are read as separate references. */
const LONGEST_GROUP = 20;

/**
 * The provisions that start at `position` of a folded text: 第二十一条第一款第（三）项, 第二十五条至第二十七条, 第21条 …
 *
 * @param options.base where the list goes on from (for 前款, 同条), so that it may start below the article.
 * @param options.ordinal whether the first article needs its 第; a known law right before it makes 21条 clear.
 * @returns null where no provision starts there.
 */
export function readChineseProvisions(
  cursor: CitationCursor,
  position: number,
  options: { readonly base?: CitedProvision | null; readonly ordinal: boolean },
): Read<CitedPlaces> | null {
  const base = options.base ?? null;
  const list = new ProvisionList(base);
  const first = readElement(cursor, position, options.ordinal);
  if (first === null || (list.level === null ? first.value.level !== 0 : first.value.level <= list.level)) return null;
  list.narrow(first.value);
  let end = first.end;
  for (;;) {
    const next = readNext(cursor, end, list.level ?? 0);
    if (next === null) return { value: list.finish(), end };
    const { how, element } = next.value;
    list[how](element);
    end = next.end;
  }
}

interface NextElement {
  readonly how: 'narrow' | 'add' | 'extend';
  readonly element: ProvisionElement;
}

/** What follows an element: a deeper level at once, or after a separator one of the same or a higher level. */
function readNext(cursor: CitationCursor, position: number, level: Level): Read<NextElement> | null {
  const deeper = readElement(cursor, position, true);
  if (deeper !== null)
    return deeper.value.level > level ? { value: { how: 'narrow', element: deeper.value }, end: deeper.end } : null;
  const range = cursor.oneOf(position, UP_TO);
  if (range !== null) {
    const last = readElement(cursor, range.end, false);
    return last?.value.level === level ? { value: { how: 'extend', element: last.value }, end: last.end } : null;
  }
  const separator = cursor.oneOf(position, BESIDE);
  if (separator === null) return null;
  const beside = readElement(cursor, separator.end, true);
  return beside === null || beside.value.level > level
    ? null
    : { value: { how: 'add', element: beside.value }, end: beside.end };
}

/** One level with its numbers: 第N条, 第N、M条, 第N至M条, N条 (without 第 if allowed), 第N款, 第（N）项, （N）项, 第N目. */
function readElement(cursor: CitationCursor, position: number, ordinal: boolean): Read<ProvisionElement> | null {
  const afterOrdinal = cursor.after(position, '第');
  if (afterOrdinal === null && ordinal && cursor.at(position) !== '(') return null;
  let number = readNumber(cursor, afterOrdinal ?? position);
  if (number === null) return null;
  let values: readonly string[] = [number.value];
  let ranges: readonly ArticleRange[] = [];
  for (let count = 1; count < LONGEST_GROUP; count += 1) {
    const unit = readUnit(cursor, number.end);
    if (unit !== null) {
      if (afterOrdinal === null && unit.value === 1) return null;
      if (unit.value !== 0) return { value: { level: unit.value, values, ranges }, end: unit.end };
      const suffixed = readSuffixes(cursor, unit.end, values.at(-1) ?? '');
      return { value: { level: 0, values: [...values.slice(0, -1), suffixed.value], ranges }, end: suffixed.end };
    }
    const joint = cursor.oneOf(number.end, ['、', ...UP_TO]);
    // 第（一）（三）项 has nothing between its numbers.
    if (joint === null && cursor.at(number.end) !== '(') return null;
    const next: Read<string> | null = readNumber(cursor, joint?.end ?? number.end);
    if (next === null) return null;
    const more = joined(values, joint?.value ?? '、', next.value);
    if (UP_TO.includes(joint?.value ?? '') && more.length > values.length)
      ranges = [...ranges, { first: values.length - 1, last: more.length - 1 }];
    [values, number] = [more, next];
  }
  return null;
}

/** A further number of the same unit; a hyphen before a smaller number is a 之: 第286-1条. */
function joined(values: readonly string[], joint: string, next: string): readonly string[] {
  const last = values.at(-1) ?? '';
  if (joint === '、') return [...values, next];
  if (joint === '-' && Number(next) <= Number(last)) return [...values.slice(0, -1), `${last}-${next}`];
  return [...values, ...between(last, next), next];
}

/** A number, in brackets or not. */
function readNumber(cursor: CitationCursor, position: number): Read<string> | null {
  const open = cursor.after(position, '(');
  const number = cursor.number(open ?? position);
  if (number === null) return null;
  const end = open === null ? number.end : cursor.after(number.end, ')');
  return end === null ? null : { value: String(number.value), end };
}

function readUnit(cursor: CitationCursor, position: number): Read<Level> | null {
  const levels: Readonly<Record<string, Level>> = { 条: 0, 款: 1, 项: 2, 目: 3 };
  const level = levels[cursor.at(position)];
  return level === undefined ? null : { value: level, end: position + 1 };
}

/** 之一, 之二 … behind 条; not the 之 of 第三条之规定. */
function readSuffixes(cursor: CitationCursor, position: number, article: string): Read<string> {
  let [value, end] = [article, position];
  for (;;) {
    const after = cursor.after(end, '之');
    const number = after === null ? null : cursor.number(after);
    if (number === null || isArabicDigit(cursor.at(number.end))) return { value, end };
    [value, end] = [`${value}-${number.value}`, number.end];
  }
}
