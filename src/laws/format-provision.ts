import { formatArticle, formatChineseNumeral } from './chinese-numerals.js';

/**
 * A place in a law in Chinese: 第二百八十六条之一第二款第（三）项. Levels that are null are left out.
 *
 * @throws RangeError where a number is none from 1 to 9999
 */
export function formatProvision(place: {
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly item: number | null;
}): string {
  const { article, paragraph, item } = place;
  return [
    article === null ? '' : formatArticle(article),
    paragraph === null ? '' : `第${formatChineseNumeral(paragraph)}款`,
    item === null ? '' : `第（${formatChineseNumeral(item)}）项`,
  ].join('');
}
