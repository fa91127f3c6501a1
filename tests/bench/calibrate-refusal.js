// npm run calibrate: when the documents are said not to answer. Fits the model of src/answering/refusal/match-model.ts to the tuning
// questions, and prints what it costs: on the questions that it was fitted on, on questions that each model was fitted without
// (out of fold), and where ridge and borders are chosen without them too (nested). Translations of one question, and questions
// on the same evidence, are never on both sides. `-- --write` writes the weights and borders into the source. The testing half is
// not looked at: `yinju eval --split test` does that, once a release.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONFIDENCE, MATCH_MODEL } from '../../dist/answering/refusal/match-model.js';
import { STRONG_COVERAGE } from '../../dist/answering/refusal/strength.js';
import { seededRandom } from '../../dist/evaluation/seeded-random.js';
import { chooseRidge, confidenceIn, crossValidated, fit, nested } from './calibrate/cross-validation.js';
import { chooseBorders, curve, RATE_NAMES, ratesRow } from './calibrate/figures.js';
import { rounded, writeModel } from './calibrate/model-file.js';
import { loadParts, weigh } from './calibrate/parts.js';
import { tuningQuestions } from './calibrate/questions.js';

const NAMES = Object.keys(MATCH_MODEL.weights);
const SEED = 1;
/** Ridge of the final fit: chosen by as many folds as the figures are given for. */
const RIDGE_FOLDS = 10;
const BORDERS = [0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8];

const seeded = () => seededRandom(SEED);
const borders = (rows) => chooseBorders(rows, STRONG_COVERAGE);

async function weighAll() {
  const folder = await mkdtemp(join(tmpdir(), 'yinju-calibrate-'));
  try {
    const parts = await loadParts(folder);
    const weighed = [];
    for (const question of tuningQuestions()) weighed.push(await weigh(question, parts));
    await parts.encoder.close();
    return weighed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function printWeights(fitted, inUse) {
  console.log('| weight | fitted | in use |\n| --- | ---: | ---: |');
  for (const [place, name] of NAMES.entries())
    console.log(`| ${name} | ${fitted.weights[place].toFixed(2)} | ${inUse.weights[place].toFixed(2)} |`);
  console.log(`| bias | ${fitted.bias.toFixed(2)} | ${inUse.bias.toFixed(2)} |\n`);
}

const rows = await weighAll();
const ridge = chooseRidge(rows, NAMES, seeded, RIDGE_FOLDS);
const fitted = fit(rows, NAMES, ridge);
const left = crossValidated(rows, NAMES, ridge, seeded);
const chosen = borders(left);
const inUse = { bias: MATCH_MODEL.bias, weights: NAMES.map((name) => MATCH_MODEL.weights[name]) };

const with_ = (some, model, own) =>
  some.map((row) => ({ ...row, borders: own, confidence: confidenceIn(model, row, NAMES) }));
const used = with_(rows, inUse, CONFIDENCE);

console.log(
  `Ridge ${ridge}, borders ${chosen.weak} and ${chosen.strong}; in use ${CONFIDENCE.weak} and ${CONFIDENCE.strong}\n`,
);
printWeights(fitted, inUse);
console.log(`| ${rows.length} questions | ${RATE_NAMES.join(' | ')} |\n| --- |${' ---: |'.repeat(RATE_NAMES.length)}`);
console.log(ratesRow('in use', used, STRONG_COVERAGE));
for (const round of [...new Set(rows.map(({ round: own = 1 }) => own))].sort())
  console.log(
    ratesRow(
      `in use, round ${round}`,
      used.filter(({ round: own = 1 }) => own === round),
      STRONG_COVERAGE,
    ),
  );
console.log(ratesRow('fitted', with_(rows, fitted, chosen), STRONG_COVERAGE));
const outOfFold = left.map((row) => ({ ...row, borders: chosen }));
console.log(ratesRow('out of fold', outOfFold, STRONG_COVERAGE, seeded()));
console.log(ratesRow('nested', nested(rows, NAMES, seeded, borders), STRONG_COVERAGE, seeded()));
console.log(`\nOut of fold, by border:\n\n${curve(left, BORDERS, chosen.weak).join('\n')}`);
if (process.argv.includes('--write')) {
  const model = { bias: rounded(fitted.bias), weights: fitted.weights.map(rounded) };
  writeModel(model, NAMES, chosen);
}
