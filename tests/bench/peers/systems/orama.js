import { create, insertMultiple, search } from '@orama/orama';
import { stopwords } from '@orama/stopwords/mandarin';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import { readPassages } from '../material.js';

/** Orama over the texts of the passages, as its page on Chinese sets it up. */
export async function open({ material }) {
  const database = await create({
    schema: { text: 'string' },
    components: { tokenizer: await createTokenizer({ stopWords: stopwords }) },
  });
  await insertMultiple(database, readPassages(material));
  return {
    async search(question, limit) {
      const { hits } = await search(database, { term: question, properties: ['text'], limit });
      return { answered: true, places: hits.map(({ id }) => [id]) };
    },
  };
}
