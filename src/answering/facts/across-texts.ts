/** What several texts or places say, side by side: each answers by itself, in whatever form. */
const ACROSS_TEXTS =
  /(?:[几各两三四]|不同|多)(?:篇|处|份|个地方|段)|不同(?:年份|文章|文件|场合)|(?:说法|讲法|提法)(?:有|是|在|差|一样|不同|上)|\b(?:each|different|several|various|all|both|two|three) (?:places?|texts?|articles?|documents?|passages?|authors?)\b/u;

/**
 * What a folded question asks beside what several texts say: its other clauses, as 两篇都提到这个预案，它把事件分成几级 asks for
 * levels all the same; the question itself where it does not speak of several texts.
 */
export function besideTexts(folded: string): string {
  if (!ACROSS_TEXTS.test(folded)) return folded;
  return folded
    .split(/(?<=[,.;:?!])/u)
    .filter((clause) => !ACROSS_TEXTS.test(clause))
    .join('');
}
