/**
 * A text of at most `maximum` code points: where it is longer, its beginning and an ellipsis. No character outside the
 * basic plane is cut in two.
 */
export function clipText(text: string, maximum: number): string {
  if (text.length <= maximum) return text;
  const points = Array.from(text);
  return points.length <= maximum ? text : `${points.slice(0, maximum - 1).join('')}…`;
}
