import { originalSpan, type ScanText } from '../scan-text.js';
import type { CitedPlaces } from './citation.js';
import type { CitationCursor, Read } from './citation-cursor.js';

/** What follows an article that is spoken of, and not a third of something (第三条道路). */
const SPEAKS_OF_ARTICLE = ['的规定', '之规定', '规定', '所列', '所称', '所指', '明确', '要求'];

/**
 * Does 第N条 head the article itself: at the start of a line, with a space behind it? 第二十一条的规定 does not.
 *
 * @param start where the article begins and ends in the folded text `scan` of `source`.
 */
export function headsItsText(source: string, scan: ScanText, start: number, end: number): boolean {
  const [from, to] = originalSpan(scan, start, end);
  const before = scan.ends[start - 1] ?? 0;
  const startsLine = start === 0 || source.slice(before, from).includes('\n');
  return startsLine && /^[^\S\r\n]/u.test(source.slice(to, to + 1));
}

/** Do provisions without any law plainly refer to one: several, with 款, 项 or 之, all of the text, or 第三条规定 …? */
export function speaksOfArticle(
  cursor: CitationCursor,
  start: number,
  { value: { provisions }, end }: Read<CitedPlaces>,
): boolean {
  const [first] = provisions;
  return (
    provisions.length > 1 ||
    first?.paragraph != null ||
    first?.item != null ||
    first?.article?.includes('-') === true ||
    (start === 0 && end === cursor.text.length) ||
    cursor.oneOf(end, SPEAKS_OF_ARTICLE) !== null
  );
}
