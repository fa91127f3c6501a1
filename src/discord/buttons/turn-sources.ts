import type { Engine } from '../../answering/engine.js';
import type { Words } from '../../wording/words.js';
import type { OutgoingMessage } from '../rendering/message.js';
import { renderSources } from '../rendering/render-sources.js';
import type { Button } from './button.js';
import { readPage } from './page-fields.js';
import { turnButtons } from './turn-buttons.js';

/** Stands in custom ids: it must never mean anything else. */
const ACTION = 'sources';

/** Shows another page of the documents. */
export const turnSources: Button = {
  action: ACTION,
  read: (fields) => {
    const page = fields.length === 1 ? readPage(fields[0]) : null;
    if (page === null) return null;
    return {
      place: 'in-place',
      run: async ({ engine, words, signal }) => ({
        kind: 'shown',
        message: await showSources(page, engine, words, signal),
      }),
    };
  },
};

/** A page of the documents, from 0, with the buttons that turn it. Rejects where the engine does. */
export async function showSources(
  page: number,
  engine: Engine,
  words: Words,
  signal: AbortSignal,
): Promise<OutgoingMessage> {
  const sources = await engine.sources(['global'], signal);
  return renderSources(sources, words, {
    page,
    notices: [],
    rows: (shown) => turnButtons({ action: ACTION, fields: [] }, shown, words),
  });
}
