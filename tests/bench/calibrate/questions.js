// The questions that the refusal is fitted on, and which of them belong together.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readQuestionSet } from '../../../build/evaluation/question-set.js';
import { isInSplit, isOfTestingHalf } from '../../../build/evaluation/question-split.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/**
 * Whether the rules for kinds of fact were written with a question in view: those of the first two rounds, and of the next three
 * the halves that were for tuning then. The rules were changed since by leaving some out, no more.
 */
function isRuledOn({ id, round = 1 }) {
  return round <= 2 || (round <= 5 && !isOfTestingHalf(id));
}

/**
 * The tuning questions, each with its sort: `answerable`, `near` (about the topic, no answer) or `off` the topic; whether rules
 * were written for it (`isRuledOn`); and with its group: questions that are translations of each other, or have evidence in common, share one, and so does what they share with others.
 */
export function tuningQuestions() {
  const read = (path, sortOf) =>
    readQuestionSet(readFileSync(join(ROOT, path), 'utf8'), path)
      .filter((question) => isInSplit(question, 'tune'))
      .map((question) => ({ ...question, sort: sortOf(question) }));
  return grouped([
    ...read('data/questions.jsonl', ({ answers }) => (answers.length > 0 ? 'answerable' : 'near')).map((one) => ({
      ...one,
      isRuledOn: isRuledOn(one),
    })),
    ...read('tests/data/off-topic.jsonl', () => 'off').map((one) => ({ ...one, isRuledOn: false })),
  ]);
}

function grouped(questions) {
  const parents = questions.map((_, place) => place);
  const rootOf = (place) => (parents[place] === place ? place : rootOf(parents[place]));
  const firstWith = new Map();
  for (const [place, question] of questions.entries())
    for (const key of keysOf(question)) {
      if (firstWith.has(key)) parents[rootOf(place)] = rootOf(firstWith.get(key));
      else firstWith.set(key, place);
    }
  return questions.map((question, place) => ({ ...question, group: rootOf(place) }));
}

/** What a question shares with those that must not help it. */
function keysOf({ pair, answers }) {
  const evidence = answers.map(({ document, evidence: words }) => `${document} ${words}`);
  return pair === undefined ? evidence : [`pair ${pair}`, ...evidence];
}
