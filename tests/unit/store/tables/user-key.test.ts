import { describe, expect, it } from 'vitest';
import { newSecret, userKey } from '../../../../src/store/tables/user-key.js';

describe('the keyed hash of a user', () => {
  it('is HMAC-SHA256 (test case 2 of RFC 4231)', () => {
    expect(userKey('Jefe', 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('differs from user to user and from secret to secret', () => {
    const keys = [userKey('a', '1'), userKey('a', '2'), userKey('b', '1')];
    expect(new Set(keys).size).toBe(3);
  });

  it('is made with a secret of 256 bits that no other database has', () => {
    const secrets = Array.from({ length: 50 }, newSecret);
    expect(secrets.every((secret) => /^[0-9a-f]{64}$/.test(secret))).toBe(true);
    expect(new Set(secrets).size).toBe(50);
  });
});
