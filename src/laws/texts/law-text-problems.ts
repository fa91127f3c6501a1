import type { SourceDocument } from '../../documents/document.js';
import { joinSlices } from '../../documents/span.js';
import { articleHeadedBy } from './law-lines.js';

/** What is odd about the numbers of a text's articles. It is kept as it stands. */
export interface LawTextProblem {
  /** `doubled`: comes again; `disordered`: stands behind a higher one; `missing`: none between its neighbours. */
  readonly kind: 'doubled' | 'disordered' | 'missing';
  readonly article: string;
}

/** The articles of a text that come twice, stand in the wrong place, or are left out between the first and the last. */
export function lawTextProblems({ source, blocks }: SourceDocument): readonly LawTextProblem[] {
  const articles = blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'list-item')
    .flatMap(({ spans }) => articleHeadedBy(joinSlices(source, spans)) ?? []);
  const problems: LawTextProblem[] = [];
  const seen = new Set<string>();
  let highest: string | null = null;
  for (const article of articles) {
    if (seen.has(article)) problems.push({ kind: 'doubled', article });
    else if (highest !== null && compareArticles(article, highest) < 0) problems.push({ kind: 'disordered', article });
    seen.add(article);
    if (highest === null || compareArticles(article, highest) > 0) highest = article;
  }
  return [...problems, ...missing(seen)];
}

function missing(seen: ReadonlySet<string>): readonly LawTextProblem[] {
  const numbers = [...seen].map((article) => Number(article.split('-')[0]));
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const problems: LawTextProblem[] = [];
  for (let number = first; number < last; number += 1)
    if (!numbers.includes(number)) problems.push({ kind: 'missing', article: String(number) });
  return problems;
}

/** The order of articles: 286 < 286-1 < 286-2 < 287. Negative where the first comes first. */
export function compareArticles(left: string, right: string): number {
  const [one, other] = [left.split('-').map(Number), right.split('-').map(Number)];
  for (let level = 0; level < Math.max(one.length, other.length); level += 1) {
    const difference = (one[level] ?? 0) - (other[level] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
