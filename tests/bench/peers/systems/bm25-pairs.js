import { readPassages } from '../material.js';

const [K1, B] = [1.2, 0.75];

/** Runs of Chinese characters, and lower-case words of other letters and digits. */
const RUNS = /\p{Script=Han}+|[^\P{Alphabetic}\p{Script=Han}]+|\p{Number}+/gu;
const CHINESE = /^\p{Script=Han}/u;

/** Overlapping pairs of Chinese characters (a single one stands for itself), and whole words. */
function termsOf(text) {
  return (text.toLowerCase().match(RUNS) ?? []).flatMap((run) => {
    const characters = [...run];
    if (!CHINESE.test(run) || characters.length === 1) return [run];
    return characters.slice(1).map((character, at) => characters[at] + character);
  });
}

/** BM25 as textbooks have it (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009), with log(1 + x) in the idf. */
export async function open({ material }) {
  const passages = readPassages(material);
  const postings = new Map();
  const lengths = passages.map(({ text }, row) => {
    const terms = termsOf(text);
    for (const term of terms) {
      const counts = postings.get(term) ?? new Map();
      counts.set(row, (counts.get(row) ?? 0) + 1);
      postings.set(term, counts);
    }
    return terms.length;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return {
    async search(question, limit) {
      const scores = new Map();
      for (const term of new Set(termsOf(question))) {
        const counts = postings.get(term) ?? new Map();
        const idf = Math.log(1 + (passages.length - counts.size + 0.5) / (counts.size + 0.5));
        for (const [row, count] of counts) {
          const norm = K1 * (1 - B + (B * lengths[row]) / mean);
          scores.set(row, (scores.get(row) ?? 0) + (idf * count * (K1 + 1)) / (count + norm));
        }
      }
      const best = [...scores].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, limit);
      return { answered: true, places: best.map(([row]) => [passages[row].id]) };
    },
  };
}
