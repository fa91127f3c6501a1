// One system in a process of its own: `node measure-system.js KEY FOLDER ROUNDS LIMIT [exact]` opens it over the material
// in the folder, asks every question once to warm up and then ROUNDS times, and writes what it found and took as JSON. How far
// it is stands on standard error.
import { memoryInUse, mostMemory } from './memory.js';
import { readQuestions } from './material.js';
import { sha256 } from '../../../build/shared/sha256.js';
import { median, timed } from '../measure.js';
import { SYSTEMS } from './systems.js';

const [key, material, roundsText, limitText, exact] = process.argv.slice(2);
const [rounds, limit] = [Number(roundsText), Number(limitText)];
const { module, options } = SYSTEMS.find((system) => system.key === key);

/** A piece of all questions, evenly spread, is enough to compare neighbours with. */
const COMPARED = 300;

/** Who needs longer for all questions is asked no more of them: over a law book some would take a quarter of an hour. */
const MOST_MILLISECONDS = 60_000;

/** Milliseconds after which it is told again how many questions were asked. */
const NOTED_EVERY = 10_000;

/** Equal but for what the order of additions does to a sum of 384 products. */
const TOLERANCE = 1e-6;

/** The share of the passages found that are as near as the last of the nearest: those of the same wording are equally near. */
function recallOf(compared) {
  const shares = compared.map(
    ({ found, nearest }) =>
      found.filter((similarity) => similarity >= nearest.at(-1) - TOLERANCE).length / nearest.length,
  );
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

const note = (text) => process.stderr.write(`${text}\n`);
note('building ...');
const { open } = await import(`./systems/${module}.js`);
let system;
const opened = await timed(async () => (system = await open({ ...options, material })));
note(`built in ${(opened / 1000).toFixed(0)} s, ${memoryInUse().toFixed(0)} MB`);
const questions = readQuestions(material).map(({ question }) => question);

// In an order that has nothing to do with the questions: where time runs out, what was asked stands for the rest.
const order = [...questions.keys()].sort((one, other) => (sha256(questions[one]) < sha256(questions[other]) ? -1 : 1));
const answers = questions.map(() => null);
const asked = [];
const started = performance.now();
let noted = started;
for (const place of order) {
  if (performance.now() - started > MOST_MILLISECONDS) break;
  answers[place] = await system.search(questions[place], limit);
  asked.push(place);
  if (performance.now() - noted < NOTED_EVERY) continue;
  note(`asked ${asked.length} of ${questions.length}`);
  noted = performance.now();
}
const times = asked.map(() => []);
const searched = [];
for (let round = 0; round < rounds; round += 1)
  for (const [turn, place] of asked.entries()) {
    let answer;
    times[turn].push(await timed(async () => (answer = await system.search(questions[place], limit))));
    // Only Yinju tells searching from what it does with the passages afterwards.
    if (answer.searched !== undefined) searched.push(answer.searched);
  }

const memory = { used: memoryInUse(), most: mostMemory() };
const some = questions.filter((_, place) => place % Math.ceil(questions.length / COMPARED) === 0);
const recall =
  exact === 'exact' && system.compareWithExact !== undefined
    ? recallOf(await system.compareWithExact(some, limit))
    : null;
await system.close?.();
process.stdout.write(JSON.stringify({ opened, times: times.map(median), searched, memory, recall, answers }));
