import { describe, expect, it } from 'vitest';
import type { APIApplicationCommandOption } from 'discord.js';
import { knownLaws, type KnownLaw } from '../../../../src/answering/known-laws.js';
import { botCommands } from '../../../../src/discord/commands/all-commands.js';
import { lawCommands, MOST_LAW_COMMANDS } from '../../../../src/discord/commands/law-commands.js';
import { codePoints, COMMAND_NAME, DISCORD_LIMITS } from '../../../../src/discord/rendering/limits.js';
import { languageOfLocale } from '../../../../src/discord/locale.js';
import { commandsFingerprint } from '../../../../src/discord/gateway/normalise-command.js';
import { foldText } from '../../../../src/shared/fold-text.js';
import {
  checkCommands,
  storedCommand,
  withoutLocalisations,
} from '../../../support/discord-emulator/check-commands.js';
import { asObject, type JsonObject } from '../../../support/discord-emulator/json.js';
import { officialDescription } from '../../../support/discord-emulator/official-description.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { lawNamed, shippedCatalogue } from '../../../support/shipped-catalogue.js';

const catalogue = shippedCatalogue();
/** As if each law were named once: then every one that may have a command has one. */
const EVERY_LAW = knownLaws(catalogue, { names: () => [] }, new Map(catalogue.laws.map(({ id }) => [id, 1])));
const IDS = catalogue.laws.map(({ id }) => id);

const data = botCommands(EVERY_LAW, IDS).map(({ data: one }) => one);
const plain = (): readonly JsonObject[] => data.map((one) => asObject(JSON.parse(JSON.stringify(one))));

interface Texts {
  readonly name: string;
  readonly description: string;
  readonly name_localizations?: unknown;
  readonly description_localizations?: unknown;
}

/** An option, and those of a subcommand. */
const withNested = (option: APIApplicationCommandOption): readonly Texts[] => [
  option,
  ...('options' in option ? (option.options ?? []).flatMap(withNested) : []),
];

const texts: readonly Texts[] = data.flatMap((command) => [command, ...(command.options ?? []).flatMap(withNested)]);
const valuesOf = (value: unknown): readonly string[] => Object.values(asObject(value)).map(String);

describe('the commands', () => {
  it('are accepted by Discord', () => {
    expect(() => checkCommands(plain())).not.toThrow();
    expect(data.length).toBeLessThanOrEqual(DISCORD_LIMITS.chatInputCommands);
  });

  it('have names and descriptions within the limits, in every language', () => {
    for (const one of texts) {
      const names = [one.name, ...valuesOf(one.name_localizations)];
      expect(names.filter((name) => !COMMAND_NAME.test(name) || name !== name.toLowerCase())).toEqual([]);
      const lengths = [one.description, ...valuesOf(one.description_localizations)].map(codePoints);
      expect(Math.min(...lengths)).toBeGreaterThan(0);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(DISCORD_LIMITS.commandDescription);
    }
  });

  it.each([
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
  ] as const)('have the names by which the Chinese words of the bot call them (%s)', (locale, language) => {
    const { discord } = wordsFor(language);
    const { help } = discord.operation;
    const { buttons } = discord;
    const said = [...help.ways, help.privacy, ...discord.help, discord.commandGone, buttons.lawGone].join('\n');
    const called = [...said.matchAll(/\/(\p{L}+)（\/(\w+)）/gu)].map(([, shown, name]) => `${name}: ${shown}`);
    expect(new Set(called).size).toBe(6);
    const named = data.map((one) => `${one.name}: ${String(asObject(one.name_localizations)[locale])}`);
    expect(called.filter((one) => !named.includes(one))).toEqual([]);
    // None is called by its English name alone.
    expect(said.match(/(?<!（)\/[a-z]+/g) ?? []).toEqual([]);
  });

  it('speak simplified and traditional Chinese, which differ where the script does', () => {
    for (const one of texts)
      for (const localised of [asObject(one.name_localizations), asObject(one.description_localizations)]) {
        expect(Object.keys(localised).sort()).toEqual(['zh-CN', 'zh-TW']);
        expect(valuesOf(localised).every((text) => /\p{Script=Han}/u.test(text))).toBe(true);
      }
    expect(asObject(texts[0]?.name_localizations)).toEqual({ 'zh-CN': '提问', 'zh-TW': '提問' });
  });

  it('have different names in every language', () => {
    for (const locale of ['zh-CN', 'zh-TW']) {
      const names = plain().map((one) => `${String(one.type)} ${String(asObject(one.name_localizations)[locale])}`);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  it.skipIf(officialDescription() === null)('are as the official description wants them', () => {
    expect(officialDescription()?.problems('PUT', '/applications/1/commands', plain())).toEqual([]);
  });
});

describe('the commands of laws', () => {
  const known = (id: string, mentions: number, facts: Parameters<typeof lawNamed>[2] = {}): KnownLaw => {
    const law = lawNamed(id, `${id}法`, facts);
    return { id, title: law.title, english: id, names: [], entry: { law, mentions } };
  };
  const namesOf = (laws: readonly KnownLaw[], choice: 'all' | readonly string[]): readonly string[] =>
    lawCommands(laws, choice).map((one) => one.data.name);

  it('are there for every law and regulation that the documents name, the most named first', () => {
    const laws = [
      known('unnamed', 0),
      known('rule', 1, { kind: 'departmental rule' }),
      known('regulation', 2, { kind: 'administrative regulation' }),
      known('plan', 9, { kind: 'strategy or plan' }),
      known('law', 3),
      { ...known('by-text', 5), entry: null },
    ];
    expect(namesOf(laws, 'all')).toEqual(['law', 'regulation', 'rule']);
  });

  it('are at most 40', () => {
    const laws = Array.from({ length: 60 }, (_, at) => known(`law-${at}`, at + 1));
    expect(namesOf(laws, 'all')).toHaveLength(MOST_LAW_COMMANDS);
    expect(namesOf(laws, 'all')[0]).toBe('law-59');
  });

  it('are those that were chosen, in their order, whatever their kind; none for what is no law', () => {
    const laws = [known('plan', 0, { kind: 'strategy or plan' }), known('law', 3), known('other', 1)];
    expect(namesOf(laws, ['law', 'plan', 'no-law'])).toEqual(['law', 'plan']);
    expect(namesOf(laws, [])).toEqual([]);
  });

  it('show the title of the law to Chinese clients, which changes script only', () => {
    const [command] = lawCommands(EVERY_LAW, ['cybersecurity-law']);
    expect(command?.data).toMatchObject({
      name: 'cybersecurity-law',
      name_localizations: { 'zh-CN': '网络安全法', 'zh-TW': '網絡安全法' },
      description: "Facts, articles and passages: Cybersecurity Law of the People's Republic of China",
      options: [{ name: 'article' }, { name: 'question' }],
    });
    for (const { data: one } of lawCommands(EVERY_LAW, IDS)) {
      const localised = asObject(one.name_localizations);
      expect(foldText(String(localised['zh-TW']))).toBe(foldText(String(localised['zh-CN'])));
    }
  });

  it.each([
    // Brackets are no part of a name of a command.
    ['internet-x', '甲办法（试行）', '甲办法试行'],
    // So are capitals.
    ['app-law', 'App规定', 'app规定'],
  ])('of %s is shown for 《%s》 as %s', (id, title, name) => {
    const law = lawNamed(id, title);
    const laws = [{ id, title: law.title, english: id, names: [], entry: { law, mentions: 1 } }];
    expect(lawCommands(laws, 'all')[0]?.data.name_localizations).toEqual({ 'zh-CN': name, 'zh-TW': name });
  });

  it('take a shorter name where the title is too long, and the name in Latin letters where none is short enough', () => {
    const long = '长'.repeat(33);
    const both = { zhHans: [long, '短名'], zhHant: [long, '短名'], en: [] };
    const laws = [
      known('shorter', 2, { shortTitle: { zhHans: long, zhHant: long }, names: both }),
      known('none', 1, {
        shortTitle: { zhHans: long, zhHant: long },
        names: { zhHans: [long], zhHant: [long], en: [] },
      }),
    ];
    const [shorter, none] = lawCommands(laws, 'all').map((one) => one.data.name_localizations);
    expect(shorter).toEqual({ 'zh-CN': '短名', 'zh-TW': '短名' });
    expect(none).toBeUndefined();
  });
});

describe('commandsFingerprint', () => {
  const stored = (guild: string | null): readonly JsonObject[] =>
    plain().map((one, at) => storedCommand(one, String(at + 1), '9', guild));

  it('is the same for a command and what Discord returns for it', () => {
    expect(commandsFingerprint(stored(null), 'global')).toBe(commandsFingerprint(data, 'global'));
    expect(commandsFingerprint(stored('7'), 'guild')).toBe(commandsFingerprint(data, 'guild'));
  });

  it('does not depend on the order of commands, keys and languages', () => {
    const one = { name: 'a', description: 'A', name_localizations: { 'zh-CN': '甲', 'zh-TW': '乙' } };
    const same = { name_localizations: { 'zh-TW': '乙', 'zh-CN': '甲' }, description: 'A', name: 'a' };
    const other = { name: 'b', description: 'B' };
    expect(commandsFingerprint([one, other], 'global')).toBe(commandsFingerprint([other, same], 'global'));
  });

  it.each([
    ['a description', { description: 'another' }],
    ['a localisation', { name_localizations: { 'zh-CN': '别的' } }],
    ['an option', { options: [] }],
    ['a place', { contexts: [0] }],
  ])('changes with %s', (_, change) => {
    const changed = plain().map((one) => ({ ...one, ...change }));
    expect(commandsFingerprint(changed, 'global')).not.toBe(commandsFingerprint(data, 'global'));
  });

  it('changes with one command more, and with localisations left out', () => {
    expect(commandsFingerprint([...stored(null), { name: 'old', description: 'old' }], 'global')).not.toBe(
      commandsFingerprint(data, 'global'),
    );
    expect(commandsFingerprint(stored(null).map(withoutLocalisations), 'global')).not.toBe(
      commandsFingerprint(data, 'global'),
    );
  });
});

describe('languageOfLocale', () => {
  it.each([
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['en-GB', 'en'],
    ['de', 'other'],
  ])('%s is %s', (locale, language) => {
    expect(languageOfLocale(locale)).toBe(language);
  });
});
