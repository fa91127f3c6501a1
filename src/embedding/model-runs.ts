import type { EncoderIdentity, TextTokens } from './encoder.js';
import { endsOfTexts } from './ends-of-texts.js';
import { meansOfTokens } from './means-of-tokens.js';
import { tokensOfTexts } from './tokens-of-texts.js';

/** What a tokenizer gives and a model takes, as far as it is read here. */
interface ModelInputs {
  readonly input_ids: { readonly data: BigInt64Array };
  readonly attention_mask: { readonly data: BigInt64Array };
}

/** Vectors of tokens [texts, tokens, dimension], or of texts [texts, dimension]. */
interface ModelOutput {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** The vectors of tokens go by either name; a model that pools by itself has the third. */
export type ModelOutputs = Readonly<
  Record<'last_hidden_state' | 'token_embeddings' | 'sentence_embedding', ModelOutput | undefined>
>;

/** What one run of tokenizer and model over some texts takes and gives. */
export interface ModelRun {
  readonly inputs: ModelInputs;
  readonly outputs: ModelOutputs;
}

export type RunModel = (texts: readonly string[]) => Promise<ModelRun>;

/**
 * One vector a text of a run: the steps of the library's pipeline but for its pooling, which takes longer than the built-in
 * model, counts a token of padding as the last one, and leaves out what some models do after it.
 * @param texts how many the run had
 * @throws Error where the model has no such output
 */
export function vectorsOfRun(
  { inputs, outputs }: ModelRun,
  texts: number,
  pooling: EncoderIdentity['pooling'],
): readonly Float32Array[] {
  const output = pooling === 'model' ? outputs.sentence_embedding : vectorsOfTokens(outputs);
  const dimension = output?.dims.at(-1);
  if (output === undefined || dimension === undefined)
    throw new Error(`no output for the pooling "${pooling}" among ${Object.keys(outputs).join(', ')}`);
  const { data } = output;
  const mask = inputs.attention_mask.data;
  switch (pooling) {
    case 'model':
      return Array.from({ length: texts }, (_, text) => data.slice(text * dimension, (text + 1) * dimension));
    case 'mean':
      return meansOfTokens(data, mask, texts, dimension);
    case 'cls':
    case 'last_token':
      return endsOfTexts(data, mask, texts, dimension, pooling === 'cls' ? 'first' : 'last');
  }
}

/**
 * The tokens of each text of a run.
 * @param texts how many the run had
 * @param ends the tokens that mark where a text begins or ends, which are left out
 * @throws Error where the model gives no vectors of tokens
 */
export function tokensOfRun(
  { inputs, outputs }: ModelRun,
  texts: number,
  ends: ReadonlySet<number>,
): readonly TextTokens[] {
  const output = vectorsOfTokens(outputs);
  const dimension = output?.dims.at(-1);
  if (output === undefined || dimension === undefined)
    throw new Error(`no vectors of tokens among ${Object.keys(outputs).join(', ')}`);
  return tokensOfTexts(inputs.input_ids.data, inputs.attention_mask.data, output.data, { texts, dimension, ends });
}

const vectorsOfTokens = (outputs: ModelOutputs): ModelOutput | undefined =>
  outputs.last_hidden_state ?? outputs.token_embeddings;
