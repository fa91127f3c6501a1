import { describe, expect, it } from 'vitest';
import { KNOWN_MODELS, presetOf } from '../../../src/embedding/known-models.js';

describe('what is known of a model', () => {
  // By the cards of the models; DESIGN.md names where each was read.
  it.each([
    ['zh-en', '', '', 'mean', 384],
    ['Xenova/multilingual-e5-small', 'query: ', 'passage: ', 'mean', 384],
    ['Xenova/multilingual-e5-base', 'query: ', 'passage: ', 'mean', 768],
    ['Xenova/paraphrase-multilingual-MiniLM-L12-v2', '', '', 'mean', 384],
    ['Xenova/bge-m3', '', '', 'cls', 1024],
    ['onnx-community/embeddinggemma-300m-ONNX', 'task: search result | query: ', 'title: none | text: ', 'model', 768],
  ])(
    '%s wants "%s" before questions, "%s" before passages, pooling %s',
    (model, query, passage, pooling, dimension) => {
      expect(presetOf(model)).toMatchObject({ queryPrefix: query, passagePrefix: passage, pooling, dtype: 'q8' });
      expect(KNOWN_MODELS.find(({ name }) => name === model)).toMatchObject({ dimension });
    },
  );

  it('is that only the built-in one reads simplified script alone', () => {
    expect(KNOWN_MODELS.filter(({ preset }) => preset.simplified).map(({ name }) => name)).toEqual(['zh-en']);
  });

  it('is nothing of any other: mean pooling without prefixes', () => {
    expect(presetOf('somebody/something')).toEqual({
      queryPrefix: '',
      passagePrefix: '',
      pooling: 'mean',
      dtype: 'q8',
      simplified: false,
      isTable: false,
    });
  });
});
