import { BUILT_IN_MODEL, PLAIN_PRESET, type ModelPreset } from './model-presets.js';

/** A model whose needs are known, with what somebody who chooses one wants to know. */
export interface KnownModel {
  /** `zh-en`, or its name on the hub. */
  readonly name: string;
  /** Length of its vectors. */
  readonly dimension: number;
  /** Size of its 8-bit weights in millions of bytes: the download, but for a tokenizer of at most 21 more. */
  readonly megabytes: number;
  readonly languages: string;
  readonly licence: string;
  readonly preset: ModelPreset;
}

const E5: ModelPreset = { ...PLAIN_PRESET, queryPrefix: 'query: ', passagePrefix: 'passage: ' };

/** The built-in model, then those of the hub from small to large. Sizes are those of the lists of files on the hub. */
export const KNOWN_MODELS: readonly KnownModel[] = [
  {
    name: BUILT_IN_MODEL,
    dimension: 384,
    megabytes: 26,
    languages: 'Chinese, English',
    licence: 'MIT (its model card lists its sources)',
    preset: { ...PLAIN_PRESET, simplified: true, isTable: true },
  },
  // Mean pooling, no prefixes: the settings of sentence-transformers beside the original
  // (https://huggingface.co/sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2).
  {
    name: 'Xenova/paraphrase-multilingual-MiniLM-L12-v2',
    dimension: 384,
    megabytes: 118,
    languages: '50 languages',
    licence: 'Apache-2.0',
    preset: PLAIN_PRESET,
  },
  // "query: " and "passage: " before every text, mean pooling: https://huggingface.co/intfloat/multilingual-e5-small.
  {
    name: 'Xenova/multilingual-e5-small',
    dimension: 384,
    megabytes: 118,
    languages: '100 languages',
    licence: 'MIT',
    preset: E5,
  },
  {
    name: 'Xenova/multilingual-e5-base',
    dimension: 768,
    megabytes: 279,
    languages: '100 languages',
    licence: 'MIT',
    preset: E5,
  },
  // Its layers after the mean are in the graph only, and `sentence_embedding` is its output: a mean of `last_hidden_state`
  // is something else (https://github.com/plur-ai/plur/issues/270). Prompts, and no 16-bit floats: its model card,
  // https://huggingface.co/onnx-community/embeddinggemma-300m-ONNX.
  {
    name: 'onnx-community/embeddinggemma-300m-ONNX',
    dimension: 768,
    megabytes: 309,
    languages: 'more than 100 languages',
    licence: 'Gemma Terms of Use',
    preset: {
      ...PLAIN_PRESET,
      queryPrefix: 'task: search result | query: ',
      passagePrefix: 'title: none | text: ',
      pooling: 'model',
    },
  },
  // The vector of [CLS]: https://huggingface.co/BAAI/bge-m3/discussions/69. Questions need no instruction. `model.onnx`
  // keeps its weights apart, `model_quantized.onnx` does not.
  {
    name: 'Xenova/bge-m3',
    dimension: 1024,
    megabytes: 570,
    languages: 'more than 100 languages',
    licence: 'MIT',
    preset: { ...PLAIN_PRESET, pooling: 'cls' },
  },
];

/** What a known model wants; of any other, `PLAIN_PRESET`. */
export function presetOf(model: string): ModelPreset {
  return KNOWN_MODELS.find(({ name }) => name === model)?.preset ?? PLAIN_PRESET;
}
