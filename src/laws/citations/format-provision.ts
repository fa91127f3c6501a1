import { formatArticle, formatChineseNumeral } from '../chinese-numerals.js';

/**
 * A place in a law in Chinese: 第二百八十六条之一第二款第（三）项, of several items 第（三）项至第（五）项. Levels that are null
 * are left out.
 *
 * @throws RangeError where a number is none from 1 to 9999
 */
export function formatProvision(place: {
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly item: number | null;
  readonly items?: readonly [first: number, last: number];
}): string {
  const { article, paragraph, item } = place;
  const items = place.items ?? (item === null ? [] : [item]);
  return [
    article === null ? '' : formatArticle(article),
    paragraph === null ? '' : `第${formatChineseNumeral(paragraph)}款`,
    items.map((one) => `第（${formatChineseNumeral(one)}）项`).join('至'),
  ].join('');
}
