import { codePoints } from './limits.js';

/**
 * Where a text may be cut: after 。；！？ and the marks that close with them, after 」, after the punctuation that ends a
 * sentence or clause written with spaces, and after a line break.
 */
const CUT_AFTER = /[。；！？]+[」』”’）》]*|」|\n+|(?<=[.;!?]["'”’)]{0,3})(?=\s)/gu;

/** Places at which a text may be cut, ascending, its start and its end among them. */
export function cutsOf(text: string): readonly number[] {
  const ends = [...text.matchAll(CUT_AFTER)].map((match) => match.index + match[0].length);
  return [...new Set([0, ...ends, text.length])];
}

/**
 * A text in pieces of at most `maximum` code points: joined they are the text. Cut where a sentence or clause ends; inside
 * one only where it is longer by itself.
 * @param maximum at least 1
 */
export function splitText(text: string, maximum: number): readonly string[] {
  const cuts = cutsOf(text);
  const clauses = cuts.slice(1).map((end, index) => text.slice(cuts[index], end));
  const pieces: string[] = [];
  for (const part of clauses.flatMap((clause) => chopped(clause, maximum))) {
    const joined = `${pieces.at(-1) ?? ''}${part}`;
    if (pieces.length > 0 && codePoints(joined) <= maximum) pieces[pieces.length - 1] = joined;
    else pieces.push(part);
  }
  return pieces;
}

function chopped(clause: string, maximum: number): readonly string[] {
  if (clause.length <= maximum) return [clause];
  const points = Array.from(clause);
  return Array.from({ length: Math.ceil(points.length / maximum) }, (_, index) =>
    points.slice(index * maximum, (index + 1) * maximum).join(''),
  );
}
