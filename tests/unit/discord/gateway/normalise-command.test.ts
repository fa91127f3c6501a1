import { describe, expect, it } from 'vitest';
import { commandsFingerprint } from '../../../../src/discord/gateway/normalise-command.js';
import { storedCommand, withoutLocalisations } from '../../../support/discord-emulator/check-commands.js';
import type { JsonObject } from '../../../support/discord-emulator/json.js';
import { EVERY_COMMAND, plainCommands } from '../../../support/every-command.js';

describe('commandsFingerprint', () => {
  const stored = (guild: string | null): readonly JsonObject[] =>
    plainCommands().map((one, at) => storedCommand(one, String(at + 1), '9', guild));

  it('is the same for a command and what Discord returns for it', () => {
    expect(commandsFingerprint(stored(null), 'global')).toBe(commandsFingerprint(EVERY_COMMAND, 'global'));
    expect(commandsFingerprint(stored('7'), 'guild')).toBe(commandsFingerprint(EVERY_COMMAND, 'guild'));
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
    const changed = plainCommands().map((one) => ({ ...one, ...change }));
    expect(commandsFingerprint(changed, 'global')).not.toBe(commandsFingerprint(EVERY_COMMAND, 'global'));
  });

  it('changes with one command more, and with localisations left out', () => {
    expect(commandsFingerprint([...stored(null), { name: 'old', description: 'old' }], 'global')).not.toBe(
      commandsFingerprint(EVERY_COMMAND, 'global'),
    );
    expect(commandsFingerprint(stored(null).map(withoutLocalisations), 'global')).not.toBe(
      commandsFingerprint(EVERY_COMMAND, 'global'),
    );
  });
});
