// The fit of `src/answering/refusal/unsaid-model.ts`: what each form of a question is worth where a passage leaves it unsaid.
import { unsaidSum } from '../../../build/answering/refusal/unsaid.js';
import { foldsOf } from './folds.js';

/** A form of one or two groups of questions alone tells of what those are about. */
const LEAST_GROUPS = 3;

/** Pulls weights to 0. A third of it, or three times as much, is within .005 of AUC. */
const RIDGE = 0.0005;

/** What each sort of question counts, however many there are of it. */
const SHARES = { answerable: 0.5, near: 0.5 };

const STEPS = 1000;
const FOLDS = 10;

/**
 * The weight of each form, by a logistic regression with a ridge. Questions that are refused in any case teach nothing, nor
 * do those from other fields.
 * @param rows `{ unsaid, sort, group, features }`
 */
export function fitUnsaid(rows) {
  const used = rows.filter(({ sort, features }) => features !== null && sort in SHARES);
  const forms = formsOf(used);
  const placeOf = new Map(forms.map((form, place) => [form, place]));
  const countOf = (sort) => used.filter((row) => row.sort === sort).length;
  const questions = used.map(({ unsaid, sort }) => ({
    places: [...unsaid].flatMap((form) => placeOf.get(form) ?? []),
    label: sort === 'answerable' ? 1 : 0,
    share: SHARES[sort] / countOf(sort),
  }));
  const weights = descend(questions, forms.length);
  return new Map(forms.map((form, place) => [form, weights[place]]));
}

/** The forms that several groups of questions have. */
function formsOf(rows) {
  const groups = new Map();
  for (const { unsaid, group } of rows)
    for (const form of unsaid) groups.set(form, (groups.get(form) ?? new Set()).add(group));
  return [...groups].filter(([, own]) => own.size >= LEAST_GROUPS).map(([form]) => form);
}

/** Nesterov's accelerated gradient descent, for a loss that is as smooth as its longest question and as curved as its ridge. */
function descend(questions, size) {
  const smoothness = Math.max(...questions.map(({ places }) => places.length + 1)) / 4 + RIDGE;
  const root = Math.sqrt(RIDGE / smoothness);
  const momentum = (1 - root) / (1 + root);
  let weights = new Float64Array(size + 1);
  let ahead = weights;
  for (let step = 0; step < STEPS; step += 1) {
    // The last weight is the bias: nothing pulls it.
    const slope = ahead.map((weight, place) => (place === size ? 0 : RIDGE * weight));
    for (const { places, label, share } of questions) {
      const sum = places.reduce((total, place) => total + ahead[place], ahead[size]);
      const error = share * (1 / (1 + Math.exp(-sum)) - label);
      for (const place of places) slope[place] += error;
      slope[size] += error;
    }
    const next = ahead.map((weight, place) => weight - slope[place] / smoothness);
    ahead = next.map((weight, place) => weight + momentum * (weight - weights[place]));
    weights = next;
  }
  return weights;
}

/** The rows with what is unsaid weighed by weights that were fitted without them and their groups. */
export function weighedOutOfFold(rows, random) {
  return foldsOf(rows, FOLDS, random).flatMap(({ fitted, left }) => {
    const weights = fitUnsaid(fitted);
    return left.map((row) =>
      row.features === null ? row : { ...row, features: { ...row.features, unsaid: unsaidSum(row.unsaid, weights) } },
    );
  });
}
