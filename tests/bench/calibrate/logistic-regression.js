// The fit of `src/answering/refusal/match-model.ts`: logistic regression with a ridge and weights that never fall below nought.

/** Newton's method is there after some seven steps; where it is not, the steps have become too small to matter. */
const STEPS = 60;
const SMALLEST_STEP = 1e-9;

const mean = (values) => values.reduce((total, value) => total + value, 0) / values.length;

/** The weighted sum of features, as a probability. */
export function probability({ bias, weights }, features) {
  const sum = weights.reduce((total, weight, place) => total + weight * features[place], bias);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Fits a model to rows `{ features, label, share }`: numbers, 0 or 1, and the row's share in the loss (any sum will do).
 * The ridge pulls the weights of standardised features towards 0; the weights returned are those of the features as they come.
 */
export function fitLogistic(rows, ridge) {
  const columns = rows[0].features.map((_, place) => rows.map(({ features }) => features[place]));
  const centres = columns.map(mean);
  // A feature that is the same everywhere says nothing; its deviation must not divide by nought.
  const deviations = columns.map(
    (column, place) => Math.sqrt(mean(column.map((value) => (value - centres[place]) ** 2))) + 1e-9,
  );
  const whole = rows.reduce((total, { share }) => total + share, 0);
  const standardised = rows.map(({ features, label, share }) => ({
    features: features.map((value, place) => (value - centres[place]) / deviations[place]),
    label,
    share: share / whole,
  }));
  let model = { bias: 0, weights: centres.map(() => 0) };
  // A weight that would fall below nought is left out from then on.
  const kept = new Set(centres.keys());
  for (let step = 0; step < STEPS; step += 1) {
    const next = newtonStep(model, standardised, [...kept], ridge);
    for (const [place, weight] of next.weights.entries()) if (weight < 0) kept.delete(place);
    const moved = Math.max(...next.weights.map((weight, place) => Math.abs(weight - model.weights[place])));
    model = { bias: next.bias, weights: next.weights.map((weight) => Math.max(0, weight)) };
    if (moved < SMALLEST_STEP) break;
  }
  const weights = model.weights.map((weight, place) => weight / deviations[place]);
  return { weights, bias: weights.reduce((total, weight, place) => total - weight * centres[place], model.bias) };
}

/** One step of Newton's method over the bias and the weights that are kept. */
function newtonStep(model, rows, kept, ridge) {
  const size = kept.length + 1;
  const slope = Array.from({ length: size }, (_, at) => (at === 0 ? 0 : ridge * model.weights[kept[at - 1]]));
  // The bias is not pulled anywhere; a trace keeps the matrix invertible.
  const curve = slope.map((_, at) => slope.map((__, other) => (at === other ? (at === 0 ? 1e-9 : ridge) : 0)));
  for (const { features, label, share } of rows) {
    const chance = probability(model, features);
    const own = [1, ...kept.map((place) => features[place])];
    for (let at = 0; at < size; at += 1) {
      slope[at] += share * (chance - label) * own[at];
      for (let other = 0; other < size; other += 1)
        curve[at][other] += share * chance * (1 - chance) * own[at] * own[other];
    }
  }
  const [bias, ...moves] = solve(curve, slope);
  const weights = model.weights.map((weight, place) => weight - (moves[kept.indexOf(place)] ?? weight));
  return { bias: model.bias - bias, weights };
}

/** Solves a system of linear equations whose matrix is symmetric and positive definite, by elimination. */
function solve(matrix, right) {
  const rows = matrix.map((row, at) => [...row, right[at]]);
  const size = rows.length;
  for (let at = 0; at < size; at += 1)
    for (let below = at + 1; below < size; below += 1) {
      const factor = rows[below][at] / rows[at][at];
      for (let column = at; column <= size; column += 1) rows[below][column] -= factor * rows[at][column];
    }
  const found = new Array(size).fill(0);
  for (let at = size - 1; at >= 0; at -= 1) {
    const known = found.reduce((total, value, other) => total + rows[at][other] * value, 0);
    found[at] = (rows[at][size] - known) / rows[at][at];
  }
  return found;
}
