// node tests/bench/transformer-model.js FOLDER: writes a model of random weights in the shape of multilingual-e5-small
// (12 layers of 384 numbers, 12 heads, 1,536 inside, 250,037 tokens, 8-bit weights; about 120 MB), for measurements only:
// what it says of a text means nothing, but it takes the time and the memory of the real one. Nothing is downloaded.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, graphModel, node, tensor, valueInfo } from './onnx-format.js';

const SHAPE = { layers: 12, hidden: 384, heads: 12, inside: 1536, tokens: 250_037, positions: 514 };
const { layers, hidden, heads, inside, tokens, positions } = SHAPE;
/** Smallest number of a softmax: what is masked weighs nothing. */
const MASKED = -1e4;

/** A small generator (mulberry32), so that every run makes the same model. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = randomNumbers(1);
const bytes = (count) => Int8Array.from({ length: count }, () => Math.floor(random() * 255) - 127);
const floats = (count, size) => Float32Array.from({ length: count }, () => (random() - 0.5) * size);

const nodes = [];
const weights = [];
let names = 0;
const fresh = (what) => `${what}_${(names += 1)}`;
const weight = (dims, data) => {
  const name = fresh('weight');
  weights.push(tensor(name, dims, data));
  return name;
};
const operation = (type, inputs, attributes = [], outputs = 1) => {
  const made = Array.from({ length: outputs }, () => fresh(type));
  nodes.push(node(type, inputs, made, attributes));
  return outputs === 1 ? made[0] : made;
};
const scalar = (value) => weight([], Float32Array.of(value));
const integers = (...values) => weight([values.length], BigInt64Array.from(values, BigInt));

/** A linear layer as ONNX quantises it: 8-bit weights, inputs quantised while it runs. */
function linear(input, from, to) {
  const [quantised, scale, zero] = operation('DynamicQuantizeLinear', [input], [], 3);
  const product = operation('MatMulInteger', [
    quantised,
    weight([from, to], bytes(from * to)),
    zero,
    weight([], Int8Array.of(0)),
  ]);
  const real = operation('Cast', [product], [attribute('to', 1)]);
  // Weights up to 127 of this size keep the sums about as large as the inputs.
  const size = operation('Mul', [scale, scalar(1 / (73 * Math.sqrt(from)))]);
  return operation('Add', [operation('Mul', [real, size]), weight([to], floats(to, 0.02))]);
}

const normalised = (input) =>
  operation(
    'LayerNormalization',
    [input, weight([hidden], new Float32Array(hidden).fill(1)), weight([hidden], floats(hidden, 0.02))],
    [attribute('axis', -1), attribute('epsilon', 1e-12)],
  );

function attention(input, mask) {
  const perHead = integers(0, 0, heads, hidden / heads);
  const split = (permutation) =>
    operation(
      'Transpose',
      [operation('Reshape', [linear(input, hidden, hidden), perHead])],
      [attribute('perm', permutation)],
    );
  const [query, key, value] = [split([0, 2, 1, 3]), split([0, 2, 3, 1]), split([0, 2, 1, 3])];
  const scores = operation('Mul', [operation('MatMul', [query, key]), scalar(1 / Math.sqrt(hidden / heads))]);
  const shares = operation('Softmax', [operation('Add', [scores, mask])], [attribute('axis', -1)]);
  const mixed = operation('Transpose', [operation('MatMul', [shares, value])], [attribute('perm', [0, 2, 1, 3])]);
  return linear(operation('Reshape', [mixed, integers(0, 0, hidden)]), hidden, hidden);
}

function feedForward(input) {
  const wide = linear(input, hidden, inside);
  const error = operation('Erf', [operation('Mul', [wide, scalar(Math.SQRT1_2)])]);
  const gate = operation('Mul', [operation('Add', [error, scalar(1)]), scalar(0.5)]);
  return linear(operation('Mul', [wide, gate]), inside, hidden);
}

function buildModel() {
  const rows = operation('Gather', [weight([tokens, hidden], bytes(tokens * hidden)), 'input_ids']);
  const words = operation('DequantizeLinear', [rows, scalar(1 / 1000)]);
  const length = operation('Gather', [operation('Shape', ['input_ids']), weight([], BigInt64Array.of(1n))]);
  const places = operation('Range', [weight([], BigInt64Array.of(0n)), length, weight([], BigInt64Array.of(1n))]);
  const placed = operation('Add', [
    words,
    operation('Gather', [weight([positions, hidden], floats(positions * hidden, 0.1)), places]),
  ]);
  const typed = operation('Add', [
    placed,
    operation('Gather', [weight([2, hidden], floats(2 * hidden, 0.1)), 'token_type_ids']),
  ]);
  const known = operation('Cast', [operation('Unsqueeze', ['attention_mask', integers(1, 2)])], [attribute('to', 1)]);
  const mask = operation('Mul', [operation('Sub', [scalar(1), known]), scalar(MASKED)]);
  let state = normalised(typed);
  for (let layer = 0; layer < layers; layer += 1) {
    state = normalised(operation('Add', [state, attention(state, mask)]));
    state = normalised(operation('Add', [state, feedForward(state)]));
  }
  nodes.push(node('Identity', [state], ['last_hidden_state'], []));
  const inputs = ['input_ids', 'attention_mask', 'token_type_ids'].map((name) =>
    valueInfo(name, 7, ['batch', 'length']),
  );
  return graphModel({
    nodes,
    weights,
    inputs,
    outputs: [valueInfo('last_hidden_state', 1, ['batch', 'length', hidden])],
  });
}

/** Pieces as a real tokenizer of 250,000 has them: marks, Latin letters, every ideograph, and then pairs of ideographs. */
function buildVocabulary() {
  const pieces = new Set(['<s>', '<pad>', '</s>', '<unk>', '▁']);
  for (let code = 33; code < 127; code += 1) pieces.add(String.fromCharCode(code));
  for (let code = 0x4e00; code < 0x9fa6; code += 1) pieces.add(String.fromCharCode(code));
  for (const mark of '，。？！：；、“”《》（）') pieces.add(mark);
  const ideograph = () => String.fromCharCode(0x4e00 + Math.floor(random() * 0x51a6));
  while (pieces.size < tokens) pieces.add(ideograph() + ideograph());
  return [...pieces].map((piece, rank) => [piece, rank < 4 ? 0 : -5 - rank / tokens]);
}

const special = (id, content) => ({
  id,
  content,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
  special: true,
});

function buildTokenizer() {
  const [begin, end] = [{ SpecialToken: { id: '<s>', type_id: 0 } }, { SpecialToken: { id: '</s>', type_id: 0 } }];
  const sequence = (id) => ({ Sequence: { id, type_id: 0 } });
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: ['<s>', '<pad>', '</s>', '<unk>'].map((content, id) => special(id, content)),
    normalizer: null,
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [begin, sequence('A'), end],
      pair: [begin, sequence('A'), end, end, sequence('B'), end],
      special_tokens: {
        '<s>': { id: '<s>', ids: [0], tokens: ['<s>'] },
        '</s>': { id: '</s>', ids: [2], tokens: ['</s>'] },
      },
    },
    decoder: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
    model: { type: 'Unigram', unk_id: 3, vocab: buildVocabulary() },
  };
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name the folder to write the model to.');
  process.exit(2);
}
mkdirSync(join(folder, 'onnx'), { recursive: true });
const writeJson = (file, value) => writeFileSync(join(folder, file), JSON.stringify(value));
writeJson('config.json', {
  architectures: ['BertModel'],
  model_type: 'bert',
  hidden_size: hidden,
  num_hidden_layers: layers,
  num_attention_heads: heads,
  intermediate_size: inside,
  max_position_embeddings: positions,
  vocab_size: tokens,
  pad_token_id: 1,
});
writeJson('tokenizer_config.json', {
  tokenizer_class: 'XLMRobertaTokenizer',
  model_max_length: 512,
  bos_token: '<s>',
  cls_token: '<s>',
  eos_token: '</s>',
  sep_token: '</s>',
  pad_token: '<pad>',
  unk_token: '<unk>',
});
writeJson('tokenizer.json', buildTokenizer());
writeFileSync(join(folder, 'onnx', 'model_quantized.onnx'), buildModel());
