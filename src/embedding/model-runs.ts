import type { EncoderIdentity, TextTokens } from './encoder.js';
import { endsOfTexts } from './ends-of-texts.js';
import { meansOfTokens } from './means-of-tokens.js';
import { tokensOfTexts } from './tokens-of-texts.js';

/** What a tokenizer gives and a model takes, as far as it is read here. */
export interface ModelInputs {
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

/** One run of tokenizer and model over texts. `hasEnds`: with the tokens that mark where a text begins and ends. */
export type RunModel = (
  texts: readonly string[],
  hasEnds: boolean,
) => Promise<{ readonly inputs: ModelInputs; readonly outputs: ModelOutputs }>;

/**
 * One vector a text: the steps of the library's pipeline but for its pooling, which takes longer than the built-in model,
 * counts a token of padding as the last one, and leaves out what some models do after it.
 * @throws Error where the model has no such output
 */
export async function vectorsOfRun(
  run: RunModel,
  texts: readonly string[],
  pooling: EncoderIdentity['pooling'],
): Promise<readonly Float32Array[]> {
  const { inputs, outputs } = await run(texts, true);
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

/** The tokens of each text with their vectors. @throws Error where the model gives none */
export async function tokensOfRun(run: RunModel, texts: readonly string[]): Promise<readonly TextTokens[]> {
  const { inputs, outputs } = await run(texts, false);
  const output = outputs.last_hidden_state ?? outputs.token_embeddings;
  const dimension = output?.dims.at(-1);
  if (output === undefined || dimension === undefined)
    throw new Error(`no vectors of tokens among ${Object.keys(outputs).join(', ')}`);
  return tokensOfTexts(inputs.input_ids.data, inputs.attention_mask.data, output.data, texts.length, dimension);
}
