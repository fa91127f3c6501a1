import { createRequire } from 'node:module';
import type * as Transformers from '@xenova/transformers';
import type { ModelPreset } from './model-presets.js';
import type { ModelOutputs, RunModel } from './model-runs.js';
import type { UnigramTokenizer } from './unigram-tokenizer.js';

/** A model that is ready to be run. */
export interface LoadedModel {
  readonly run: RunModel;
  /** The tokens that mark where a text begins or ends, of a model in which a token has the same vector in every text; null of others. */
  readonly ends: ReadonlySet<number> | null;
  /** Frees what it holds. */
  dispose(): Promise<unknown>;
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
    ends: null,
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
  const model = await AutoModel.from_pretrained(folder, optionsOf(preset));
  return {
    run: async (texts) => {
      const rows = texts.map((text) => [begin, ...tokenizer.idsOf(text)].slice(0, LONGEST_TEXT));
      const length = Math.max(...rows.map((row) => row.length));
      const ids = new BigInt64Array(rows.length * length).fill(BigInt(padding));
      const mask = new BigInt64Array(rows.length * length);
      for (const [row, tokens] of rows.entries())
        for (const [at, id] of tokens.entries()) {
          ids[row * length + at] = BigInt(id);
          mask[row * length + at] = 1n;
        }
      const shape = [rows.length, length];
      const inputs = {
        input_ids: new Tensor('int64', ids, shape),
        attention_mask: new Tensor('int64', mask, shape),
      };
      const outputs = (await model(inputs)) as ModelOutputs;
      return { inputs: { input_ids: { data: ids }, attention_mask: { data: mask } }, outputs };
    },
    ends: new Set([begin]),
    dispose: () => model.dispose(),
  };
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
