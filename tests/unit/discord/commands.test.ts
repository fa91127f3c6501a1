import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS, commandNamed } from '../../../src/discord/commands/all-commands.js';
import { codePoints, COMMAND_NAME, DISCORD_LIMITS } from '../../../src/discord/limits.js';
import { languageOfLocale } from '../../../src/discord/locale.js';
import { commandsFingerprint } from '../../../src/discord/normalise-command.js';
import { checkCommands, storedCommand, withoutLocalisations } from '../../support/discord-emulator/check-commands.js';
import { asObject, type JsonObject } from '../../support/discord-emulator/json.js';

const data = ALL_COMMANDS.map(({ data: one }) => one);
const plain = (): readonly JsonObject[] => data.map((one) => asObject(JSON.parse(JSON.stringify(one))));

interface Texts {
  readonly name: string;
  readonly description: string;
  readonly name_localizations?: unknown;
  readonly description_localizations?: unknown;
}

const texts: readonly Texts[] = data.flatMap((command) => [command, ...(command.options ?? [])]);
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

  it('speak simplified and traditional Chinese, which differ where the script does', () => {
    for (const one of texts)
      for (const localised of [asObject(one.name_localizations), asObject(one.description_localizations)]) {
        expect(Object.keys(localised).sort()).toEqual(['zh-CN', 'zh-TW']);
        expect(valuesOf(localised).every((text) => /\p{Script=Han}/u.test(text))).toBe(true);
      }
    expect(asObject(texts[0]?.name_localizations)).toEqual({ 'zh-CN': '提问', 'zh-TW': '提問' });
  });

  it('are found by name', () => {
    expect(commandNamed('ask')?.data.name).toBe('ask');
    expect(commandNamed('an-older-one')).toBeNull();
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
