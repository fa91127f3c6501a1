import { readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attribute, graphModel, node, tensor, tensorInFile, valueInfo } from '../bench/onnx-format.js';
import { MODELS_FOLDER } from './built-in-encoder.js';

/** Length of the vector of a token, and of a text. */
export const TOKEN_DIMENSION = 8;
export const TEXT_DIMENSION = 6;

const [FLOAT, INTEGER] = [1, 7];
const DATA_FILE = 'model_quantized.onnx_data';

interface TokenizerFile {
  readonly model: { readonly vocab: readonly (readonly [text: string, score: number])[] };
}

const builtIn = JSON.parse(readFileSync(join(MODELS_FOLDER, 'zh-en', 'tokenizer.json'), 'utf8')) as TokenizerFile;
/** Of the built-in vocabulary the marks and the single characters: the library takes long to load all of it. */
const pieces = builtIn.model.vocab.filter(([text]) => text.length === 1 || text.startsWith('['));
const VOCABULARY = pieces.length;

/** Numbers from -1 to 1 that look like chance and are the same in every run. */
const numbers = (count: number, seed: number): Float32Array =>
  Float32Array.from({ length: count }, (_, at) => Math.sin((at + 1) * seed));

/** The vector of a token, as the model has it. */
const TABLE = numbers(VOCABULARY * TOKEN_DIMENSION, 12.9898);
/** What the model does after its mean: row i says where the i-th number of the mean goes. */
export const PROJECTION = numbers(TOKEN_DIMENSION * TEXT_DIMENSION, 78.233);

/**
 * Writes a model of a few operations that transformers.js loads as it loads one of the hub, and which has both outputs of
 * embeddinggemma: the vectors of tokens, and `sentence_embedding`, the mean of these by the mask, projected. Its
 * tokenizer is the built-in one without words; its weights, in a file of their own, mean nothing.
 * @param modelType as `config.json` names it: transformers.js runs `gemma3_text` in another way than `bert`
 */
export async function writeTinyModel(folder: string, modelType: 'bert' | 'gemma3_text'): Promise<void> {
  await mkdir(join(folder, 'onnx'), { recursive: true });
  const file = 'tokenizer_config.json';
  await copyFile(join(MODELS_FOLDER, 'zh-en', file), join(folder, file));
  const tokenizer = { ...builtIn, model: { ...builtIn.model, vocab: pieces } };
  await writeFile(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer));
  const config = {
    model_type: modelType,
    architectures: [modelType === 'bert' ? 'BertModel' : 'Gemma3TextModel'],
    hidden_size: TOKEN_DIMENSION,
    vocab_size: VOCABULARY,
    'transformers.js_config': { use_external_data_format: { 'model_quantized.onnx': 1 } },
  };
  await writeFile(join(folder, 'config.json'), JSON.stringify(config));
  await writeFile(join(folder, 'onnx', 'model_quantized.onnx'), tinyGraph());
  await writeFile(join(folder, 'onnx', DATA_FILE), Buffer.from(TABLE.buffer));
}

function tinyGraph(): Buffer {
  return graphModel({
    nodes: [
      node('Gather', ['table', 'input_ids'], ['last_hidden_state'], []),
      node('Cast', ['attention_mask'], ['known'], [attribute('to', FLOAT)]),
      node('Unsqueeze', ['known', 'two'], ['weights'], []),
      node('Mul', ['last_hidden_state', 'weights'], ['counted'], []),
      node('ReduceSum', ['counted', 'one'], ['sum'], [attribute('keepdims', 0)]),
      node('ReduceSum', ['known', 'one'], ['count'], [attribute('keepdims', 1)]),
      node('Div', ['sum', 'count'], ['mean'], []),
      node('MatMul', ['mean', 'projection'], ['sentence_embedding'], []),
    ],
    weights: [
      tensorInFile('table', [VOCABULARY, TOKEN_DIMENSION], DATA_FILE),
      tensor('projection', [TOKEN_DIMENSION, TEXT_DIMENSION], PROJECTION),
      tensor('one', [1], BigInt64Array.of(1n)),
      tensor('two', [1], BigInt64Array.of(2n)),
    ],
    inputs: ['input_ids', 'attention_mask'].map((name) => valueInfo(name, INTEGER, ['batch', 'length'])),
    outputs: [
      valueInfo('last_hidden_state', FLOAT, ['batch', 'length', TOKEN_DIMENSION]),
      valueInfo('sentence_embedding', FLOAT, ['batch', TEXT_DIMENSION]),
    ],
  });
}
