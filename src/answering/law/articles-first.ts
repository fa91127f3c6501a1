import type { Answer, AnswerPassage } from '../answer.js';
import type { LawPassage } from './law-answer.js';

/**
 * An answer with the articles that the question names before everything that was searched for: they are what was asked
 * for, so the match is strong. The rest keeps its order; `limit` passages in all, but never fewer than the articles.
 */
export function articlesFirst(answer: Answer, articles: readonly LawPassage[], limit: number): Answer {
  const named = new Set(articles.map(({ id }) => id));
  const first = articles.map(
    // The keys in the order in which the JSON output has them.
    ({ id, text, citation }): AnswerPassage => ({ rank: 0, id, score: 1, text, highlight: null, citation, alsoIn: [] }),
  );
  const rest = answer.passages.filter(({ id }) => !named.has(id));
  const passages = [...first, ...rest].slice(0, Math.max(limit, first.length));
  return {
    ...answer,
    status: 'answered',
    strength: 'strong',
    passages: passages.map((one, index) => ({ ...one, rank: index + 1 })),
  };
}
