/** What another character than the written one costs: less than the pair of characters that it makes known. */
const RESPELT = 0.8;

interface Path {
  readonly text: string;
  readonly score: number;
}

/**
 * The spelling of a run whose pairs of neighbours are worth most, less 0.8 for every character that is not as written; of
 * equals the one that changes less, or comes first. O(characters x spellings of two neighbours).
 * @param spellings what each character may be: as it is written, then others
 * @param worth of a pair; 0 where nothing speaks for it
 */
export function likeliestSpelling(spellings: readonly (readonly string[])[], worth: (pair: string) => number): string {
  let paths: readonly Path[] = [{ text: '', score: 0 }];
  for (const characters of spellings)
    paths = characters.map((character, place) => {
      const { text, score } = best(paths, (path) => path.score + worth(path.text.slice(-1) + character));
      return { text: text + character, score: place === 0 ? score : score - RESPELT };
    });
  return best(paths, ({ score }) => score).text;
}

/** The path that scores most, with that score; the first of equals. */
function best(paths: readonly Path[], scoreOf: (path: Path) => number): Path {
  let found: Path = { text: '', score: Number.NEGATIVE_INFINITY };
  for (const path of paths) {
    const score = scoreOf(path);
    if (score > found.score) found = { text: path.text, score };
  }
  return found;
}
