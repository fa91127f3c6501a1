import { isAbsolute } from 'node:path';
import type { EncoderIdentity } from './encoder.js';

/** The name of the encoder that comes with Yinju. */
export const BUILT_IN_MODEL = 'zh-en';

/** Where a model comes from, by the way it is named: a folder is absolute, or begins with `./` or `../`. */
export function originOf(model: string): 'built-in' | 'folder' | 'hub' {
  if (model === BUILT_IN_MODEL) return 'built-in';
  return isAbsolute(model) || /^\.\.?[/\\]/.test(model) ? 'folder' : 'hub';
}

/** Ways to one vector a text: over its tokens, or as the model itself gives it (its output `sentence_embedding`). */
export const POOLINGS = ['mean', 'cls', 'last_token', 'model'] as const satisfies readonly EncoderIdentity['pooling'][];

/** Number formats of weights, as the hub's ONNX models name them. */
export const NUMBER_FORMATS = ['fp32', 'fp16', 'q8', 'int8', 'uint8', 'q4'] as const;

/** How a model wants its input and gives its output. */
export interface ModelPreset extends Pick<EncoderIdentity, 'queryPrefix' | 'passagePrefix' | 'pooling'> {
  /** Number format of the weights to load. */
  readonly dtype: (typeof NUMBER_FORMATS)[number];
  /** The model knows simplified script only: traditional text is converted first. */
  readonly simplified: boolean;
  /** A token has the same vector in every text: the model is a table. */
  readonly isTable: boolean;
}

/** Mean pooling, 8 bits, no prefixes: what most models want, and all that is assumed of one that is not known. */
export const PLAIN_PRESET: ModelPreset = {
  queryPrefix: '',
  passagePrefix: '',
  pooling: 'mean',
  dtype: 'q8',
  simplified: false,
  isTable: false,
};

/** The graph of the built-in table that also compares texts token by token. It has no weights of its own. */
export const LATE_INTERACTION = 'late_interaction';

/**
 * The path below the model's folder of a graph in a number format, as the hub's ONNX models name them.
 * @param name of the graph; left out: `model`
 */
export function graphFile(dtype: ModelPreset['dtype'], name = 'model'): string {
  const suffix = { fp32: '', fp16: '_fp16', q8: '_quantized', int8: '_int8', uint8: '_uint8', q4: '_q4' }[dtype];
  return `onnx/${name}${suffix}.onnx`;
}
