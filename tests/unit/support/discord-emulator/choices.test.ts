import { describe, expect, it } from 'vitest';
import { checkChoices } from '../../../support/discord-emulator/check-choices.js';

describe('the choices that a bot offers', () => {
  it.each([
    ['26 choices', { choices: Array.from({ length: 26 }, () => ({ name: 'a', value: 'a' })) }],
    ['a name of 101 characters', { choices: [{ name: '长'.repeat(101), value: 'a' }] }],
    ['a value of 101 characters', { choices: [{ name: 'a', value: 'a'.repeat(101) }] }],
    ['an empty name', { choices: [{ name: '', value: 'a' }] }],
    ['no choices at all', {}],
  ])('are refused where there are %s', (_, data) => {
    expect(() => checkChoices(data)).toThrow('Invalid Form Body');
  });
});
