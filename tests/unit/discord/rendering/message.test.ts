import { ButtonStyle, ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { codePoints } from '../../../../src/discord/rendering/limits.js';
import {
  containerMessage,
  fitsLimits,
  separator,
  sizeOf,
  textDisplay,
  type OutgoingMessage,
} from '../../../../src/discord/rendering/message.js';
import { checkMessage } from '../../../support/discord-emulator/check-message.js';

const accepted = (message: OutgoingMessage): boolean => {
  try {
    checkMessage({ flags: 1 << 15, components: message.components });
    return true;
  } catch {
    return false;
  }
};
const button = (id: number) => ({
  type: ComponentType.Button as const,
  style: ButtonStyle.Secondary as const,
  custom_id: `y1:a:${id}`,
  label: '甲',
});
const row = (buttons: number, first = 0) => ({
  type: ComponentType.ActionRow as const,
  components: Array.from({ length: buttons }, (_, at) => button(first + at)),
});
const section = (content: string, id: number) => ({
  type: ComponentType.Section as const,
  components: [textDisplay(content)],
  accessory: button(id),
});
const texts = (...all: readonly string[]): OutgoingMessage => containerMessage(all.map(textDisplay));

/** A container with a text, six rows of five buttons, and some separators. */
const filled = (separators: number): OutgoingMessage =>
  containerMessage([
    textDisplay('a'),
    ...Array.from({ length: 6 }, (_, at) => row(5, at * 5)),
    ...Array.from({ length: separators }, separator),
  ]);

describe('codePoints', () => {
  it('counts characters outside the basic plane once', () => {
    expect([codePoints(''), codePoints('ab'), codePoints('网络'), codePoints('😀𠮷')]).toEqual([0, 2, 2, 2]);
  });
});

describe('the limits of a message', () => {
  it('counts the container, and UTF-8 bytes with 12 for every text', () => {
    const message = containerMessage([textDisplay('网络'), separator(), textDisplay('ab😀')]);
    // 3 + 3 bytes, 1 + 1 + 4 bytes, and twice 12
    expect(sizeOf(message)).toEqual({ components: 4, codePoints: 5, weight: 6 + 6 + 24 });
  });

  it('counts rows with their buttons, and sections with their texts and what stands beside them', () => {
    const message = containerMessage([textDisplay('a'), section('网', 9), row(3)]);
    // container, text, section, its text, its button, row, three buttons; labels are no text displays
    expect(sizeOf(message)).toEqual({ components: 9, codePoints: 2, weight: 1 + 3 + 2 * 12 });
  });

  it.each([
    ['4000 characters', texts('a'.repeat(4000)), true],
    ['4001 characters', texts('a'.repeat(4001)), false],
    ['4000 characters in two texts', texts('a'.repeat(2000), 'b'.repeat(2000)), true],
    ['4001 characters in two texts', texts('a'.repeat(2000), 'b'.repeat(2001)), false],
    // (10170 - 12) / 3 = 3386: Chinese characters of three bytes each
    ['3386 Chinese characters', texts('网'.repeat(3386)), true],
    ['3387 Chinese characters', texts('网'.repeat(3387)), false],
    // (10170 - 2 * 12) / 3 = 3382
    ['3382 Chinese characters in two texts', texts('网'.repeat(3000), '网'.repeat(382)), true],
    ['3383 Chinese characters in two texts', texts('网'.repeat(3000), '网'.repeat(383)), false],
    // (10170 - 12) / 4 = 2539.5: emoji of four bytes and two UTF-16 units each
    ['2539 emoji', texts('😀'.repeat(2539)), true],
    ['2540 emoji', texts('😀'.repeat(2540)), false],
    // a container, a text, and six rows of six components each (a row and five buttons) are 38
    ['40 components, most of them buttons', filled(2), true],
    ['41 components, most of them buttons', filled(3), false],
    [
      '4001 characters, one of them in a section',
      containerMessage([textDisplay('a'.repeat(4000)), section('b', 1)]),
      false,
    ],
    ['40 components', containerMessage([textDisplay('a'), ...Array.from({ length: 38 }, separator)]), true],
    ['41 components', containerMessage([textDisplay('a'), ...Array.from({ length: 39 }, separator)]), false],
  ])('%s', (_, message, fits) => {
    expect(fitsLimits(message)).toBe(fits);
    // The emulator, which counts by itself, agrees.
    expect(accepted(message)).toBe(fits);
  });
});
