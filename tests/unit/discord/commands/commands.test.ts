import { describe, expect, it } from 'vitest';
import type { APIApplicationCommandOption } from 'discord.js';
import { codePoints, COMMAND_NAME, DISCORD_LIMITS } from '../../../../src/discord/rendering/limits.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { checkCommands } from '../../../support/discord-emulator/check-commands.js';
import { asObject } from '../../../support/discord-emulator/json.js';
import { officialDescription } from '../../../support/discord-emulator/official-description.js';
import { EVERY_COMMAND, plainCommands } from '../../../support/every-command.js';

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

const texts: readonly Texts[] = EVERY_COMMAND.flatMap((command) => [
  command,
  ...(command.options ?? []).flatMap(withNested),
]);
const valuesOf = (value: unknown): readonly string[] => Object.values(asObject(value)).map(String);

describe('the commands', () => {
  it('are accepted by Discord', () => {
    expect(() => checkCommands(plainCommands())).not.toThrow();
    expect(EVERY_COMMAND.length).toBeLessThanOrEqual(DISCORD_LIMITS.chatInputCommands);
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
    const named = EVERY_COMMAND.map((one) => `${one.name}: ${String(asObject(one.name_localizations)[locale])}`);
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
      const names = plainCommands().map(
        (one) => `${String(one.type)} ${String(asObject(one.name_localizations)[locale])}`,
      );
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  it.skipIf(officialDescription() === null)('are as the official description wants them', () => {
    expect(officialDescription()?.problems('PUT', '/applications/1/commands', plainCommands())).toEqual([]);
  });
});
