import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileUnit } from '../../../support/store-operations.js';
import { storableText } from '../../../../src/store/sql/storable-text.js';

describe('the text that may be stored', () => {
  it('is the text where it holds no number of a person', () => {
    for (const text of ['', '《网络安全法》第21条？', '2016-11-07', '11010119900307', '👩‍⚖️ 𠮷'])
      expect(storableText(text)).toBe(text);
  });

  it('has … for numbers of fifteen digits and more', () => {
    expect(storableText('<@123456789012345678> 和 11010119900307775X')).toBe('<@…> 和 …X');
  });

  it('has U+FFFD for what one of the databases cannot keep', () => {
    expect(storableText('a\0b\ud800c\udc00')).toBe('a\ufffdb\ufffdc\ufffd');
  });

  it('never holds an id of Discord, and is the same when made storable again', () => {
    const id = fc.bigInt({ min: 10n ** 16n, max: 10n ** 20n - 1n }).map(String);
    const hostileText = fc.string({ unit: hostileUnit });
    fc.assert(
      fc.property(hostileText, id, hostileText, (before, user, after) => {
        const stored = storableText(before + user + after);
        expect(stored).not.toContain(user);
        expect(storableText(stored)).toBe(stored);
        expect(Buffer.from(stored, 'utf8').toString('utf8')).toBe(stored);
      }),
    );
  });
});
