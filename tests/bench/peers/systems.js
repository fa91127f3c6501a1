/**
 * What is measured, in the order of the tables. `module` lies in systems/ and exports `open({ material, ...options })`, which
 * resolves with `search(question, limit)`; `note` says with which settings, and stands below the tables.
 */
export const SYSTEMS = [
  {
    key: 'yinju',
    name: 'Yinju',
    module: 'yinju',
    options: { mode: 'both' },
    note:
      'as shipped, words and vectors. What it found counts whether it answered or refused; in the row “answered” a ' +
      'refused question counts as missed. The others never refuse. Passages of the same wording share one place.',
  },
  {
    key: 'yinju-words',
    name: 'Yinju, words only',
    module: 'yinju',
    options: { mode: 'words' },
    note: 'no vector is compared (the encoder is loaded all the same); English words are looked up in the lexicon.',
  },
  {
    key: 'yinju-vectors',
    name: 'Yinju, vectors only',
    module: 'yinju',
    options: { mode: 'vectors' },
    note: 'no word is compared; passage and best sentence count half each.',
  },
  {
    key: 'bm25-pairs',
    name: 'BM25, character pairs',
    module: 'bm25-pairs',
    options: {},
    note:
      'the textbook formula, k1 = 1.2, b = 0.75, over overlapping pairs of Chinese characters, lower-case words of ' +
      'other letters, and numbers.',
  },
  {
    key: 'minisearch',
    name: 'MiniSearch',
    module: 'minisearch',
    options: {},
    note:
      'minisearch 7.2.0 with its defaults (BM25+, any of the words). Its documentation leaves the tokenizer to the ' +
      'user; its issue 201 names `Intl.Segmenter`, which it has here (`zh`, words only).',
  },
  {
    key: 'orama',
    name: 'Orama',
    module: 'orama',
    options: {},
    note:
      '@orama/orama 3.1.18 as its page on Chinese sets it up: `createTokenizer({ stopWords })` of ' +
      '@orama/tokenizers/mandarin, stop words of @orama/stopwords/mandarin; threshold 1, its default (0, as in the ' +
      'example there, asks for every word of a question and finds next to nothing).',
  },
  {
    key: 'langchain',
    name: 'LangChain HNSWLib',
    module: 'langchain',
    options: {},
    note:
      '@langchain/community 1.1.29, `HNSWLib.fromTexts` with the defaults of the store (cosine, M = 16, ' +
      'efConstruction = 200, ef = 10) and the built-in encoder of Yinju.',
  },
];

/** The system that ratios are taken to. */
export const REFERENCE = 'yinju';
