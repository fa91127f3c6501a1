import { respondAtOnce } from '../asking/respond-at-once.js';
import { renderHelp } from '../rendering/render-help.js';
import { operationCommand } from './operation-command.js';
import { EVERYWHERE } from './places.js';

/** `/help`: what can be asked, and how. */
export const help = operationCommand({
  data: { name: 'help', name_localizations: { 'zh-CN': '帮助', 'zh-TW': '說明' }, ...EVERYWHERE },
  describedBy: ({ helpDescription }) => helpDescription,
  respond: respondAtOnce,
  compose: ({ words }) => Promise.resolve(renderHelp(words)),
});
