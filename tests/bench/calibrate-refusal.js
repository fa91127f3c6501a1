// npm run calibrate: when the documents are said not to answer. Prints the weights that fit the tuning half of the
// questions best beside those in use (src/answering/strength.ts), and what each border costs with the model in use.
// `-- --test` prints the costs over the other half, and fits nothing to it: that half is to be looked at, never tuned on.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confidence, CONFIDENCE, MATCH_MODEL, strengthOf } from '../../dist/answering/strength.js';
import { StudiedPassages } from '../../dist/answering/studied-passages.js';
import { weighEvidence } from '../../dist/answering/weigh-evidence.js';
import { loadDocuments } from '../../dist/documents/load-documents.js';
import { loadEncoder } from '../../dist/embedding/load-encoder.js';
import { readQuestionSet } from '../../dist/evaluation/question-set.js';
import { isInSplit } from '../../dist/evaluation/question-split.js';
import { buildIndex } from '../../dist/indexing/build-index.js';
import { nodeProcessTable } from '../../dist/indexing/node-process-table.js';
import { openIndex } from '../../dist/indexing/open-index.js';
import { loadCatalogue } from '../../dist/laws/catalogue.js';
import { findMentions } from '../../dist/laws/find-mentions.js';
import { splitDocument } from '../../dist/laws/split-articles.js';
import { parseLexicon } from '../../dist/lexical/lexicon.js';
import { parseQuestion } from '../../dist/retrieval/parse-question.js';
import { systemClock } from '../../dist/shared/clock.js';
import { nodeFileSystem } from '../../dist/shared/node-file-system.js';
import { loadHnswLibrary } from '../../dist/vector/hnsw-library.js';
import { fitLogistic } from './logistic-regression.js';

const ROOT = join(import.meta.dirname, '..', '..');
const MODELS = join(ROOT, 'embeddings', 'models');

/** What each sort of question counts in the fit, however many there are of it. */
const LOSS_SHARES = { answerable: 0.5, near: 0.35, off: 0.15 };

/** Borders that the table shows, with those in use. */
const BORDERS = [0.15, 0.2, 0.25, 0.3, 0.34, 0.38, 0.42, 0.46, 0.5, 0.6, 0.7, 0.8];

const NAMES = Object.keys(MATCH_MODEL.weights);

const readShipped = (...path) => readFileSync(join(ROOT, ...path), 'utf8');

/** The questions of a split, each with its sort: `answerable`, `near` (about the topic, no answer) or `off` the topic. */
function questionsOf(split) {
  const read = (path, sortOf) =>
    readQuestionSet(readShipped(path), path).map((question) => ({ ...question, sort: sortOf(question) }));
  return [
    ...read('data/questions.jsonl', ({ answers }) => (answers.length > 0 ? 'answerable' : 'near')),
    ...read('tests/data/off-topic.jsonl', () => 'off'),
  ].filter(({ id }) => isInSplit(id, split));
}

/** The real parts over the shipped documents; the folder may go once this has returned. */
async function loadParts(folder) {
  const encoder = await loadEncoder({
    model: 'zh-en',
    modelsFolder: MODELS,
    cacheFolder: folder,
    endpoint: 'http://127.0.0.1:1',
    fileSystem: nodeFileSystem,
  });
  const catalogue = loadCatalogue(readShipped('data/laws.json'));
  const lexicon = parseLexicon(readFileSync(join(MODELS, 'zh-en', 'lexicon.tsv'), 'utf8'));
  const lawsIn = (text) => findMentions(text, catalogue.matcher);
  const { documents } = await loadDocuments(nodeFileSystem, [join(ROOT, 'data', 'documents')]);
  const place = { fileSystem: nodeFileSystem, folder: join(folder, 'index'), sources: null, loadHnsw: loadHnswLibrary };
  const versions = { reader: '1', splitter: '1', tokenizer: '1', catalogue: '1' };
  await buildIndex({
    ...place,
    documents,
    split: splitDocument,
    findMentions: lawsIn,
    encoder,
    versions,
    clock: systemClock,
    processes: nodeProcessTable,
  });
  const opened = await openIndex({ ...place, encoder: encoder.identity, versions });
  if (opened.status !== 'ready') throw new Error(`The index that was just built is ${opened.status}`);
  return {
    index: opened.generation,
    encoder,
    knowledge: { catalogue, matcher: catalogue.matcher, lexicon },
    clock: systemClock,
    lawsIn,
    studies: new StudiedPassages(encoder, (text) => lawsIn(text).map(({ law }) => law)),
  };
}

/** A question with the features of its best match (null without one) and the confidence that the engine has in it. */
async function weigh({ question: text, sort }, parts) {
  const { question } = parseQuestion(text, { scopes: ['global'] });
  const { retrieval, groups, features } = await weighEvidence(question, parts);
  const refused = features === null || retrieval.literal === 'missing';
  const value = refused ? 0 : confidence(features);
  return {
    sort,
    isChinese: question.language.startsWith('zh-'),
    features,
    confidence: value,
    strength: strengthOf(value, groups[0]?.coverage ?? 0),
  };
}

/** The weights that fit best, in the order of NAMES. Nothing is to be learned from a question that found no passage. */
function fit(weighed) {
  const found = weighed.filter(({ features }) => features !== null);
  const countOf = (sort) => found.filter((one) => one.sort === sort).length;
  return fitLogistic(
    found.map(({ sort, features }) => ({
      features: NAMES.map((name) => features[name]),
      label: sort === 'answerable' ? 1 : 0,
      share: LOSS_SHARES[sort] / countOf(sort),
    })),
  );
}

function printWeights(fitted) {
  console.log('| weight | fitted | in use |\n| --- | ---: | ---: |');
  for (const [place, name] of NAMES.entries())
    console.log(`| ${name} | ${fitted.weights[place].toFixed(2)} | ${MATCH_MODEL.weights[name].toFixed(2)} |`);
  console.log(`| bias | ${fitted.bias.toFixed(2)} | ${MATCH_MODEL.bias.toFixed(2)} |\n`);
}

function printCurve(weighed) {
  const of = (sort, isChinese) => weighed.filter((one) => one.sort === sort && one.isChinese === isChinese);
  const share = (some, holds) => (some.length === 0 ? '–' : (some.filter(holds).length / some.length).toFixed(3));
  const refused = (border) => (one) => one.confidence < border;
  const answered = (border) => (one) => one.confidence >= border;
  const columns = [
    ['answerable, refused', 'answerable', refused],
    ['unanswerable, answered', 'near', answered],
    ['off-topic, answered', 'off', answered],
  ].flatMap(([title, sort, holds]) =>
    [true, false].map((isChinese) => {
      const some = of(sort, isChinese);
      const heading = `${title}: ${isChinese ? 'Chinese' : 'other'} (${some.length})`;
      return { heading, cell: (border) => share(some, holds(border)) };
    }),
  );
  console.log(`| border | ${columns.map(({ heading }) => heading).join(' | ')} |`);
  console.log(`| ---: |${' ---: |'.repeat(columns.length)}`);
  for (const border of [...new Set([...BORDERS, CONFIDENCE.weak])].sort((a, b) => a - b)) {
    const name = border === CONFIDENCE.weak ? `**${border.toFixed(2)}**` : border.toFixed(2);
    console.log(`| ${name} | ${columns.map(({ cell }) => cell(border)).join(' | ')} |`);
  }
}

/** How many are called a strong match, as things stand. */
function printStrong(weighed) {
  const share = (sort) => {
    const some = weighed.filter((one) => one.sort === sort);
    const strong = some.filter(({ strength }) => strength === 'strong').length;
    return `${strong} of ${some.length} ${sort}`;
  };
  console.log(`\nStrong: ${['answerable', 'near', 'off'].map(share).join(', ')}`);
}

const isTest = process.argv.includes('--test');
const folder = await mkdtemp(join(tmpdir(), 'yinju-calibrate-'));
try {
  const parts = await loadParts(folder);
  const weighed = [];
  for (const question of questionsOf(isTest ? 'test' : 'tune')) weighed.push(await weigh(question, parts));
  await parts.encoder.close();
  if (!isTest) printWeights(fit(weighed));
  printCurve(weighed);
  printStrong(weighed);
} finally {
  await rm(folder, { recursive: true, force: true });
}
