import { isAbsolute } from 'node:path';
import type { EncoderIdentity } from './encoder.js';

/** The name of the encoder that comes with Yinju. */
export const BUILT_IN_MODEL = 'zh-en';

/** Where a model comes from, by the way it is named: a folder is absolute, or begins with `./` or `../`. */
export function originOf(model: string): 'built-in' | 'folder' | 'hub' {
  if (model === BUILT_IN_MODEL) return 'built-in';
  return isAbsolute(model) || /^\.\.?[/\\]/.test(model) ? 'folder' : 'hub';
}

/** How a model wants its input and gives its output. */
export interface ModelPreset extends Pick<EncoderIdentity, 'queryPrefix' | 'passagePrefix' | 'pooling'> {
  /** Number format of the weights to load. */
  readonly dtype: 'fp32' | 'fp16' | 'q8' | 'int8' | 'uint8' | 'q4';
  /** The model knows simplified script only: traditional text is converted first. */
  readonly simplified: boolean;
}

const PLAIN: ModelPreset = { queryPrefix: '', passagePrefix: '', pooling: 'mean', dtype: 'q8', simplified: false };
const E5: ModelPreset = { ...PLAIN, queryPrefix: 'query: ', passagePrefix: 'passage: ' };

const PRESETS: ReadonlyMap<string, ModelPreset> = new Map([
  [BUILT_IN_MODEL, { ...PLAIN, simplified: true }],
  ['Xenova/multilingual-e5-small', E5],
  ['Xenova/multilingual-e5-base', E5],
  ['Xenova/paraphrase-multilingual-MiniLM-L12-v2', PLAIN],
  ['Xenova/bge-m3', { ...PLAIN, pooling: 'cls' }],
]);

/** The preset of a known model, by its model card; any other: mean pooling, 8 bits, no prefixes. */
export function presetOf(model: string): ModelPreset {
  return PRESETS.get(model) ?? PLAIN;
}

/** The path below the model's folder of the weights in a number format, as the hub's ONNX models name them. */
export function weightsFile(dtype: ModelPreset['dtype']): string {
  const suffix = { fp32: '', fp16: '_fp16', q8: '_quantized', int8: '_int8', uint8: '_uint8', q4: '_q4' }[dtype];
  return `onnx/model${suffix}.onnx`;
}
