import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { Embeddings } from '@langchain/core/embeddings';
import { ExactIndex } from '../../../../build/vector/exact-index.js';
import { readPassages } from '../material.js';
import { loadBuiltInEncoder } from './built-in-encoder.js';

/** The built-in encoder behind LangChain's interface. */
class BuiltInEmbeddings extends Embeddings {
  #encoder;

  constructor(encoder) {
    super({});
    this.#encoder = encoder;
  }

  async embedDocuments(texts) {
    const vectors = [];
    for (let at = 0; at < texts.length; at += this.#encoder.batchSize) {
      const batch = await this.#encoder.encode(texts.slice(at, at + this.#encoder.batchSize), 'passage');
      for (const vector of batch) vectors.push(Array.from(vector));
    }
    return vectors;
  }

  async embedQuery(text) {
    const [vector] = await this.#encoder.encode([text], 'query');
    return Array.from(vector);
  }
}

/** LangChain's HNSWLib store over the texts of the passages; encoding them is part of its build. */
export async function open({ material }) {
  const encoder = await loadBuiltInEncoder();
  const embeddings = new BuiltInEmbeddings(encoder);
  const passages = readPassages(material);
  const store = await HNSWLib.fromTexts(
    passages.map(({ text }) => text),
    passages.map(({ id }) => ({ id })),
    embeddings,
  );
  return {
    async search(question, limit) {
      const found = await store.similaritySearch(question, limit);
      return { answered: true, places: found.map(({ metadata }) => [metadata.id]) };
    },
    /** For each question the similarities of the passages found, and those of the nearest by comparing all. */
    async compareWithExact(questions, limit) {
      const { dimension } = encoder.identity;
      const rows = Float32Array.from(passages.flatMap((_, row) => store.index.getPoint(row)));
      const exact = new ExactIndex(rows, dimension);
      const rowOf = new Map(passages.map(({ id }, row) => [id, row]));
      const compared = [];
      for (const question of questions) {
        const [vector] = await encoder.encode([question], 'query');
        const found = await store.similaritySearchVectorWithScore(Array.from(vector), limit);
        const nearest = await exact.search(vector, limit, null);
        compared.push({
          found: found.map(([{ metadata }]) => exact.similarity(rowOf.get(metadata.id), vector)),
          nearest: nearest.map(({ similarity }) => similarity),
        });
      }
      return compared;
    },
    close: () => encoder.close(),
  };
}
