// npm run bench:peers: Yinju beside what somebody might take instead, over the same passages and questions. Prints the
// tables of README.md as Markdown.
//
//     -- --split tune     the questions of one half: tune, test or all (default: all, with each half apart)
//     -- --scale          times, memory and recall over the law book beside the project
//     -- --json           the figures as JSON, with intervals of confidence
//
// The peers are installed into this folder on first use. Every system runs in a process of its own, one after the other.
// One that runs out of memory, or is not done within ten minutes, is named in the table with what became of it.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median, percentile, ProgramFailure, runProgram } from '../measure.js';
import { installPeers } from './install-peers.js';
import { readPassages, readQuestions } from './material.js';
import { knownItemsFound, qualityOf } from './quality.js';
import { reportMarkdown } from './report.js';
import { REFERENCE, SYSTEMS } from './systems.js';

const LAW_BOOK = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'lawrefbook');
const LIMIT = 10;
/** Rounds that are timed, after one to warm up. */
const ROUNDS = { usual: 5, scale: 1 };
const SPLITS = ['all', 'tune', 'test'];
/** What one system may take for its index and all questions. */
const MOST_MINUTES = 10;

const { values } = parseArgs({
  options: {
    split: { type: 'string', default: 'all' },
    scale: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
if (!SPLITS.includes(values.split)) throw new Error(`--split is one of ${SPLITS.join(', ')}, not ${values.split}`);

/** With what `npm start` gives Node, for all alike: it keeps memory small, and hardly costs time. */
const NODE_OPTIONS = ['--max-semi-space-size=4'];

/** Tells how far a child is by the line that it wrote last, over the one before where somebody looks on. */
function tellNote(name, text) {
  const note = text.trim().split('\n').at(-1) ?? '';
  if (note === '' || note.startsWith('resource-usage')) return;
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${name}: ${note}` : `${name}: ${note}\n`);
}

const inChild = async (name, file, programArguments) => {
  const program = [...NODE_OPTIONS, join(import.meta.dirname, file), ...programArguments];
  const { stdout } = await runProgram(program, {
    onNote: (text) => tellNote(name, text),
    limit: MOST_MINUTES * 60_000,
  });
  return JSON.parse(stdout);
};

/** What a system found and took, or in a few words why it did not come to an end. */
async function measure({ key, name }, programArguments) {
  try {
    return await inChild(name, 'measure-system.js', [key, ...programArguments]);
  } catch (cause) {
    if (!(cause instanceof ProgramFailure)) throw cause;
    if (cause.isOverLimit) return { failed: `not done after ${MOST_MINUTES} minutes` };
    if (cause.isOutOfMemory) return { failed: "out of memory (Node's own limit for its heap)" };
    throw cause;
  }
}

/** What one system took: milliseconds and MB. The three rows of Yinju have one index, built by a process of its own. */
function costOf({ key, name, module }, { failed, opened, times, searched, memory, recall }, prepared) {
  if (failed !== undefined) return { key, name, failed };
  const isOwn = module === 'yinju';
  return {
    key,
    name,
    asked: times.length,
    build: isOwn ? prepared.milliseconds : opened,
    opened: isOwn ? opened : null,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    searched: isOwn ? median(searched) : null,
    memory: memory.used,
    mostMemory: isOwn ? Math.max(memory.most, prepared.memory) : memory.most,
    recall,
  };
}

/** A row for every system, and one more for the reference with refusals counted as missed. */
function qualityRows(measured, questions, passages, split) {
  return measured.flatMap(({ system, result }) => {
    if (result.failed !== undefined) return [];
    const row = (name, isStrict) => ({
      key: system.key,
      name,
      quality: qualityOf(result, questions, passages, split, isStrict),
    });
    return system.key === REFERENCE
      ? [row(system.name, false), row(`${system.name}, answered`, true)]
      : [row(system.name, false)];
  });
}

async function measureAll(folder) {
  const [rounds, exact] = values.scale ? [ROUNDS.scale, ['exact']] : [ROUNDS.usual, []];
  const measured = [];
  for (const system of SYSTEMS) {
    console.error(`\nMeasuring ${system.name} ...`);
    measured.push({ system, result: await measure(system, [folder, String(rounds), String(LIMIT), ...exact]) });
  }
  return measured;
}

if (values.scale && !existsSync(LAW_BOOK)) {
  console.log('There is no ../shared/lawrefbook beside the project: nothing was measured.');
} else {
  installPeers();
  const folder = await mkdtemp(join(tmpdir(), 'yinju-peers-'));
  try {
    console.error('Building the index of Yinju ...');
    const prepared = await inChild('Yinju', 'prepare-material.js', [
      folder,
      values.split,
      ...(values.scale ? [LAW_BOOK] : []),
    ]);
    const measured = await measureAll(folder);
    const questions = readQuestions(folder);
    const passages = new Map(readPassages(folder).map((passage) => [passage.id, passage]));
    const splits = values.split === 'all' ? SPLITS : [values.split];
    const qualities = values.scale
      ? []
      : splits.map((split) => ({ split, rows: qualityRows(measured, questions, passages, split) }));
    const costs = measured.map(({ system, result }) => ({
      ...costOf(system, result, prepared),
      knownItems: values.scale && result.failed === undefined ? knownItemsFound(result, questions, passages) : null,
    }));
    const outcome = { isScale: values.scale, prepared, asked: questions.length, qualities, costs };
    console.log(values.json ? JSON.stringify(outcome, null, 2) : reportMarkdown(outcome));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
