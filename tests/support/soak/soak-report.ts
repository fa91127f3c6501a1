import { percentile } from './figures.js';
import type { MemoryTrend } from './memory-watch.js';
import type { SoakOptions } from './soak-options.js';
import type { Tracked } from './tracker.js';
import type { Verdict } from './verdict.js';

/** What a soak has shown. */
export interface SoakFigures {
  readonly options: SoakOptions;
  readonly milliseconds: number;
  readonly verdict: Verdict;
  readonly soak: readonly Tracked[];
  readonly faults: ReadonlyMap<string, number>;
  readonly gateway: { readonly identified: number; readonly resumed: number };
  readonly refused: ReadonlyMap<number, number>;
  /** Milliseconds, each by its name. */
  readonly times: readonly (readonly [name: string, values: readonly number[]])[];
  readonly memory: readonly MemoryTrend[];
  readonly load: number;
}

const WIDTH = 78;

/** The figures as lines of a terminal of 80 columns. */
export function soakReport(figures: SoakFigures): string {
  const { options, milliseconds, verdict, soak, faults, gateway, refused, times, memory, load } = figures;
  const { deeds, rate, seed } = options;
  const minutes = (milliseconds / 60_000).toFixed(1);
  const excuses = [...verdict.excuses.values()].reduce((sum, count) => sum + count, 0);
  return [
    '',
    `Soak of ${deeds} deeds at ${rate} a second (seed ${seed}): ${minutes} min, load ${load.toFixed(1)} at the end`,
    rule('what came of them'),
    row('answered, as the engine says', verdict.right),
    row('told honestly why not', excuses, listed(verdict.excuses)),
    row('could not be answered there', verdict.refused),
    row('left alone, being nobody’s question', verdict.leftAlone),
    row('WRONG', verdict.wrong.length),
    row('ANSWERED TWICE', verdict.twice.length),
    row('UNANSWERED', verdict.unanswered.length),
    rule('milliseconds: median, 95 %, 99 %, longest'),
    ...times.map(([name, values]) =>
      fourColumns(
        name,
        [0.5, 0.95, 0.99, 1].map((share) => percentile(values, share).toFixed(0)),
      ),
    ),
    rule('memory, second half: from, to (MiB), growth, spread'),
    ...memory.map(({ name, from, to, growth, spread }) =>
      fourColumns(name, [from.toFixed(1), to.toFixed(1), percent(growth), percent(spread)]),
    ),
    rule('deeds'),
    ...wrapped(listed(countOf(soak.map(({ deed }) => deed.kind)))),
    rule('what went wrong at Discord'),
    ...wrapped(
      `${listed(faults)}; sessions ${gateway.identified}, resumed ${gateway.resumed}; statuses ${listed(refused)}`,
    ),
    '',
  ].join('\n');
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function rule(title: string): string {
  return `-- ${title} ${'-'.repeat(Math.max(0, WIDTH - title.length - 4))}`;
}

function row(name: string, value: number, more = ''): string {
  return `${name.padEnd(38)}${String(value).padStart(7)}${more === '' ? '' : `   (${more})`}`;
}

function fourColumns(name: string, values: readonly string[]): string {
  return `${name.padEnd(38)}${values.map((value) => value.padStart(10)).join('')}`;
}

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const listed = (counts: ReadonlyMap<string | number, number>): string =>
  [...counts].map(([name, count]) => `${name} ${count}`).join(', ');

/** In lines that fit, broken after commas and semicolons. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [''];
  for (const part of text.split(/(?<=[,;]) /)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + part.length + 1 > WIDTH) lines.push(part);
    else lines[lines.length - 1] = line === '' ? part : `${line} ${part}`;
  }
  return lines;
}
