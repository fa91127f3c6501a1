import { foldForScan, originalSpan } from '../scan-text.js';
import { StepCounter } from '../step-counter.js';
import type { NameMatcher } from './name-matcher.js';

/**
 * A place where a text speaks of a law of the catalogue. `name`: it names the document; `subject`: it names the
 * congress, the programme or the campaign that the document is about.
 */
export interface LawMention {
  /** Id in the catalogue. */
  readonly law: string;
  readonly by: 'name' | 'subject';
  /** [start, end) in UTF-16 code units of the text, without the 《》 or quotation marks around a title. */
  readonly start: number;
  readonly end: number;
  /** The text between `start` and `end`, as it stands. */
  readonly wording: string;
}

/**
 * Every mention of a law of the catalogue in a text, in its order, never overlapping: in 《》, in quotation marks or
 * bare, in either script and any width, with words left out of a title. The longest name wins, and a name inside a
 * longer word or title is none. Steps grow with the length of the text alone.
 */
export function findMentions(
  text: string,
  matcher: NameMatcher,
  counter: StepCounter = new StepCounter(),
): readonly LawMention[] {
  const scan = foldForScan(text);
  const mentions: LawMention[] = [];
  let position = 0;
  while (position < scan.text.length) {
    const { match, after } = matcher.at(scan, position, counter);
    if (match !== null && match.law !== null && (match.by === 'name' || match.by === 'subject')) {
      const [start, end] = originalSpan(scan, match.start, match.end);
      mentions.push({ law: match.law, by: match.by, start, end, wording: text.slice(start, end) });
    }
    position = after;
  }
  return mentions;
}
