// Fits the two regressions whose product is the confidence, and says how sure they are of questions that they were not fitted on.
import { ANSWER_MODEL, TOPIC_MODEL } from '../../../build/answering/refusal/match-model.js';
import { foldsOf } from './folds.js';
import { fitLogistic, probability } from './logistic-regression.js';

/**
 * What each regression looks at, which questions teach it and what it is to say of them, and what each sort counts, however many
 * there are of it. Rules for kinds of fact look better than they are on questions that they were written for.
 */
export const REGRESSIONS = {
  topic: {
    names: Object.keys(TOPIC_MODEL.weights),
    shares: { answerable: 0.44, near: 0.44, off: 0.12 },
    isTaughtBy: () => true,
    isTrueOf: ({ sort }) => sort !== 'off',
  },
  answer: {
    names: Object.keys(ANSWER_MODEL.weights),
    shares: { answerable: 0.5, near: 0.5 },
    isTaughtBy: ({ sort, isRuledOn }) => sort !== 'off' && !isRuledOn,
    isTrueOf: ({ sort }) => sort === 'answerable',
  },
};

/** What each sort counts where a ridge is chosen. */
const LOSS_SHARES = { answerable: 0.5, near: 0.4, off: 0.1 };

/** Ridges to choose from. The first of equals is taken: the weaker one. */
const RIDGES = [0.001, 0.003, 0.01, 0.03, 0.1];

const FOLDS = { outer: 10, inner: 5 };

const valuesOf = ({ features }, names) => names.map((name) => features[name]);

function fitOne(rows, { names, shares, isTaughtBy, isTrueOf }, ridge) {
  const taught = rows.filter((row) => row.features !== null && isTaughtBy(row));
  const countOf = (sort) => taught.filter((one) => one.sort === sort).length;
  const weighted = taught.map((row) => ({
    features: valuesOf(row, names),
    label: isTrueOf(row) ? 1 : 0,
    share: shares[row.sort] / countOf(row.sort),
  }));
  return fitLogistic(weighted, ridge);
}

/** Both regressions with this ridge. Nothing is to be learned from a question that is refused in any case. */
export function fit(rows, ridge) {
  return { topic: fitOne(rows, REGRESSIONS.topic, ridge), answer: fitOne(rows, REGRESSIONS.answer, ridge) };
}

/** How sure the regressions are of a question; nothing at all where it is refused in any case. */
export function confidenceIn(models, row) {
  if (row.features === null) return 0;
  return Object.entries(models).reduce(
    (product, [kind, model]) => product * probability(model, valuesOf(row, REGRESSIONS[kind].names)),
    1,
  );
}

const withConfidence = (rows, models) => rows.map((row) => ({ ...row, confidence: confidenceIn(models, row) }));

/** Every question with the confidence of models of this ridge that were fitted without its group. */
export function outOfFold(rows, ridge, random, folds = FOLDS.outer) {
  return foldsOf(rows, folds, random).flatMap(({ fitted, left }) => withConfidence(left, fit(fitted, ridge)));
}

/** What the confidences cost: the mean of -log(the chance given to what was the case), the sorts in their shares. */
function lossOf(rows) {
  const found = rows.filter(({ features, isRuledOn }) => features !== null && !isRuledOn);
  const countOf = (sort) => found.filter((one) => one.sort === sort).length;
  return found.reduce((total, { sort, confidence }) => {
    const chance = sort === 'answerable' ? confidence : 1 - confidence;
    return total - (LOSS_SHARES[sort] / countOf(sort)) * Math.log(Math.max(chance, 1e-9));
  }, 0);
}

/** The ridge whose models lose least on what they were not fitted on. `seeded` begins the same random numbers every time. */
export function chooseRidge(rows, seeded, folds = FOLDS.inner) {
  const losses = RIDGES.map((ridge) => lossOf(outOfFold(rows, ridge, seeded(), folds)));
  return RIDGES[losses.indexOf(Math.min(...losses))];
}

/**
 * Every question with the confidence of models that were fitted without it and its group, with the ridge and the borders
 * that were chosen without them too.
 * @param chooseBorders what to call weak and strong, from rows with their confidence
 */
export function nested(rows, seeded, chooseBorders) {
  return foldsOf(rows, FOLDS.outer, seeded()).flatMap(({ fitted, left }) => {
    const ridge = chooseRidge(fitted, seeded);
    const borders = chooseBorders(outOfFold(fitted, ridge, seeded()));
    return withConfidence(left, fit(fitted, ridge)).map((row) => ({ ...row, borders }));
  });
}
