import { availableParallelism, loadavg } from 'node:os';
import { SYSTEMS } from './systems.js';
import { costTable, isMeasured, qualityTable, wrapped } from './tables.js';

const WIDTH = 100;

const QUALITY_NOTE =
  'Share of the questions with a right passage among the first 1, 3, 5, 10; MRR and nDCG at 10; by language at 5. All ' +
  'have the same passages and the questions as they are written; none of the others turns traditional characters into ' +
  'simplified ones or looks English words up. The metrics are those of `npx yinju eval`.';

const COST_NOTE =
  'Each in a process of its own, with the options that `npm start` gives Node, in one run; (×) is the ratio to Yinju. ' +
  'build: from the passages to the first question, with the encoder where there is one; for Yinju from the files to an ' +
  'index on the disk, which serves all three rows. p50, p95: of the questions, each asked for ten passages and warm. For ' +
  'Yinju that is the whole answer, with sentences marked, citations and refusal. MB: resident after the questions.';

const SCALE_NOTE =
  'Asked are 200 pieces of 24 characters, cut out of the middle of articles, and every fourth question of the set (for ' +
  'its time). @1, @10: share of the pieces whose passage is found (easy: it tells losing passages from keeping them, ' +
  'not good order from bad). exact: of the ten nearest by comparing all vectors, the share that the vector index finds ' +
  '(passages of the same wording are equally near).';

/** Everything that was measured, as Markdown. */
export function reportMarkdown({ qualities, costs, prepared, asked, isScale }) {
  const parts = qualities.map(
    ({ split, rows }) =>
      `### ${rows[0].quality.asked} questions that the documents answer: ${split}\n\n${qualityTable(rows)}`,
  );
  const notes = [...(isScale ? [] : [QUALITY_NOTE]), COST_NOTE, ...(isScale ? [SCALE_NOTE] : [])];
  const settings = SYSTEMS.map(({ name, note }) => wrapped(`- **${name}**: ${note}`, WIDTH));
  return [
    ...parts,
    `### ${prepared.found} passages, ${asked} questions: what it costs\n\n${costTable(costs)}`,
    ...notes.map((note) => wrapped(note, WIDTH).replaceAll('\n  ', '\n')),
    settings.join('\n'),
    ...failedLines(costs),
    ...unaskedLines(costs.filter(isMeasured), asked),
    machineLine(costs, prepared),
  ].join('\n\n');
}

/** Says who did not come to an end, and why; nothing where all did. */
function failedLines(costs) {
  const lines = costs.filter((cost) => !isMeasured(cost)).map(({ name, failed }) => `- **${name}**: ${failed}.`);
  return lines.length === 0 ? [] : [`Not in the table:\n\n${lines.join('\n')}`];
}

/** Says of whom it is that was not asked everything; nothing where nobody was so slow. */
function unaskedLines(costs, asked) {
  const slow = costs.filter((cost) => cost.asked < asked).map((cost) => `${cost.name} ${cost.asked}`);
  const line = `A minute was not enough for all ${asked} questions. Asked were, in an order by chance: ${slow.join(', ')}.`;
  return slow.length === 0 ? [] : [wrapped(line, WIDTH).replaceAll('\n  ', '\n')];
}

function machineLine([own], { memory }) {
  const [load] = loadavg();
  return wrapped(
    `Node ${process.versions.node}, ${availableParallelism()} cores, load at the end ${load.toFixed(1)}. Of the p50 of ` +
      `Yinju ${own.searched.toFixed(2)} ms are the search by words and vectors. Its index is opened again in ` +
      `${(own.opened / 1000).toFixed(2)} s; the process that builds it has ${memory.toFixed(0)} MB at most.`,
    WIDTH,
  ).replaceAll('\n  ', '\n');
}
