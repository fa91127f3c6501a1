import { wordsByPlace, type Word } from './chinese-words.js';
import { isJoining, isOftenJoining, standsAlone } from './lone-characters.js';

/** A stretch of a run that would be spelt otherwise, [start, end); its first and its last character differ. */
export interface Change {
  readonly start: number;
  readonly end: number;
}

/** A run as it is written and as it may be meant, of the same length, and what documents say to it. */
export interface Respelling {
  readonly written: string;
  readonly meant: string;
  /** Whether any passage holds a pair of characters. */
  readonly isUsed: (pair: string) => boolean;
  /** Whether a wording is a word, beside those of the dictionary. */
  readonly isWord: (wording: string) => boolean;
  /** Whether a passage that may be found holds a stretch as it stands. */
  readonly holds: (stretch: string) => Promise<boolean>;
}

/**
 * Whether a change is more likely what was meant than what is written. It never is where a written character is part of a
 * word, or a word by itself (到, 其). Else one passage must hold the change with its neighbours, as far as they make used pairs:
 *
 * - three characters and more: a changed one between two others (安全法 for 安权法), or a chain of changes;
 * - or two that are a word of the dictionary, with words or nothing on both sides (罚款 for 罚宽);
 * - or two of no dictionary and one further on (网鼎杯 for 网鼎背), but none that hangs on to a word (具体 and 制 of 具体制度).
 */
export async function isTrusted(
  change: Change,
  { written, meant, isUsed, isWord, holds }: Respelling,
): Promise<boolean> {
  const places = Array.from({ length: change.end - change.start }, (_, offset) => change.start + offset).filter(
    (at) => written[at] !== meant[at],
  );
  const swapped = places.flatMap((at) => [written.charAt(at), meant.charAt(at)]);
  if (swapped.some(isJoining)) return false;
  const writtenWords = wordsByPlace(written);
  if (places.some((at) => isLong(writtenWords[at]) || wordingsAt(written, at).some(isWord))) return false;

  const near = reach(change, 1, meant, isUsed);
  if (near.end - near.start > 2) return holds(meant.slice(near.start, near.end));
  if (swapped.some(isOftenJoining)) return false;

  const words = wordsByPlace(meant);
  const isApart = ({ start, end }: Change): boolean =>
    [start - 1, end].every((at) => isLong(words[at]) || standsAlone(meant.charAt(at)));
  const word = words[near.start];
  if (
    word?.start === near.start &&
    word.end === near.end &&
    isApart(near) &&
    (await holds(meant.slice(near.start, near.end)))
  )
    return true;

  const far = reach(change, 2, meant, isUsed);
  const isTackedOn = places.some(
    (at) => !isLong(words[at]) && [at - 1, at + 1].some((beside) => isLong(words[beside])),
  );
  return far.end - far.start > 2 && !isTackedOn && isApart(far) && holds(meant.slice(far.start, far.end));
}

const isLong = (word: Word | undefined): boolean => word !== undefined && word.end - word.start > 1;

/** The wordings of two to four characters that a place is part of. */
function wordingsAt(run: string, at: number): readonly string[] {
  return [2, 3, 4].flatMap((length) =>
    Array.from({ length }, (_, before) =>
      run.slice(Math.max(0, at - before), Math.max(0, at - before + length)),
    ).filter((wording) => wording.length === length),
  );
}

/** A change with up to `most` characters more on each side, as far as every pair is one that documents use. */
function reach({ start, end }: Change, most: number, run: string, isUsed: (pair: string) => boolean): Change {
  let [from, to] = [start, end];
  while (from > 0 && start - from < most && isUsed(run.slice(from - 1, from + 1))) from -= 1;
  while (to < run.length && to - end < most && isUsed(run.slice(to - 1, to + 1))) to += 1;
  return { start: from, end: to };
}
