import { beginsName, endsName } from '../names/name-boundaries.js';
import type { NameMatcher } from '../names/name-matcher.js';
import { foldForScan, foldName, originalSpan } from '../scan-text.js';
import { StepCounter } from '../step-counter.js';
import { mayBeginReference } from './citation-titles.js';

/** What may stand before a title that the matcher does not know: beside what leads to any reference, these words. */
const LEADS_TO_TITLE =
  /(?:中华人民共和国|贯彻|实施|落实|执行|施行|制定|修改|修订|修正|颁布|公布|通过|遵守|学习|宣传)$/u;
const LONGEST_LEAD = 7;

/**
 * Where a text first names a law that is not in the catalogue by this title, with or without 《》; null where it does not,
 * or where the title stands inside a longer one. A title that the matcher does not know counts without 《》 only where a
 * phrase begins with it, or behind a word that leads to a law: 拍卖法 is none in 网络拍卖法.
 * @returns the offset of the title in UTF-16 code units
 */
export function findTitle(text: string, title: string, matcher: NameMatcher): number | null {
  const wanted = foldName(title);
  const scan = foldForScan(text);
  const counter = new StepCounter();
  let position = 0;
  while (position < scan.text.length) {
    const { match, after } = matcher.at(scan, position, counter);
    const start = match?.start ?? position + 1;
    const end = match?.end ?? scan.titleEnds.get(position);
    if (end !== undefined && scan.text.slice(start, end) === wanted) return originalSpan(scan, start, end)[0];
    if (match === null && standsBare(scan.text, position, wanted))
      return originalSpan(scan, position, position + wanted.length)[0];
    position = after;
  }
  return null;
}

function standsBare(text: string, start: number, title: string): boolean {
  return (
    text.startsWith(title, start) &&
    endsName(text, start + title.length) &&
    beginsName(text, start) &&
    (mayBeginReference(text, start) || LEADS_TO_TITLE.test(text.slice(Math.max(0, start - LONGEST_LEAD), start)))
  );
}
