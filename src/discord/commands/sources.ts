import { respond } from '../asking/respond.js';
import { showSources } from '../buttons/turn-sources.js';
import { operationCommand } from './operation-command.js';
import { EVERYWHERE } from './places.js';

/** `/sources`: the documents that questions are answered from, page by page. */
export const sources = operationCommand({
  data: { name: 'sources', name_localizations: { 'zh-CN': '来源', 'zh-TW': '來源' }, ...EVERYWHERE },
  describedBy: ({ sourcesDescription }) => sourcesDescription,
  respond,
  compose: ({ services: { engine }, words, signal }) => showSources(0, engine, words, signal),
});
