// How long the main thread is kept waiting while 50 questions a second come in, with the engine
// in its thread. Run it after `npm run build`. With the built-in encoder, and with a transformer where its folder is given:
//
//     node tests/bench/transformer-model.js FOLDER      makes one of random weights in the shape of multilingual-e5-small
//     node tests/bench/event-loop.js [FOLDER]
//
// With a transformer a machine may not keep up: questions are then refused as busy, and that is counted.
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { createApplication } from '../../build/app.js';
import { loadConfig } from '../../build/config/load-config.js';
import { ADMISSION_SETTINGS, AdmissionDesk, admissionLimits } from '../../build/discord/asking/admission.js';
import { renderAnswer } from '../../build/discord/rendering/render-answer.js';
import { UNRESTRICTED } from '../../build/discord/rendering/shown-question.js';
import { parseQuestion } from '../../build/retrieval/parse-question.js';
import { systemClock } from '../../build/shared/clock.js';
import { viewAnswer } from '../../build/wording/views/answer-view.js';
import { wordsFor } from '../../build/wording/words-for.js';
import { percentile } from './measure.js';

const ROOT = join(import.meta.dirname, '..', '..');
const A_SECOND = 50;
const SECONDS = 20;
/** Members who ask in turn. */
const USERS = 500;
/** Before anything counts: what is loaded and compiled with the first answers is so once in the life of a bot. */
const WARM_UP_SECONDS = 3;
/** As long as a question may take in Discord. */
const LONGEST_MILLISECONDS = 60_000;

const QUESTIONS = readFileSync(join(ROOT, 'data/questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => parseQuestion(JSON.parse(line).question, { scopes: ['global'] }).question);
const UNLIMITED = { burst: 1, interval: 0 };

/** Asks as Discord does: admission, answer, message. Resolves with what became of the question, and how long that took. */
async function ask(engine, desk, number, started) {
  const signal = AbortSignal.timeout(LONGEST_MILLISECONDS);
  const words = wordsFor('zh-Hans');
  const answer = async () => {
    const found = await engine.answer(QUESTIONS[number % QUESTIONS.length], signal);
    const buttons = { generation: '', size: found.passages.length, offset: 0, hidden: false };
    const asked = { restriction: UNRESTRICTED, notices: [], buttons };
    return JSON.stringify(renderAnswer(viewAnswer(found, words), words, asked));
  };
  try {
    const { status } = await desk.ask({ user: String(number % USERS), server: 'server' }, answer, signal);
    return { status, milliseconds: performance.now() - started };
  } catch (cause) {
    return { status: signal.aborted ? 'late' : `failed: ${cause.message}`, milliseconds: performance.now() - started };
  }
}

/** Lets questions come in at an even rate for some seconds; resolves when each has ended. */
async function storm(engine, desk, seconds) {
  const begun = performance.now();
  const asked = [];
  while (asked.length < seconds * A_SECOND) {
    const due = begun + (asked.length * 1000) / A_SECOND;
    await setTimeout(Math.max(1, due - performance.now()));
    asked.push(ask(engine, desk, asked.length, performance.now()));
  }
  return { asked: () => Promise.all(asked) };
}

async function measure(name, model) {
  const folder = await mkdtemp(join(tmpdir(), 'yinju-event-loop-'));
  try {
    const settings = { INDEX_DIR: folder, EMBEDDING_MODEL: model, LOG_LEVEL: 'warn' };
    const config = loadConfig({ file: {}, environment: {}, commandLine: settings }, ROOT);
    const quiet = { notice: () => undefined, progress: () => undefined };
    const engine = await createApplication(config, ROOT).openThreadedEngine(quiet, new AbortController().signal);
    const limits = { ...admissionLimits(ADMISSION_SETTINGS), user: UNLIMITED, server: UNLIMITED };
    const desk = new AdmissionDesk(limits, systemClock);
    await (await storm(engine, desk, WARM_UP_SECONDS)).asked();
    // The delay is noted every 5 ms; an idle loop shows about those 5 ms, so what is printed is too much rather than too little.
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const { asked } = await storm(engine, desk, SECONDS);
    delay.disable();
    const results = await asked();
    await engine.close();
    report(name, delay, results);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function report(name, delay, results) {
  const milliseconds = (value) => `${(value / 1e6).toFixed(1)} ms`;
  const counts = {};
  for (const { status } of results) counts[status] = (counts[status] ?? 0) + 1;
  const waits = results.filter(({ status }) => status === 'admitted').map((one) => one.milliseconds);
  const [usual, slow] = waits.length === 0 ? [0, 0] : [percentile(waits, 0.5), percentile(waits, 0.99)];
  const parts = [50, 99, 99.9].map((share) => `${share} %: ${milliseconds(delay.percentile(share))}`);
  console.log(`${name}, ${A_SECOND} questions a second for ${SECONDS} s`);
  console.log(
    `  event loop of the main thread: ${parts.join(', ')}, longest ${milliseconds(delay.max)} (bar: 99 % ≤ 50 ms)`,
  );
  console.log(
    `  questions: ${JSON.stringify(counts)}; to the message: median ${usual.toFixed(0)} ms, 99 % ${slow.toFixed(0)} ms`,
  );
}

const [transformer] = process.argv.slice(2);
await measure('built-in encoder', 'zh-en');
if (transformer === undefined || !existsSync(join(transformer, 'config.json')))
  console.log('No folder of a transformer: left out. `node tests/bench/transformer-model.js FOLDER` makes one.');
else await measure('transformer', transformer);
console.log(
  `\nNode ${process.versions.node}, ${availableParallelism()} cores, load at the end ${loadavg()[0].toFixed(1)}`,
);
