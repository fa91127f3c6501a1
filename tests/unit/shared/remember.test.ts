import { describe, expect, it } from 'vitest';
import { remember } from '../../../src/shared/remember.js';

/** A remembering function, and the keys for which it worked its result out. */
function counted(limit: number) {
  const made: string[] = [];
  const lengthOf = remember(limit, (text: string) => {
    made.push(text);
    return { length: text.length };
  });
  return { made, lengthOf };
}

describe('remember', () => {
  it('works a result out once, and gives the very same again', () => {
    const { made, lengthOf } = counted(2);
    expect(lengthOf('abc')).toEqual({ length: 3 });
    expect(lengthOf('abc')).toBe(lengthOf('abc'));
    expect(made).toEqual(['abc']);
  });

  it('forgets what has not been asked for longest', () => {
    const { made, lengthOf } = counted(2);
    for (const text of ['a', 'b', 'a', 'c']) lengthOf(text);
    expect(made).toEqual(['a', 'b', 'c']);
    lengthOf('a');
    expect(made).toEqual(['a', 'b', 'c']);
    lengthOf('b');
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keeps a result of nothing too', () => {
    const made: number[] = [];
    const nothing = remember(1, (key: number): undefined => void made.push(key));
    nothing(1);
    nothing(1);
    expect(made).toEqual([1]);
  });

  it('keeps nothing where making fails: the next call tries again', () => {
    let calls = 0;
    const fails = remember(1, () => {
      calls += 1;
      throw new Error('no');
    });
    expect(() => fails(1)).toThrow('no');
    expect(() => fails(1)).toThrow('no');
    expect(calls).toBe(2);
  });
});
