/** One line of values: its name, its labels, its value. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface Family {
  readonly type: string;
  readonly samples: Sample[];
}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LINE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(,|$)/y;
const SPECIAL: Readonly<Record<string, number>> = { '+Inf': Infinity, '-Inf': -Infinity, Nan: NaN, NaN: NaN };

/** Series that belong to a family beside those of its own name. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  counter: [''],
  gauge: [''],
  histogram: ['_bucket', '_sum', '_count'],
  summary: ['', '_sum', '_count'],
};

/**
 * Reads Prometheus's text format, version 0.0.4, as its documentation describes it ("Exposition formats"), and refuses
 * whatever it does not allow: so a test needs no server of Prometheus.
 */
export class ReadMetrics {
  readonly #families = new Map<string, Family>();

  constructor(text: string) {
    if (!text.endsWith('\n')) throw new Error('The last line has no end');
    const helped = new Set<string>();
    let current: string | null = null;
    for (const line of text.split('\n').filter((one) => one !== '')) {
      const [, kind, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
      if (kind === 'HELP') {
        if (helped.has(name) || !NAME.test(name) || rest === '') throw new Error(`A help that must not be: ${line}`);
        helped.add(name);
      } else if (kind === 'TYPE') {
        if (this.#families.has(name) || !(rest in SUFFIXES)) throw new Error(`A type that must not be: ${line}`);
        this.#families.set(name, { type: rest, samples: [] });
        current = name;
      } else this.#add(line, current);
    }
    for (const name of this.#families.keys()) if (!helped.has(name)) throw new Error(`No help for ${name}`);
    this.#checkHistograms();
  }

  /** Names of the families, in order. */
  get names(): readonly string[] {
    return [...this.#families.keys()];
  }

  /** All lines of a family. */
  samples(family: string): readonly Sample[] {
    return this.#families.get(family)?.samples ?? [];
  }

  /** The value of the one series of this name that has all these labels. @throws where there is none or more than one */
  value(name: string, labels: Readonly<Record<string, string>> = {}): number {
    const all = [...this.#families.values()].flatMap(({ samples }) => samples);
    const fitting = all.filter(
      (one) => one.name === name && Object.entries(labels).every(([label, value]) => one.labels[label] === value),
    );
    const [first] = fitting;
    if (first === undefined || fitting.length > 1)
      throw new Error(`${fitting.length} series are ${name} ${JSON.stringify(labels)}`);
    return first.value;
  }

  #add(line: string, current: string | null): void {
    const [, name = '', labels = '', number = ''] = LINE.exec(line) ?? [];
    const family = current === null ? undefined : this.#families.get(current);
    if (current === null || family === undefined || !name.startsWith(current))
      throw new Error(`A line outside of its family: ${line}`);
    if (!SUFFIXES[family.type]?.includes(name.slice(current.length))) throw new Error(`No name of a series: ${line}`);
    const sample = { name, labels: readLabels(labels, line), value: readNumber(number, line) };
    const key = (one: Sample): string => JSON.stringify([one.name, Object.entries(one.labels).sort()]);
    if (family.samples.some((one) => key(one) === key(sample))) throw new Error(`A series twice: ${line}`);
    family.samples.push(sample);
  }

  /** Buckets hold all that is in smaller ones, and the last holds everything. */
  #checkHistograms(): void {
    for (const [name, { type, samples }] of this.#families) {
      if (type !== 'histogram') continue;
      for (const count of samples.filter((one) => one.name === `${name}_count`)) {
        const buckets = samples.filter(
          (one) =>
            one.name === `${name}_bucket` &&
            Object.entries(count.labels).every(([label, value]) => one.labels[label] === value),
        );
        const values = buckets.map(({ value }) => value);
        const grows = values.every((value, at) => at === 0 || value >= (values[at - 1] ?? 0));
        if (!grows || buckets.at(-1)?.labels['le'] !== '+Inf' || values.at(-1) !== count.value)
          throw new Error(`Buckets of ${name} that cannot be: ${values.join(' ')}`);
      }
    }
  }
}

function readLabels(text: string, line: string): Readonly<Record<string, string>> {
  const labels = new Map<string, string>();
  LABEL.lastIndex = 0;
  for (let at = 0; at < text.length; at = LABEL.lastIndex) {
    LABEL.lastIndex = at;
    const [, name, value = ''] = LABEL.exec(text) ?? [];
    if (name === undefined || labels.has(name)) throw new Error(`Labels that cannot be read: ${line}`);
    labels.set(
      name,
      value.replace(/\\(["\\n])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)),
    );
  }
  return Object.fromEntries(labels);
}

function readNumber(text: string, line: string): number {
  const special = SPECIAL[text];
  if (special !== undefined) return special;
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) throw new Error(`No number: ${line}`);
  return Number(text);
}
