import { growthOf, spreadOf } from './figures.js';
import type { ProcessInspector, ProgramMemory } from './process-inspector.js';

/** Something that must not grow, over the second half of a run. */
export interface MemoryTrend {
  readonly name: string;
  /** In MiB, at the beginning of the second half and at the end. */
  readonly from: number;
  readonly to: number;
  /** Growth of the straight line that fits best, and of the greatest over the least: shares of what it was. */
  readonly growth: number;
  readonly spread: number;
}

const MEBIBYTE = 1024 * 1024;

const KINDS: readonly (readonly [name: string, of: (memory: ProgramMemory) => number])[] = [
  ['heap, main thread', ({ main }) => main.heap],
  ['heap, engine', ({ engine }) => engine.heap],
  ['array buffers', ({ main, engine }) => main.arrayBuffers + engine.arrayBuffers],
  ['resident', ({ resident }) => resident],
];

/** Measures a program at even distances, each time after a forced collection. */
export class MemoryWatch {
  readonly #samples: ProgramMemory[] = [];
  readonly #inspector: ProcessInspector;

  constructor(inspector: ProcessInspector) {
    this.#inspector = inspector;
  }

  async measure(): Promise<void> {
    this.#samples.push(await this.#inspector.memory());
  }

  /** What became of each kind of memory over the second half of the measurements. */
  get trends(): readonly MemoryTrend[] {
    const half = this.#samples.slice(Math.floor(this.#samples.length / 2));
    return KINDS.map(([name, of]) => {
      const values = half.map((sample) => of(sample) / MEBIBYTE);
      return { name, from: values[0] ?? 0, to: values.at(-1) ?? 0, growth: growthOf(values), spread: spreadOf(values) };
    });
  }
}
