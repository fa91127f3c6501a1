import { join } from 'node:path';
import { reasonOf } from '../shared/errors.js';
import type { FileSystem } from '../shared/file-system.js';
import { toSimplified } from '../shared/simplified.js';
import { cutRuns, type RunLimits } from './cut-runs.js';
import type { EncodedTokens, Encoder, EncoderIdentity, TokenEncoder } from './encoder.js';
import type { ModelFiles } from './model-files.js';
import type { ModelPreset } from './model-presets.js';
import { ModelUnavailableError } from './model-unavailable-error.js';
import { tokensOfRun, vectorsOfRun } from './model-runs.js';
import { loadModel, loadTable, type LoadedModel } from './transformers-models.js';
import { parseUnigramTokenizer } from './unigram-tokenizer.js';
import { neutralVector, normalize } from './unit-vectors.js';

/** Texts of one call. */
const BATCH_SIZE = 256;

/**
 * One run of the model inside. It cannot be interrupted: what else is asked, and the end of the process, wait for it. The
 * built-in table takes no time to speak of, but gives 1.5 KiB a token: 32 long articles would be 24 MB at once. A small
 * transformer on two cores takes up to a second for so many characters.
 */
const TABLE_RUN: RunLimits = { texts: 32, characters: 4_000 };
const TRANSFORMER_RUN: RunLimits = { texts: 32, characters: 600 };

/** How ONNX Runtime and Node say that memory is used up. */
const NO_MEMORY = /bad_alloc|bad allocation|out of memory|failed to allocate|Array buffer allocation failed/i;

/**
 * Loads a model through transformers.js from a local folder; the network is never used. Texts longer than the model takes
 * (512 tokens mostly) are cut at its end.
 * @param model as it was asked for
 * @param name how its identity calls it
 * @throws ModelUnavailableError where the library cannot load the files
 */
export async function loadTransformersEncoder(
  model: string,
  name: string,
  { folder, hashes }: ModelFiles,
  preset: ModelPreset,
  fileSystem: FileSystem,
): Promise<Encoder> {
  try {
    const loaded = preset.isTable
      ? await loadTable(
          folder,
          preset,
          parseUnigramTokenizer(await fileSystem.readFile(join(folder, 'tokenizer.json'))),
        )
      : await loadModel(folder, preset);
    // A model without the output that is pooled fails here, and not at the first question.
    const [probe] = vectorsOfRun(await loaded.run(['0']), 1, preset.pooling);
    const identity: EncoderIdentity = {
      model: name,
      dimension: probe?.length ?? 0,
      files: hashes,
      queryPrefix: preset.queryPrefix,
      passagePrefix: preset.passagePrefix,
      pooling: preset.pooling,
      dtype: preset.dtype,
    };
    return new TransformersEncoder(identity, loaded, preset);
  } catch (cause) {
    const problem = NO_MEMORY.test(reasonOf(cause))
      ? 'there is not enough memory for it'
      : `its files in ${folder} cannot be loaded (${reasonOf(cause)})`;
    throw new ModelUnavailableError(model, problem, { cause });
  }
}

class TransformersEncoder implements Encoder {
  readonly batchSize = BATCH_SIZE;
  readonly tokens?: TokenEncoder;
  readonly #model: LoadedModel;
  readonly #preset: ModelPreset;

  constructor(
    readonly identity: EncoderIdentity,
    model: LoadedModel,
    preset: ModelPreset,
  ) {
    this.#model = model;
    this.#preset = preset;
    if (model.tokens === null) return;
    const { ends, nearest } = model.tokens;
    this.tokens = { encode: (texts, purpose, signal) => this.#encodeTokens(texts, purpose, ends, signal), nearest };
  }

  encode(
    texts: readonly string[],
    purpose: 'query' | 'passage',
    signal?: AbortSignal,
  ): Promise<readonly Float32Array[]> {
    const { pooling, dimension } = this.identity;
    const encoded = async (run: readonly string[]): Promise<readonly Float32Array[]> =>
      vectorsOfRun(await this.#model.run(run), run.length, pooling).map(normalize);
    return this.#inRuns(texts, purpose, encoded, () => neutralVector(dimension), signal);
  }

  async close(): Promise<void> {
    await this.#model.dispose();
  }

  #encodeTokens(
    texts: readonly string[],
    purpose: 'query' | 'passage',
    ends: ReadonlySet<number>,
    signal?: AbortSignal,
  ): Promise<readonly EncodedTokens[]> {
    const { pooling, dimension } = this.identity;
    const noTokens = { ids: new Int32Array(), weights: new Float32Array() };
    const encoded = async (some: readonly string[]): Promise<readonly EncodedTokens[]> => {
      const run = await this.#model.run(some);
      const tokens = tokensOfRun(run, some.length, ends);
      const vectors = vectorsOfRun(run, some.length, pooling).map(normalize);
      return vectors.map((vector, text) => ({ ...(tokens[text] ?? noTokens), vector }));
    };
    const empty = (): EncodedTokens => ({ ...noTokens, vector: neutralVector(dimension) });
    return this.#inRuns(texts, purpose, encoded, empty, signal);
  }

  /** What runs of the model give for texts, in their order, and `empty` for one that says nothing. */
  async #inRuns<Result>(
    texts: readonly string[],
    purpose: 'query' | 'passage',
    run: (texts: readonly string[]) => Promise<readonly Result[]>,
    empty: () => Result,
    signal?: AbortSignal,
  ): Promise<readonly Result[]> {
    if (texts.length > this.batchSize)
      throw new RangeError(`${texts.length} texts are more than the ${this.batchSize} that one call takes`);
    signal?.throwIfAborted();
    const prefix = purpose === 'query' ? this.identity.queryPrefix : this.identity.passagePrefix;
    const inputs = texts.map((text) => this.#clean(text));
    const results = inputs.map(empty);
    const order = [...inputs.keys()]
      .filter((index) => inputs[index] !== '')
      .sort((one, other) => (inputs[one]?.length ?? 0) - (inputs[other]?.length ?? 0));
    const lengths = order.map((index) => inputs[index]?.length ?? 0);
    for (const [start, end] of cutRuns(lengths, this.#preset.isTable ? TABLE_RUN : TRANSFORMER_RUN)) {
      const places = order.slice(start, end);
      const found = await run(places.map((index) => prefix + (inputs[index] ?? '')));
      signal?.throwIfAborted();
      for (const [row, index] of places.entries()) results[index] = found[row] ?? empty();
    }
    return results;
  }

  /** What a tokenizer would stumble over becomes a space (control characters) or U+FFFD (lone surrogates). */
  #clean(text: string): string {
    const clean = text
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .replace(/\p{Cs}/gu, '\ufffd')
      .trim();
    return this.#preset.simplified ? toSimplified(clean) : clean;
  }
}
