// Uses the store in a process of its own, as a shard of the bot does.
//   node store-child.js FILE NAME COUNT
// Waits for a line on standard input, so that several begin at the same moment. Then asks COUNT questions as the user NAME,
// and says after each that it is kept. Runs what was compiled: a child process cannot run TypeScript.
import { once } from 'node:events';
import { systemClock } from '../../build/shared/clock.js';
import { silentLogger } from '../../build/shared/logger.js';
import { openStore } from '../../build/store/open-store.js';

const [file, name, count] = process.argv.slice(2);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const store = await openStore({
  location: { kind: 'sqlite', file },
  clock: systemClock,
  logger: silentLogger,
  logQuestions: true,
  retentionDays: 30,
});
for (let index = 0; index < Number(count); index += 1) {
  const asked = { kind: 'question', guild: '1', channel: '2', user: name, status: 'none', strength: 'none' };
  await store.questions.record({ ...asked, text: `${name} ${index}` });
  await store.settings.change('1', { channels: { [`${name}-${index}`]: { mode: 'all' } } });
  process.stdout.write(`kept ${index}\n`);
}
await store.close();
process.stdin.destroy();
