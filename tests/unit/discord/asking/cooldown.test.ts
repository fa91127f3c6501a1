import { property, array, assert, nat, record, constantFrom } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cooldown } from '../../../../src/discord/asking/cooldown.js';

/** Does it as often as it may without waiting; how often that was. */
function fill(cooldown: Cooldown, key: string, now: number): number {
  let times = 0;
  while (cooldown.wait(key, now) === 0) {
    cooldown.count(key, now);
    times += 1;
  }
  return times;
}

describe('Cooldown', () => {
  it('allows a burst at once, then says how long to wait', () => {
    const cooldown = new Cooldown({ burst: 3, interval: 12_000 });
    expect(fill(cooldown, 'user', 1000)).toBe(3);
    expect(cooldown.wait('user', 1000)).toBe(12_000);
    expect(cooldown.wait('user', 8000)).toBe(5000);
    expect(cooldown.wait('user', 13_000)).toBe(0);
  });

  it('allows one more an interval, and the whole burst after a rest', () => {
    const cooldown = new Cooldown({ burst: 2, interval: 1000 });
    expect(fill(cooldown, 'user', 0)).toBe(2);
    expect(fill(cooldown, 'user', 1000)).toBe(1);
    expect(fill(cooldown, 'user', 3000)).toBe(2);
    expect(fill(cooldown, 'user', 1_000_000)).toBe(2);
  });

  it('counts each key by itself', () => {
    const cooldown = new Cooldown({ burst: 1, interval: 1000 });
    cooldown.count('one', 0);
    expect([cooldown.wait('one', 0), cooldown.wait('other', 0)]).toEqual([1000, 0]);
  });

  it('knows no limit where the interval is 0', () => {
    const cooldown = new Cooldown({ burst: 1, interval: 0 });
    for (let times = 0; times < 100; times += 1) cooldown.count('user', 0);
    expect(cooldown.wait('user', 0)).toBe(0);
    expect(cooldown.size).toBe(0);
  });

  it('forgets keys whose time has run out', () => {
    const cooldown = new Cooldown({ burst: 1, interval: 1000 });
    for (let user = 0; user < 5000; user += 1) cooldown.count(`user ${user}`, user * 10);
    // One every 10 ms, each remembered for a second: 100 of them at any time, and those below the border of the sweep.
    expect(cooldown.size).toBeLessThanOrEqual(1000);
  });

  it('never allows more than burst and rate together, whoever asks when', () => {
    const attempts = array(record({ key: constantFrom('a', 'b'), after: nat(3000) }), { maxLength: 60 });
    assert(
      property(attempts, nat(4), nat(2000), (asked, moreThanOne, interval) => {
        const burst = 1 + moreThanOne;
        const cooldown = new Cooldown({ burst, interval: interval + 1 });
        const allowed = new Map<string, number[]>();
        let now = 0;
        for (const { key, after } of asked) {
          now += after;
          if (cooldown.wait(key, now) > 0) continue;
          cooldown.count(key, now);
          allowed.set(key, [...(allowed.get(key) ?? []), now]);
        }
        for (const times of allowed.values())
          for (const [first, from] of times.entries())
            for (const [last, to] of times.entries())
              if (last >= first)
                expect(last - first + 1).toBeLessThanOrEqual(burst + Math.floor((to - from) / (interval + 1)));
      }),
    );
  });

  it('allows it after exactly the wait that it named', () => {
    assert(
      property(array(nat(500), { minLength: 1, maxLength: 20 }), (gaps) => {
        const cooldown = new Cooldown({ burst: 2, interval: 300 });
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          const wait = cooldown.wait('user', now);
          if (wait > 0) expect(cooldown.wait('user', now + wait - 1)).toBe(1);
          expect(cooldown.wait('user', now + wait)).toBe(0);
          if (wait === 0) cooldown.count('user', now);
        }
      }),
    );
  });
});
