import { createRequire } from 'node:module';
import type * as Transformers from '@xenova/transformers';
import type { FeatureExtractionPipeline } from '@xenova/transformers';
import { reasonOf } from '../shared/errors.js';
import { toSimplified } from '../shared/simplified.js';
import type { Encoder, EncoderIdentity } from './encoder.js';
import type { ModelFiles } from './model-files.js';
import type { ModelPreset } from './model-presets.js';
import { meansOfTokens } from './means-of-tokens.js';
import { ModelUnavailableError } from './model-unavailable-error.js';

/** Texts of one call, and of one run of the model inside: runs are sorted by length, so that little is padding. */
const BATCH_SIZE = 256;
const RUN_SIZE = 32;

/**
 * Loads a model through transformers.js's `pipeline('feature-extraction')` from a local folder; the network is never
 * used. Texts longer than the model takes (512 tokens mostly) are cut at its end.
 * @param model as it was asked for
 * @param name how its identity calls it
 * @throws ModelUnavailableError where the library cannot load the files
 */
export async function loadTransformersEncoder(
  model: string,
  name: string,
  { folder, hashes }: ModelFiles,
  preset: ModelPreset,
): Promise<Encoder> {
  try {
    const extractor = await loadPipeline(folder, preset);
    const probe = await extractor('0', { pooling: preset.pooling });
    const identity: EncoderIdentity = {
      model: name,
      dimension: probe.dims.at(-1) ?? 0,
      files: hashes,
      queryPrefix: preset.queryPrefix,
      passagePrefix: preset.passagePrefix,
      pooling: preset.pooling,
      dtype: preset.dtype,
    };
    const encoder = new TransformersEncoder(identity, extractor, preset.simplified);
    // A model with other outputs than the vectors of tokens fails here, and not at the first question.
    await encoder.encode(['0'], 'query');
    return encoder;
  } catch (cause) {
    throw new ModelUnavailableError(model, `its files in ${folder} cannot be loaded (${reasonOf(cause)})`, cause);
  }
}

async function loadPipeline(folder: string, preset: ModelPreset): Promise<FeatureExtractionPipeline> {
  // Its CommonJS build, which loads in two thirds of the time of the other.
  const { env, LogLevel, pipeline } = createRequire(import.meta.url)('@xenova/transformers') as typeof Transformers;
  // The library keeps its settings in one object for the whole process: this is the only file that touches it.
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.logLevel = LogLevel.ERROR;
  return pipeline('feature-extraction', folder, {
    dtype: preset.dtype,
    device: 'cpu',
    local_files_only: true,
    session_options: {
      // The built-in encoder only looks up rows of a table: more threads wait for each other longer than they work.
      ...(preset.simplified ? { intraOpNumThreads: 1 } : {}),
      interOpNumThreads: 1,
      enableCpuMemArena: false,
    },
  });
}

/** What the tokenizer gives and the model takes, as far as it is read here. */
interface ModelInputs {
  readonly attention_mask: { readonly data: BigInt64Array };
}

interface ModelOutputs {
  readonly last_hidden_state: { readonly data: Float32Array };
}

class TransformersEncoder implements Encoder {
  readonly batchSize = BATCH_SIZE;
  readonly #extractor: FeatureExtractionPipeline;
  readonly #simplified: boolean;

  constructor(
    readonly identity: EncoderIdentity,
    extractor: FeatureExtractionPipeline,
    simplified: boolean,
  ) {
    this.#extractor = extractor;
    this.#simplified = simplified;
  }

  async encode(
    texts: readonly string[],
    purpose: 'query' | 'passage',
    signal?: AbortSignal,
  ): Promise<readonly Float32Array[]> {
    if (texts.length > this.batchSize)
      throw new RangeError(`${texts.length} texts are more than the ${this.batchSize} that one call takes`);
    signal?.throwIfAborted();
    const prefix = purpose === 'query' ? this.identity.queryPrefix : this.identity.passagePrefix;
    const inputs = texts.map((text) => this.#clean(text));
    const vectors = inputs.map(() => neutralVector(this.identity.dimension));
    const order = [...inputs.keys()]
      .filter((index) => inputs[index] !== '')
      .sort((one, other) => (inputs[one]?.length ?? 0) - (inputs[other]?.length ?? 0));
    for (let start = 0; start < order.length; start += RUN_SIZE) {
      const run = order.slice(start, start + RUN_SIZE);
      const pooled = await this.#run(run.map((index) => prefix + (inputs[index] ?? '')));
      signal?.throwIfAborted();
      for (const [row, index] of run.entries()) vectors[index] = normalized(pooled[row] ?? new Float32Array());
    }
    return vectors;
  }

  async close(): Promise<void> {
    await this.#extractor.dispose();
  }

  /** The pipeline's own steps but for its mean, which takes longer than the model: `meansOfTokens` gives the same. */
  async #run(texts: readonly string[]): Promise<readonly Float32Array[]> {
    const { dimension, pooling } = this.identity;
    if (pooling !== 'mean') {
      const output = await this.#extractor([...texts], { pooling });
      const numbers = Float32Array.from(output.data as Float32Array);
      return texts.map((_, row) => numbers.slice(row * dimension, (row + 1) * dimension));
    }
    const inputs = this.#extractor.tokenizer([...texts], { padding: true, truncation: true }) as ModelInputs;
    const output = (await this.#extractor.model(inputs)) as ModelOutputs;
    return meansOfTokens(output.last_hidden_state.data, inputs.attention_mask.data, texts.length, dimension);
  }

  /** What a tokenizer would stumble over becomes a space (control characters) or U+FFFD (lone surrogates). */
  #clean(text: string): string {
    const clean = text
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .replace(/\p{Cs}/gu, '\ufffd')
      .trim();
    return this.#simplified ? toSimplified(clean) : clean;
  }
}

/** The vector of a text that says nothing: of length 1, and as near to one direction as to another. */
function neutralVector(dimension: number): Float32Array {
  return new Float32Array(dimension).fill(1 / Math.sqrt(dimension));
}

function normalized(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return Number.isFinite(length) && length > 0 ? vector.map((value) => value / length) : neutralVector(vector.length);
}
