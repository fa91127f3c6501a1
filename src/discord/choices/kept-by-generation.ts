import type { Engine } from '../../answering/engine.js';

/** Something that is worked out once for each generation of the index. */
export class KeptByGeneration<Value> {
  readonly #engine: Pick<Engine, 'summary'>;
  readonly #work: () => Promise<Value>;
  #kept: { readonly generation: string; readonly value: Promise<Value> } | null = null;

  constructor(engine: Pick<Engine, 'summary'>, work: () => Promise<Value>) {
    this.#engine = engine;
    this.#work = work;
  }

  /** Rejects where the engine or the work does; the next call tries it again. */
  async get(): Promise<Value> {
    const { generation } = await this.#engine.summary();
    const kept = this.#kept?.generation === generation ? this.#kept : { generation, value: this.#work() };
    this.#kept = kept;
    try {
      return await kept.value;
    } catch (cause) {
      if (this.#kept === kept) this.#kept = null;
      throw cause;
    }
  }
}
