import { DocumentChoices } from '../../../src/discord/choices/document-choices.js';
import { LawChoices } from '../../../src/discord/choices/law-choices.js';
import { languageOfLocale } from '../../../src/discord/locale.js';
import { wordsFor } from '../../../src/wording/words-for.js';
import { asList, asObject } from '../discord-emulator/json.js';
import type { DeedKind } from './deed-kind.js';
import type { Deed } from './deed.js';
import type { Town } from './town.js';

const TYPED = ['数据', '个', '网络安', 'gb', 'personal', '风', 'wlaq', 'zz', ''] as const;
const TITLES = ['0', '00', '新华', '网络', 'x'] as const;

interface Completed {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
}

function complete(town: Town, { command, option, typed }: Completed): Deed {
  const who = { ...town.somebody(), locale: town.locale() };
  const options = command === 'ask' ? { question: '?', [option]: typed } : { [option]: typed };
  const { engine } = town.oracle;
  return {
    id: town.emulator.type({ name: command, options, ...who }, option),
    kind: 'autocompletion',
    way: 'interaction',
    channel: who.server.channel,
    ending: 'one',
    judge: async ({ body }) => {
      const words = wordsFor(languageOfLocale(who.locale));
      const expected =
        option === 'document'
          ? await new DocumentChoices(engine).suggest(typed)
          : await new LawChoices(engine).suggest(typed, words);
      const values = asList(body.choices).map((choice) => asObject(choice).value);
      const right = JSON.stringify(values) === JSON.stringify(expected.map(({ value }) => value));
      return right ? null : `choices are ${expected.length}`;
    },
  };
}

/** Options that are completed while somebody types. */
export const COMPLETION_DEEDS: readonly DeedKind[] = [
  {
    kind: 'autocompletion',
    weight: 4,
    act: (town) => complete(town, { command: 'law', option: 'name', typed: town.pick(TYPED) }),
  },
  {
    kind: 'autocompletion',
    weight: 2,
    act: (town) => complete(town, { command: 'ask', option: 'law', typed: town.pick(TYPED) }),
  },
  {
    kind: 'autocompletion',
    weight: 2,
    act: (town) => complete(town, { command: 'ask', option: 'document', typed: town.pick(TITLES) }),
  },
];
