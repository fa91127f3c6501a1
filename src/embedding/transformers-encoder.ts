import { createRequire } from 'node:module';
import type * as Transformers from '@xenova/transformers';
import type { FeatureExtractionPipeline } from '@xenova/transformers';
import { reasonOf } from '../shared/errors.js';
import { toSimplified } from '../shared/simplified.js';
import { cutRuns, type RunLimits } from './cut-runs.js';
import type { Encoder, EncoderIdentity } from './encoder.js';
import { endsOfTexts } from './ends-of-texts.js';
import type { ModelFiles } from './model-files.js';
import type { ModelPreset } from './model-presets.js';
import { meansOfTokens } from './means-of-tokens.js';
import { ModelUnavailableError } from './model-unavailable-error.js';

/** Texts of one call. */
const BATCH_SIZE = 256;

/**
 * One run of the model inside. It cannot be interrupted: what else is asked, and the end of the process, wait for it. The
 * built-in table takes no time to speak of, but gives 1 KiB a token: 32 long articles would be 16 MB at once. A small
 * transformer on two cores takes up to a second for so many characters.
 */
const TABLE_RUN: RunLimits = { texts: 32, characters: 4_000 };
const TRANSFORMER_RUN: RunLimits = { texts: 32, characters: 600 };

/** How ONNX Runtime and Node say that memory is used up. */
const NO_MEMORY = /bad_alloc|bad allocation|out of memory|failed to allocate|Array buffer allocation failed/i;

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
    // A model without the output that is pooled fails here, and not at the first question.
    const [probe] = await encodeRun(extractor, ['0'], preset.pooling);
    const identity: EncoderIdentity = {
      model: name,
      dimension: probe?.length ?? 0,
      files: hashes,
      queryPrefix: preset.queryPrefix,
      passagePrefix: preset.passagePrefix,
      pooling: preset.pooling,
      dtype: preset.dtype,
    };
    return new TransformersEncoder(identity, extractor, preset.simplified);
  } catch (cause) {
    const problem = NO_MEMORY.test(reasonOf(cause))
      ? 'there is not enough memory for it'
      : `its files in ${folder} cannot be loaded (${reasonOf(cause)})`;
    throw new ModelUnavailableError(model, problem, { cause });
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

/** Vectors of tokens [texts, tokens, dimension], or of texts [texts, dimension]. */
interface ModelOutput {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** The vectors of tokens go by either name; a model that pools by itself has the third. */
type ModelOutputs = Readonly<
  Record<'last_hidden_state' | 'token_embeddings' | 'sentence_embedding', ModelOutput | undefined>
>;

/**
 * One vector a text: the pipeline's own steps but for its pooling, which takes longer than the built-in model, counts a
 * token of padding as the last one, and leaves out what some models do after it.
 * @throws Error where the model has no such output
 */
async function encodeRun(
  extractor: FeatureExtractionPipeline,
  texts: readonly string[],
  pooling: EncoderIdentity['pooling'],
): Promise<readonly Float32Array[]> {
  const inputs = extractor.tokenizer([...texts], { padding: true, truncation: true }) as ModelInputs;
  const outputs = (await extractor.model(inputs)) as ModelOutputs;
  const output =
    pooling === 'model' ? outputs.sentence_embedding : (outputs.last_hidden_state ?? outputs.token_embeddings);
  const dimension = output?.dims.at(-1);
  if (output === undefined || dimension === undefined)
    throw new Error(`no output for the pooling "${pooling}" among ${Object.keys(outputs).join(', ')}`);
  const { data } = output;
  const mask = inputs.attention_mask.data;
  switch (pooling) {
    case 'model':
      return texts.map((_, text) => data.slice(text * dimension, (text + 1) * dimension));
    case 'mean':
      return meansOfTokens(data, mask, texts.length, dimension);
    case 'cls':
    case 'last_token':
      return endsOfTexts(data, mask, texts.length, dimension, pooling === 'cls' ? 'first' : 'last');
  }
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
    const lengths = order.map((index) => inputs[index]?.length ?? 0);
    for (const [start, end] of cutRuns(lengths, this.#simplified ? TABLE_RUN : TRANSFORMER_RUN)) {
      const run = order.slice(start, end);
      const marked = run.map((index) => prefix + (inputs[index] ?? ''));
      const pooled = await encodeRun(this.#extractor, marked, this.identity.pooling);
      signal?.throwIfAborted();
      for (const [row, index] of run.entries()) vectors[index] = normalize(pooled[row] ?? new Float32Array());
    }
    return vectors;
  }

  async close(): Promise<void> {
    await this.#extractor.dispose();
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

/** Brings a vector to length 1 where it stands; one that has no length becomes neutral. */
function normalize(vector: Float32Array): Float32Array {
  let squares = 0;
  for (let at = 0; at < vector.length; at += 1) squares += (vector[at] ?? 0) ** 2;
  const length = Math.sqrt(squares);
  if (!Number.isFinite(length) || length === 0) return neutralVector(vector.length);
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / length;
  return vector;
}
