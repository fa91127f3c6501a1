// Fits the model, and says how sure it is of questions that it was not fitted on.
import { fitLogistic, probability } from './logistic-regression.js';

/** What each sort of question counts in the fit, however many there are of it. */
const LOSS_SHARES = { answerable: 0.5, near: 0.3, off: 0.2 };

/** Ridges to choose from. The first of equals is taken: the weaker one. */
const RIDGES = [0.001, 0.003, 0.01, 0.03, 0.1];

const FOLDS = { outer: 10, inner: 5 };

/** A group belongs to one fold, dealt out in an order that the random numbers give. */
function foldsOf(rows, count, random) {
  const groups = [...new Set(rows.map(({ group }) => group))].map((group) => ({ group, place: random() }));
  groups.sort((one, other) => one.place - other.place);
  const foldOf = new Map(groups.map(({ group }, at) => [group, at % count]));
  return Array.from({ length: count }, (_, fold) => ({
    fitted: rows.filter(({ group }) => foldOf.get(group) !== fold),
    left: rows.filter(({ group }) => foldOf.get(group) === fold),
  }));
}

/** The model with this ridge. Nothing is to be learned from a question that is refused in any case. */
export function fit(rows, names, ridge) {
  const found = rows.filter(({ features }) => features !== null);
  const countOf = (sort) => found.filter((one) => one.sort === sort).length;
  const weighted = found.map(({ sort, features }) => ({
    features: names.map((name) => features[name]),
    label: sort === 'answerable' ? 1 : 0,
    share: LOSS_SHARES[sort] / countOf(sort),
  }));
  return fitLogistic(weighted, ridge);
}

/** How sure a model is of a question; nothing at all where it is refused in any case. */
export function confidenceIn(model, { features }, names) {
  if (features === null) return 0;
  return probability(
    model,
    names.map((name) => features[name]),
  );
}

function outOfFold(rows, names, ridge, random) {
  return foldsOf(rows, FOLDS.outer, random).flatMap(({ fitted, left }) => {
    const model = fit(fitted, names, ridge);
    return left.map((row) => ({ ...row, confidence: confidenceIn(model, row, names) }));
  });
}

/** What the confidences cost: the mean of -log(the chance given to what was the case), the sorts in their shares. */
function lossOf(rows) {
  const found = rows.filter(({ features }) => features !== null);
  const countOf = (sort) => found.filter((one) => one.sort === sort).length;
  return found.reduce((total, { sort, confidence }) => {
    const chance = sort === 'answerable' ? confidence : 1 - confidence;
    return total - (LOSS_SHARES[sort] / countOf(sort)) * Math.log(Math.max(chance, 1e-9));
  }, 0);
}

/** The ridge whose models lose least on what they were not fitted on. `seeded` begins the same random numbers every time. */
export function chooseRidge(rows, names, seeded, folds = FOLDS.inner) {
  const losses = RIDGES.map((ridge) => {
    const left = foldsOf(rows, folds, seeded()).flatMap(({ fitted, left: own }) => {
      const model = fit(fitted, names, ridge);
      return own.map((row) => ({ ...row, confidence: confidenceIn(model, row, names) }));
    });
    return lossOf(left);
  });
  return RIDGES[losses.indexOf(Math.min(...losses))];
}

/**
 * Every question with the confidence of a model that was fitted without it and its group, with the ridge and the borders
 * that were chosen without them too.
 * @param chooseBorders what to call weak and strong, from rows with their confidence
 */
export function nested(rows, names, seeded, chooseBorders) {
  return foldsOf(rows, FOLDS.outer, seeded()).flatMap(({ fitted, left }) => {
    const ridge = chooseRidge(fitted, names, seeded);
    const borders = chooseBorders(outOfFold(fitted, names, ridge, seeded()));
    const model = fit(fitted, names, ridge);
    return left.map((row) => ({ ...row, borders, confidence: confidenceIn(model, row, names) }));
  });
}

/** Every question with the confidence of a model of this ridge that was fitted without its group. */
export function crossValidated(rows, names, ridge, seeded) {
  return outOfFold(rows, names, ridge, seeded());
}
