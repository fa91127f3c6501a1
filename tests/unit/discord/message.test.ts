import { describe, expect, it } from 'vitest';
import { codePoints } from '../../../src/discord/limits.js';
import {
  containerMessage,
  fitsLimits,
  separator,
  sizeOf,
  textDisplay,
  type OutgoingMessage,
} from '../../../src/discord/message.js';
import { checkMessage } from '../../support/discord-emulator/check-message.js';

const accepted = (message: OutgoingMessage): boolean => {
  try {
    checkMessage({ flags: 1 << 15, components: message.components });
    return true;
  } catch {
    return false;
  }
};
const texts = (...all: readonly string[]): OutgoingMessage => containerMessage(all.map(textDisplay));

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
    ['40 components', containerMessage([textDisplay('a'), ...Array.from({ length: 38 }, separator)]), true],
    ['41 components', containerMessage([textDisplay('a'), ...Array.from({ length: 39 }, separator)]), false],
  ])('%s', (_, message, fits) => {
    expect(fitsLimits(message)).toBe(fits);
    // The emulator, which counts by itself, agrees.
    expect(accepted(message)).toBe(fits);
  });
});
