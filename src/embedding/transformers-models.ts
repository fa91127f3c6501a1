import { createRequire } from 'node:module';
import type * as Transformers from '@xenova/transformers';
import type { TokenEncoder } from './encoder.js';
import { LATE_INTERACTION, type ModelPreset } from './model-presets.js';
import type { ModelOutputs, RunModel } from './model-runs.js';
import { tokenPlaces } from './token-places.js';
import type { UnigramTokenizer } from './unigram-tokenizer.js';

/** What is known of the tokens of a model in which each has the same vector in every text. */
export interface LoadedTokens {
  /** Those that mark where a text begins or ends. */
  readonly ends: ReadonlySet<number>;
  readonly nearest: TokenEncoder['nearest'];
}

/** A model that is ready to be run. */
export interface LoadedModel {
  readonly run: RunModel;
  /** Null where the vector of a token depends on those around it. */
  readonly tokens: LoadedTokens | null;
  /** Frees what it holds. */
  dispose(): Promise<unknown>;
}

/** What the built-in table's graph gives beside the outputs of every model. */
interface TableOutputs extends ModelOutputs {
  readonly nearest: { readonly data: Float32Array };
}

/** What the built-in table's tokenizer marks. */
const [BEGIN, PADDING] = ['[CLS]', '[PAD]'];
/** Tokens of a text for the built-in table, with the one that marks its beginning: its tokenizer_config.json says so. */
const LONGEST_TEXT = 1024;

/** Loads a model with its tokenizer through transformers.js from a local folder; the network is never used. */
export async function loadModel(folder: string, preset: ModelPreset): Promise<LoadedModel> {
  const extractor = await library().pipeline('feature-extraction', folder, optionsOf(preset));
  const { tokenizer, model } = extractor;
  return {
    run: async (texts) => {
      const inputs = tokenizer([...texts], { padding: true, truncation: true });
      return { inputs, outputs: (await model(inputs)) as ModelOutputs };
    },
    tokens: null,
    dispose: () => extractor.dispose(),
  };
}

/** The same for the built-in table, whose texts another tokenizer cuts. @throws Error where the tokenizer lacks its marks */
export async function loadTable(
  folder: string,
  preset: ModelPreset,
  tokenizer: UnigramTokenizer,
): Promise<LoadedModel> {
  const { AutoModel, Tensor } = library();
  const [begin, padding] = [tokenizer.mark(BEGIN), tokenizer.mark(PADDING)];
  if (begin === null || padding === null) throw new Error(`its tokenizer has no ${BEGIN} or no ${PADDING}`);
  // It names its file of weights, that of the model, itself.
  const graph = { model_file_name: LATE_INTERACTION, use_external_data_format: false };
  const model = await AutoModel.from_pretrained(folder, { ...optionsOf(preset), ...graph });
  const int32 = (data: Int32Array, ...shape: number[]) => new Tensor('int32', data, shape);
  const int64 = (data: BigInt64Array, ...shape: number[]) => new Tensor('int64', data, shape);
  // Each run does both: it encodes texts, and compares them by their tokens. What is not wanted has the least to do.
  const idle = {
    input_ids: int64(BigInt64Array.of(BigInt(padding)), 1, 1),
    attention_mask: int64(BigInt64Array.of(0n), 1, 1),
    tokens: int32(Int32Array.of(padding), 1),
    texts: int32(Int32Array.of(0), 1, 1),
    others: int32(Int32Array.of(padding), 1),
  };
  const compute = async (inputs: Partial<typeof idle>) => (await model({ ...idle, ...inputs })) as TableOutputs;
  return {
    run: async (texts) => {
      const rows = texts.map((text) => [begin, ...tokenizer.idsOf(text)].slice(0, LONGEST_TEXT));
      const { ids, mask, length } = batchOf(rows, padding);
      const outputs = await compute({
        input_ids: int64(ids, rows.length, length),
        attention_mask: int64(mask, rows.length, length),
      });
      return { inputs: { input_ids: { data: ids }, attention_mask: { data: mask } }, outputs };
    },
    tokens: {
      ends: new Set([begin]),
      nearest: async (texts, others) => {
        const { tokens, places, length } = tokenPlaces(texts, padding);
        const { nearest } = await compute({
          tokens: int32(tokens, tokens.length),
          texts: int32(places, texts.length, length),
          others: int32(others, others.length),
        });
        return nearest.data;
      },
    },
    dispose: () => model.dispose(),
  };
}

/** Texts of one run, one after the other, each padded to the longest, and what of them is no padding. */
function batchOf(rows: readonly (readonly number[])[], padding: number) {
  const length = Math.max(...rows.map((row) => row.length));
  const ids = new BigInt64Array(rows.length * length).fill(BigInt(padding));
  const mask = new BigInt64Array(rows.length * length);
  for (const [row, tokens] of rows.entries())
    for (const [at, id] of tokens.entries()) {
      ids[row * length + at] = BigInt(id);
      mask[row * length + at] = 1n;
    }
  return { ids, mask, length };
}

/** transformers.js, with its settings. Its CommonJS build, which loads in two thirds of the time of the other. */
function library(): typeof Transformers {
  const loaded = createRequire(import.meta.url)('@xenova/transformers') as typeof Transformers;
  // The library keeps its settings in one object for the whole process: this is the only file that touches it.
  loaded.env.allowRemoteModels = false;
  loaded.env.useFSCache = false;
  loaded.env.logLevel = loaded.LogLevel.ERROR;
  return loaded;
}

const optionsOf = (preset: ModelPreset) =>
  ({
    dtype: preset.dtype,
    device: 'cpu',
    local_files_only: true,
    session_options: {
      // The built-in encoder only looks up rows of a table: more threads wait for each other longer than they work.
      ...(preset.isTable ? { intraOpNumThreads: 1 } : {}),
      interOpNumThreads: 1,
      enableCpuMemArena: false,
    },
  }) as const;
