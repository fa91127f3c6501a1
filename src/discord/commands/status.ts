import { heartbeatOf } from '../gateway/observe-gateway.js';
import { respondAtOnce } from '../asking/respond-at-once.js';
import { renderStatus } from '../rendering/render-status.js';
import { operationCommand } from './operation-command.js';
import { EVERYWHERE } from './places.js';

/** `/status`: what the bot works with, since when it runs and how fast it answers; also while questions wait. */
export const status = operationCommand({
  data: { name: 'status', name_localizations: { 'zh-CN': '状态', 'zh-TW': '狀態' }, ...EVERYWHERE },
  describedBy: ({ statusDescription }) => statusDescription,
  respond: respondAtOnce,
  compose: async ({ interaction, services: { engine, store, vitals, admission }, words }) => {
    const [index, database] = await Promise.all([
      engine.summary(),
      store.ping().then(
        () => true,
        () => false,
      ),
    ]);
    const gateway = heartbeatOf(interaction.client);
    const { uptime, answerTimes: answers } = vitals;
    return renderStatus({ index, uptime, gateway, answers, queue: admission.size, database }, words);
  },
});
