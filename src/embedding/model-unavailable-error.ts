import { YinjuError } from '../shared/errors.js';
import { BUILT_IN_MODEL, originOf } from './model-presets.js';

/** The end of a remedy: what works whatever became of another model. */
export const GO_ON = `go on with the built-in encoder: unset EMBEDDING_MODEL and run \`npx yinju model use ${BUILT_IN_MODEL}\`, or give \`--model ${BUILT_IN_MODEL}\``;
const REMEDIES = {
  'built-in': 'Restore the folder embeddings/models/zh-en, for example with `git checkout -- embeddings/models/zh-en`.',
  folder: `Check that the folder holds a model for transformers.js (ONNX), or ${GO_ON}.`,
  hub: `Check the name and the connection and try again, or ${GO_ON}.`,
} as const;

/** An encoder cannot be had: it is not there, cannot be downloaded, or its files are damaged. Nothing was half-used. */
export class ModelUnavailableError extends YinjuError {
  readonly code = 'model-unavailable';

  constructor(
    /** As it was asked for. */
    readonly model: string,
    /** What failed, as a sentence without its full stop. */
    readonly problem: string,
    options: { readonly remedy?: string; readonly cause?: unknown } = {},
  ) {
    super(`The encoder ${model} cannot be used: ${problem}.`, {
      remedy: options.remedy ?? REMEDIES[originOf(model)],
      cause: options.cause,
    });
  }
}
