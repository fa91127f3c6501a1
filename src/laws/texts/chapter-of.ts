import { sectionLevel } from './law-lines.js';

/** Level of 章 as `sectionLevel` counts. */
const CHAPTER = 4;
/** Levels of 编 and 分编. */
const PARTS = [2, 3];

/**
 * The headings down to the chapter that an article stands in, of all the headings above it, outermost first: its 章, its
 * innermost 编 where it stands in no 章, and none where it stands in neither. A 节 is part of its chapter.
 */
export function chapterOf(section: readonly string[]): readonly string[] {
  const levels = section.map(sectionLevel);
  const chapter = levels.lastIndexOf(CHAPTER);
  const part = levels.findLastIndex((level) => level !== null && PARTS.includes(level));
  return section.slice(0, (chapter >= 0 ? chapter : part) + 1);
}
