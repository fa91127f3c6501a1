import { describe, expect, it } from 'vitest';
import { once } from '../../../src/shared/once.js';

describe('a constant that is worked out late', () => {
  it('is made when first asked for, and once, even where it is null', () => {
    let made = 0;
    const value = once(() => {
      made += 1;
      return null;
    });
    expect(made).toBe(0);
    expect([value(), value()]).toEqual([null, null]);
    expect(made).toBe(1);
  });

  it('is tried again after a failure', () => {
    let tries = 0;
    const value = once(() => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
      return tries;
    });
    expect(value).toThrow('not yet');
    expect(value()).toBe(2);
  });
});
