const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

function partsOf(day: string): Parts | null {
  const match = DAY.exec(day);
  const [, year, month, date] = match ?? [];
  return year === undefined || month === undefined || date === undefined
    ? null
    : { year: `${year}年`, month: `${Number(month)}月`, day: `${Number(date)}日` };
}

/** A day such as 2023年9月1日 from YYYY-MM-DD; any other text comes back as it is. */
export function chineseDay(day: string): string {
  const parts = partsOf(day);
  return parts === null ? day : `${parts.year}${parts.month}${parts.day}`;
}

/** A range such as 2023年9月10日至11日: what both days share is said once. */
export function chineseDayRange(from: string, to: string): string {
  const [start, end] = [partsOf(from), partsOf(to)];
  if (start === null || end === null) return `${from}至${to}`;
  if (start.year !== end.year) return `${chineseDay(from)}至${chineseDay(to)}`;
  const rest = start.month === end.month ? end.day : `${end.month}${end.day}`;
  return `${chineseDay(from)}至${rest}`;
}
