// A program that behaves towards ShardingManager as a shard does. Its argument is a folder; what lies in it says how:
//   fail      it ends with code 1 before it is ready
//   stubborn  it does not end when it is asked to
//   silent-N  the shard of this id answers no question
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const [folder = ''] = process.argv.slice(2);
const told = (name) => existsSync(join(folder, name));

if (told('fail')) process.exit(1);
process.on('disconnect', () => {
  if (told('stubborn')) setInterval(() => undefined, 1000);
});
process.on('message', (message) => {
  const { SHARDS: shard } = process.env;
  if (message.yinju !== 'question' || told(`silent-${shard}`)) return;
  process.send({ yinju: 'answer', id: message.id, answer: `${message.question} of ${shard}` });
});
process.send({ _ready: true });
