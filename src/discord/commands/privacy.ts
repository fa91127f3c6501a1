import { respondAtOnce } from '../asking/respond-at-once.js';
import { renderPrivacy } from '../rendering/render-privacy.js';
import { operationCommand } from './operation-command.js';
import { EVERYWHERE } from './places.js';

/** `/privacy`: what is kept of the user, with buttons to export and to delete it. */
export const privacy = operationCommand({
  data: { name: 'privacy', name_localizations: { 'zh-CN': '隐私', 'zh-TW': '隱私權' }, ...EVERYWHERE },
  describedBy: ({ privacyDescription }) => privacyDescription,
  respond: respondAtOnce,
  compose: ({ services: { store }, words }) => Promise.resolve(renderPrivacy(store.retention, words)),
});
