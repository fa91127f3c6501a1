// npm run bench -- scale: the figures of an index over the whole law book, which lies beside the project and is no part
// of it. Nothing of the user's library or index is touched.
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '../../build/app.js';
import { loadConfig } from '../../build/config/load-config.js';
import { filesBelow } from '../../build/documents/load-documents.js';
import { loadEncoder } from '../../build/embedding/load-encoder.js';
import { openIndex } from '../../build/indexing/open-index.js';
import { parseQuestion } from '../../build/retrieval/parse-question.js';
import { nodeFileSystem } from '../../build/shared/node-file-system.js';
import { loadHnswLibrary } from '../../build/vector/hnsw-library.js';
import { median, percentile, runProgram, timed } from './measure.js';

const ROOT = join(import.meta.dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'main.js');
const LAWBOOK = join(ROOT, '..', 'shared', 'lawrefbook');
const EVERYBODY = { scopes: ['global'], document: null, kind: null, law: null };
const NEAREST = 10;
/** Of all questions, the first to warm up. */
const ROUNDS = 4;

const rows = [];
const report = (what, value, unit, bar = '') => {
  const digits = unit === '' ? 4 : value < 10 ? 2 : 0;
  rows.push(`| ${what} | ${`${value.toFixed(digits)} ${unit}`.trim()} | ${bar} |`);
};

/** What somebody may ask: every fourth question of the project, and 24 characters out of an article of every tenth file. */
async function questions() {
  const own = readFileSync(join(ROOT, 'data', 'questions.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .filter((_, place) => place % 4 === 0);
  const files = (await filesBelow(nodeFileSystem, LAWBOOK)).filter((_, place) => place % 10 === 0);
  const articles = files.flatMap((file) => {
    const lines = readFileSync(join(LAWBOOK, file), 'utf8').split('\n');
    const found = lines.filter((line) => /^第\S+条\s+\S{40}/u.test(line));
    return found.slice(found.length >> 1, (found.length >> 1) + 1).map((line) => line.replace(/^\S+\s+/u, ''));
  });
  return [...own.map((line) => JSON.parse(line).question), ...articles.map((text) => text.slice(8, 32))];
}

async function benchProcesses(index, library) {
  const settings = { environment: { LIBRARY_DIR: library } };
  const add = await runProgram([MAIN, 'add', LAWBOOK, '--json', '--index', index], settings);
  const { documents, passages, milliseconds } = JSON.parse(add.stdout).index;
  report('`yinju add` of 1,524 files, wall', add.milliseconds / 1000, 's', '≤ 120 s');
  report('… processor time', add.processor / 1000, 's');
  report('… most resident memory', add.memory, 'MB', '≤ 700 MB');
  report(`… of it the index (${documents} documents, ${passages} passages), wall`, milliseconds / 1000, 's');
  report('… a part of that for 58,000 passages', (milliseconds / 1000) * (58_000 / passages), 's', '≤ 60 s');
  const ask = await runProgram([MAIN, 'ask', '网络运营者的安全义务', '--json', '--index', index], settings);
  report('`yinju ask` from a cold process, wall', ask.milliseconds / 1000, 's');
  report('… most resident memory', ask.memory, 'MB', '≤ 700 MB');
}

async function benchQuestions(index, library) {
  const commandLine = { INDEX_DIR: index, LIBRARY_DIR: library };
  const config = loadConfig({ file: {}, environment: {}, commandLine }, ROOT);
  const quiet = { notice: console.error, progress: () => undefined };
  const engine = await createApplication(config, ROOT).openEngine(quiet, new AbortController().signal);
  const asked = (await questions()).map((text) => parseQuestion(text, { scopes: ['global'] }).question);
  const [searches, totals] = [asked.map(() => []), asked.map(() => [])];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [place, question] of asked.entries()) {
      const { milliseconds } = await engine.answer(question);
      // The first round warms up what a running bot has.
      if (round === 0) continue;
      searches[place].push(milliseconds.embed + milliseconds.search);
      totals[place].push(milliseconds.total);
    }
  // As in bench.js: a question is slow or fast by itself, what one run of it suffers from other programs is no property of it.
  const [search, total] = [searches.map(median), totals.map(median)];
  const what = `(${asked.length}, each the median of ${ROUNDS - 1})`;
  report(`words and vectors of a question together ${what}, median`, median(search), 'ms');
  report('… 95th percentile of the questions', percentile(search, 0.95), 'ms', '≤ 10 ms');
  report('… 95th percentile of all runs', percentile(searches.flat(), 0.95), 'ms', '≤ 10 ms');
  report('the whole answer, median', median(total), 'ms');
  report('… 95th percentile of the questions', percentile(total, 0.95), 'ms', '');
  report('resident memory after them', process.memoryUsage().rss / 1e6, 'MB', '≤ 700 MB');
  await engine.close();
}

async function benchRecall(index) {
  const encoder = await loadEncoder({
    model: 'zh-en',
    modelsFolder: join(ROOT, 'embeddings', 'models'),
    cacheFolder: tmpdir(),
    endpoint: 'http://127.0.0.1:1',
    fileSystem: nodeFileSystem,
  });
  const open = async (loadHnsw) => {
    const request = { fileSystem: nodeFileSystem, folder: index, encoder: encoder.identity, versions: null };
    return (await openIndex({ ...request, sources: null, loadHnsw })).generation;
  };
  const unavailable = { status: 'unavailable', reason: 'exact search is compared with' };
  const [graph, exact] = [await open(loadHnswLibrary), await open(() => Promise.resolve(unavailable))];
  const asked = await questions();
  let found = 0;
  const [graphTimes, exactTimes] = [[], []];
  for (const text of asked) {
    const [vector] = await encoder.encode([text], 'query');
    let [hits, truth] = [[], []];
    exactTimes.push(await timed(async () => (truth = await exact.searchVectors(vector, EVERYBODY, NEAREST))));
    graphTimes.push(await timed(async () => (hits = await graph.searchVectors(vector, EVERYBODY, NEAREST))));
    // Passages of the same wording are equally near: as near as the last of the nearest is near enough.
    found += hits.filter(({ similarity }) => similarity >= truth.at(-1).similarity).length;
  }
  report(`recall at ${NEAREST} of the graph against exact search`, found / (NEAREST * asked.length), '', '≥ 0.99');
  report('the graph, median', median(graphTimes), 'ms');
  report('exact search, median', median(exactTimes), 'ms');
  await encoder.close();
}

/** Prints the table; where there is no law book says so, and does nothing. */
export async function benchScale() {
  if (!existsSync(LAWBOOK)) {
    console.log('There is no ../shared/lawrefbook beside the project: nothing was measured.');
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'yinju-scale-'));
  try {
    const [index, library] = [join(folder, 'index'), join(folder, 'library')];
    await benchProcesses(index, library);
    await benchQuestions(index, library);
    await benchRecall(index);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`| what | figure | bar |\n| --- | ---: | ---: |\n${rows.join('\n')}`);
  console.log(
    `\nNode ${process.versions.node}, ${availableParallelism()} cores, load at the end ${loadavg()[0].toFixed(1)}`,
  );
}
