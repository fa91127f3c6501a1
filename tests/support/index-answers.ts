import type { Scope } from '../../src/documents/document.js';
import type { Generation } from '../../src/indexing/serving/generation.js';
import type { PassageFilter } from '../../src/retrieval/passage-index.js';
import { tokenize } from '../../src/lexical/tokenize.js';
import { HashingEncoder } from './hashing-encoder.js';

const SCOPES: readonly Scope[] = ['global', 'server:1'];

const FILTERS: readonly PassageFilter[] = [
  { scopes: ['global'], document: null, kind: null, law: null },
  { scopes: SCOPES, document: null, kind: null, law: null },
  { scopes: SCOPES, document: 'a', kind: null, law: null },
  { scopes: SCOPES, document: null, kind: 'law', law: null },
  { scopes: SCOPES, document: null, kind: null, law: 'data' },
];

/** Everything that can be asked of a generation about some questions, as plain data: equal where two answer alike. */
export async function answersOf(generation: Generation, questions: readonly string[]): Promise<unknown> {
  const encoder = new HashingEncoder();
  const everything = await Promise.all(
    questions.flatMap((question) =>
      FILTERS.map(async (filter) => {
        const terms = tokenize(question).map((term) => ({ term, weight: 1 }));
        const [vector = new Float32Array(0)] = await encoder.encode([question], 'query');
        return {
          words: await generation.searchWords(terms, filter, 10),
          vectors: await generation.searchVectors(vector, filter, 10),
          idf: await generation.idf(terms.map(({ term }) => term)),
          holding: await generation.rowsHolding([question], filter),
        };
      }),
    ),
  );
  const documents = await generation.documents(SCOPES);
  const passages = await Promise.all(documents.map(({ id }) => generation.passagesOf(id)));
  const rows = await Promise.all(passages.flat().map(({ id }) => generation.rowOf(id, SCOPES)));
  return { everything, documents, passages, rows };
}
