import { lawRequest } from '../../../src/discord/asking/law-request.js';
import { parseArticle } from '../../../src/laws/citations/parse-article.js';
import { asText } from '../discord-emulator/json.js';
import type { DeedKind } from './deed-kind.js';
import type { Deed } from './deed.js';
import { slashDeed } from './slash-deed.js';
import { SOAK_ARTICLES, SOAK_LAW } from './soak-laws.js';
import type { Town } from './town.js';

const QUESTION = '什么时候施行？';
const DAY = '2015-01-01';

/** What is typed beside the name of a law. */
interface Asked {
  readonly article?: string;
  readonly question?: string;
  readonly 'as-of'?: string;
}

const requestFor = (name: string, asked: Asked) =>
  lawRequest({
    name,
    provision: asked.article === undefined ? null : parseArticle(asked.article),
    question: asked.question ?? null,
    asOf: asked['as-of'] ?? null,
  });

function law(town: Town, kind: string, name: string, asked: Asked = {}): Deed {
  const judge = town.oracle.lawOf(requestFor(name, asked));
  return slashDeed(town, kind, { name: 'law', options: { name, ...asked } }, judge);
}

/** The command that one law has of its own: such as the documents name it. */
function ownCommand(town: Town): Deed | null {
  const registered = [...town.emulator.commands.values()].flat().map(({ name }) => asText(name));
  const own = town.lawsWithCommand.filter(({ command }) => registered.includes(command));
  if (own.length === 0) return null;
  const { command, id } = town.pick(own);
  return slashDeed(town, 'command of a law', { name: command }, town.oracle.lawOf(requestFor(id, {})));
}

/** What is asked about laws: known and unknown ones, with everything that the command takes. */
export const LAW_DEEDS: readonly DeedKind[] = [
  { kind: '/law', weight: 2, act: (town) => law(town, '/law', town.pick(town.laws)) },
  {
    kind: '/law article',
    weight: 4,
    act: (town) => law(town, '/law article', SOAK_LAW, { article: town.pick(SOAK_ARTICLES) }),
  },
  { kind: '/law question', weight: 1, act: (town) => law(town, '/law question', SOAK_LAW, { question: QUESTION }) },
  { kind: '/law as-of', weight: 1, act: (town) => law(town, '/law as-of', town.pick(town.laws), { 'as-of': DAY }) },
  { kind: 'command of a law', weight: 2, act: ownCommand },
];
