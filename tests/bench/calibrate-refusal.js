// npm run calibrate: when the documents are said not to answer. Fits the models of src/answering/refusal to the tuning questions,
// and prints what they cost: on the questions that they were fitted on, on questions that each model was fitted without (out of
// fold), and where ridge and borders are chosen without them too (nested); and of these on those alone that no rule for kinds of
// facts was written for. Translations of one question, and questions on the same evidence, are never on both sides. `-- --write` writes weights and borders into the source. The testing half is not
// looked at: `yinju eval --split test` does that, once a release.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANSWER_MODEL, CONFIDENCE, TOPIC_MODEL } from '../../build/answering/refusal/match-model.js';
import { STRONG_COVERAGE } from '../../build/answering/refusal/strength.js';
import { seededRandom } from '../../build/evaluation/seeded-random.js';
import { chooseRidge, confidenceIn, fit, nested, outOfFold, REGRESSIONS } from './calibrate/cross-validation.js';
import { chooseBorders, curve, RATE_NAMES, ratesRow } from './calibrate/figures.js';
import { writeModels, writeUnsaid } from './calibrate/model-file.js';
import { loadParts, weigh } from './calibrate/parts.js';
import { tuningQuestions } from './calibrate/questions.js';
import { fitUnsaid, weighedOutOfFold } from './calibrate/unsaid-weights.js';

const SEED = 1;
/** Ridge of the final fit: chosen by as many folds as the figures are given for. */
const RIDGE_FOLDS = 10;
const BORDERS = [0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8];

const seeded = () => seededRandom(SEED);
/** Rates on questions that rules were written for say nothing of others. */
const unruled = (rows) => rows.filter(({ isRuledOn }) => !isRuledOn);
const borders = (rows) => chooseBorders(unruled(rows), STRONG_COVERAGE);

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

const modelInUse = ({ bias, weights }) => ({ bias, weights: Object.values(weights) });
const inUse = { topic: modelInUse(TOPIC_MODEL), answer: modelInUse(ANSWER_MODEL) };

function printWeights(fitted) {
  console.log('| weight | fitted | in use |\n| --- | ---: | ---: |');
  for (const [kind, { names }] of Object.entries(REGRESSIONS)) {
    const [own, before] = [fitted[kind], inUse[kind]];
    for (const [place, name] of names.entries())
      console.log(`| ${kind}: ${name} | ${own.weights[place].toFixed(2)} | ${before.weights[place].toFixed(2)} |`);
    console.log(`| ${kind}: bias | ${own.bias.toFixed(2)} | ${before.bias.toFixed(2)} |`);
  }
}

const judged = (rows, models, own) =>
  rows.map((row) => ({ ...row, borders: own, confidence: confidenceIn(models, row) }));
const print = (title, rows, random) => console.log(ratesRow(title, rows, STRONG_COVERAGE, random));

const weighed = await weighAll();
const rows = weighedOutOfFold(weighed, seeded());
const ridge = chooseRidge(rows, seeded, RIDGE_FOLDS);
const fitted = fit(rows, ridge);
const left = outOfFold(rows, ridge, seeded());
const chosen = borders(left);
const used = judged(weighed, inUse, CONFIDENCE);

console.log(
  `Ridge ${ridge}, borders ${chosen.weak} and ${chosen.strong}; in use ${CONFIDENCE.weak} and ${CONFIDENCE.strong}\n`,
);
printWeights(fitted);
console.log(
  `\n| ${rows.length} questions | ${RATE_NAMES.join(' | ')} |\n| --- |${' ---: |'.repeat(RATE_NAMES.length)}`,
);
print('in use', used);
for (const round of [...new Set(rows.map(({ round: own = 1 }) => own))].sort())
  print(
    `in use, round ${round}`,
    used.filter(({ round: own = 1 }) => own === round),
  );
print('fitted', judged(rows, fitted, chosen));
const bordered = left.map((row) => ({ ...row, borders: chosen }));
print('out of fold', bordered, seeded());
print('out of fold, no rules written for them', unruled(bordered), seeded());
print('nested, no rules written for them', unruled(nested(rows, seeded, borders)), seeded());
const lines = curve(unruled(left), BORDERS, chosen.weak);
console.log(`\nOut of fold, no rules written for them, by border:\n\n${lines.join('\n')}`);
if (process.argv.includes('--write')) {
  await writeModels(fitted, chosen);
  await writeUnsaid(fitUnsaid(weighed));
}
