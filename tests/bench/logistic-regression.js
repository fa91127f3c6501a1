// The fit of `src/answering/strength.ts`: logistic regression with weights that never fall below nought.

/** Strength of the pull towards small weights (of standardised features), rounds of gradient descent, and its step. */
const FIT = { ridge: 0.3, rounds: 4000, rate: 0.3 };

const mean = (values) => values.reduce((total, value) => total + value, 0) / values.length;

/** The weighted sum of features, as a probability. */
export function probability({ bias, weights }, features) {
  const sum = weights.reduce((total, weight, place) => total + weight * features[place], bias);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Fits a model to rows `{ features, label, share }`: numbers, 0 or 1, and the row's share in the loss (the shares add up
 * to 1). The gradient runs over standardised features; the weights returned are those of the features as they come.
 */
export function fitLogistic(rows) {
  const columns = rows[0].features.map((_, place) => rows.map(({ features }) => features[place]));
  const centres = columns.map(mean);
  // A feature that is the same everywhere says nothing; its deviation must not divide by nought.
  const deviations = columns.map(
    (column, place) => Math.sqrt(mean(column.map((value) => (value - centres[place]) ** 2))) + 1e-9,
  );
  const standardised = rows.map(({ features }) =>
    features.map((value, place) => (value - centres[place]) / deviations[place]),
  );
  let model = { bias: 0, weights: centres.map(() => 0) };
  for (let round = 0; round < FIT.rounds; round += 1) model = stepDown(model, rows, standardised);
  const weights = model.weights.map((weight, place) => weight / deviations[place]);
  return { weights, bias: weights.reduce((total, weight, place) => total - weight * centres[place], model.bias) };
}

function stepDown(model, rows, standardised) {
  const errors = rows.map(({ label, share }, at) => share * (probability(model, standardised[at]) - label));
  const weights = model.weights.map((weight, place) => {
    const slope = errors.reduce((total, error, at) => total + error * standardised[at][place], 0);
    return Math.max(0, weight - FIT.rate * (slope + (FIT.ridge * weight) / rows.length));
  });
  return { weights, bias: model.bias - FIT.rate * errors.reduce((total, error) => total + error, 0) };
}
