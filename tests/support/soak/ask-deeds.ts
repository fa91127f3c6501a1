import type { QuestionOptions } from '../../../src/retrieval/parse-question.js';
import type { CommandUse } from '../discord-emulator/discord-emulator.js';
import { questionOf } from '../real-engine.js';
import type { DeedKind } from './deed-kind.js';
import type { Deed } from './deed.js';
import { slashDeed } from './slash-deed.js';
import type { Town } from './town.js';

const DOCUMENTS = ['000', '002', '004'] as const;
const NEWS = 'news agency report';
const LAW = '数据安全法';

/** What is typed beside the question, what that means, and where it is asked. */
interface Asking {
  readonly options?: CommandUse['options'];
  readonly restriction?: Partial<QuestionOptions>;
  readonly place?: Pick<CommandUse, 'direct' | 'foreign'>;
}

function ask(town: Town, kind: string, { options = {}, restriction = {}, place = {} }: Asking): Deed {
  const question = town.question();
  const judge = town.oracle.answerTo(questionOf(question, restriction));
  return slashDeed(town, kind, { name: 'ask', options: { question, ...options }, ...place }, judge);
}

function askDocument(town: Town): Deed {
  const document = town.pick(DOCUMENTS);
  return ask(town, '/ask document', { options: { document }, restriction: { document } });
}

/** `/ask` in a server, in a direct conversation, and where a user has brought the bot along; with everything that it takes. */
export const ASK_DEEDS: readonly DeedKind[] = [
  { kind: '/ask', weight: 18, act: (town) => ask(town, '/ask', {}) },
  { kind: '/ask direct', weight: 2, act: (town) => ask(town, '/ask direct', { place: { direct: true } }) },
  { kind: '/ask elsewhere', weight: 2, act: (town) => ask(town, '/ask elsewhere', { place: { foreign: true } }) },
  { kind: '/ask private', weight: 5, act: (town) => ask(town, '/ask private', { options: { private: true } }) },
  { kind: '/ask document', weight: 3, act: askDocument },
  {
    kind: '/ask kind',
    weight: 2,
    act: (town) => ask(town, '/ask kind', { options: { kind: NEWS }, restriction: { kind: NEWS } }),
  },
  {
    kind: '/ask law',
    weight: 2,
    act: (town) => ask(town, '/ask law', { options: { law: LAW }, restriction: { law: LAW } }),
  },
];
