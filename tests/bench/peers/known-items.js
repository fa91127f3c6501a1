/** How many pieces are asked, how long they are, and which passages are long enough to give one. */
const PIECES = 200;
const LENGTH = 24;
const LEAST = 80;

/** Marks a question made of a passage: those of the question set are asked for their time alone. */
export const KNOWN_ITEM = 'known-item';

/**
 * Questions over a law book, for which nobody wrote any: a piece of 24 characters out of the middle of articles, evenly
 * spread over the book. Right is every passage that holds the piece. That is easier than what people ask: it tells a
 * system that loses passages from one that does not, and hardly a good ranking from a better one.
 */
export function knownItems(passages) {
  const articles = passages.filter(({ provision, text }) => provision !== null && text.length >= LEAST);
  const step = Math.max(1, Math.floor(articles.length / PIECES));
  return articles
    .filter((_, place) => place % step === 0)
    .slice(0, PIECES)
    .map(({ id, text }) => {
      const from = (text.length - LENGTH) >> 1;
      return { id: `${KNOWN_ITEM} ${id}`, kind: KNOWN_ITEM, question: text.slice(from, from + LENGTH) };
    });
}
