import { hitsOf } from '../../../build/evaluation/hits.js';
import { reportOf } from '../../../build/evaluation/evaluation-report.js';
import { isInSplit } from '../../../build/evaluation/question-split.js';
import { valueOf } from '../../../build/evaluation/metrics.js';
import { KNOWN_ITEM } from './known-items.js';

/** Seed of the bootstrap intervals, that of `yinju eval`. */
const SEED = 1;
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'];

/** A place of an answer as the metrics of the project take it. */
function answerPassage(ids, rank, passages) {
  const [shown, ...others] = ids.map((id) => {
    const { document, text } = passages.get(id);
    return { text, citation: { document } };
  });
  return { ...shown, rank, alsoIn: others };
}

/**
 * What one system is worth on the answerable questions of a split that it was asked, by the metrics of `yinju eval`.
 * @param passages by id
 * @param isStrict true where a question that was refused counts as missed; false where what was found counts in any case
 */
export function qualityOf({ answers }, questions, passages, split, isStrict) {
  const outcomes = questions.flatMap((question, place) => {
    if (!isInSplit(question, split) || question.answers.length === 0 || answers[place] === null) return [];
    const { answered, places } = answers[place];
    const found = places.map((ids, index) => answerPassage(ids, index + 1, passages));
    const status = isStrict && !answered ? 'none' : 'answered';
    return [{ question, status, strength: 'weak', hits: hitsOf(found, question.answers), highlightRight: null }];
  });
  const { groups } = reportOf(outcomes, SEED);
  const of = (name) => metricsOf(groups.find((group) => group.name === name)?.metrics);
  return { asked: outcomes.length, all: of('all'), ...Object.fromEntries(LANGUAGES.map((name) => [name, of(name)])) };
}

/** Each metric as `{ value, interval }`; undefined for a group without questions. */
function metricsOf(metrics) {
  if (metrics === undefined) return undefined;
  const plain = (mean) => ({ value: valueOf(mean), interval: mean.interval });
  return {
    ...Object.fromEntries(metrics.answered.map(({ cutOff, mean }) => [`recall@${cutOff}`, plain(mean)])),
    'MRR@10': plain(metrics.reciprocalRank),
    'nDCG@10': plain(metrics.discountedGain),
  };
}

/** The shares of the pieces of a law book for which a passage that holds the piece is found first, and among ten. */
export function knownItemsFound({ answers }, questions, passages) {
  const ranks = questions.flatMap(({ kind, question }, place) => {
    if (kind !== KNOWN_ITEM || answers[place] === null) return [];
    const rank = answers[place].places.findIndex((ids) => ids.some((id) => passages.get(id)?.text.includes(question)));
    return [rank < 0 ? Infinity : rank + 1];
  });
  const within = (depth) => ({ value: ranks.filter((rank) => rank <= depth).length / ranks.length });
  return { 'recall@1': within(1), 'recall@10': within(10) };
}
