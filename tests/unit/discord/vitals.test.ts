import { describe, expect, it } from 'vitest';
import type { BotObserver, BotState } from '../../../src/discord/bot-observer.js';
import { Vitals } from '../../../src/discord/vitals.js';

describe('Vitals', () => {
  it('counts the time since it was made', () => {
    let now = 500;
    const vitals = new Vitals({ now: () => new Date(0), monotonic: () => now });
    now = 3500;
    expect(vitals.uptime).toBe(3000);
  });

  const after = (times: readonly number[]) => {
    const vitals = new Vitals({ now: () => new Date(0), monotonic: () => 0 });
    times.forEach((milliseconds) => vitals.settled({ way: 'command', outcome: 'answered', milliseconds }));
    return vitals.answerTimes;
  };

  it('says nothing of answers before there was one', () => {
    expect(after([])).toBeNull();
  });

  it.each([
    [[7], { answers: 1, median: 7, slow: 7 }],
    // Sorted: 10 20 30 40. Rank ceil(0.5 * 4) = 2, rank ceil(0.95 * 4) = 4.
    [[40, 10, 30, 20], { answers: 4, median: 20, slow: 40 }],
    // 1 to 100: ranks 50 and 95.
    [Array.from({ length: 100 }, (_, index) => index + 1), { answers: 100, median: 50, slow: 95 }],
  ])('gives the nearest rank of what was measured (%#)', (times, expected) => {
    expect(after(times)).toEqual(expected);
  });

  it('measures answers only: who is told to come back is told at once', () => {
    const vitals = new Vitals({ now: () => new Date(0), monotonic: () => 0 });
    for (const outcome of ['busy', 'cooldown', 'failed', 'late', 'undelivered'] as const)
      vitals.settled({ way: 'mention', outcome, milliseconds: 1 });
    expect(vitals.answerTimes).toBeNull();
  });

  it('passes everything on to whoever operates the bot', () => {
    const told: unknown[] = [];
    const tell =
      (name: string) =>
      (...given: readonly unknown[]): void =>
        void told.push([name, ...given]);
    const observer: BotObserver = {
      settled: tell('settled'),
      judged: tell('judged'),
      failed: tell('failed'),
      gatewayChanged: tell('gatewayChanged'),
      discordResponded: tell('discordResponded'),
      began: tell('began'),
    };
    const vitals = new Vitals({ now: () => new Date(0), monotonic: () => 0 }, observer);
    const question = { way: 'menu', outcome: 'busy', milliseconds: 3 } as const;
    const queue = { waiting: 0, running: 0 };
    const state = (): BotState => ({ connected: true, heartbeat: null, servers: 1, queue, inFlight: 0 });
    vitals.settled(question);
    vitals.judged('law', 'weak');
    vitals.failed('network');
    vitals.gatewayChanged('lost');
    vitals.discordResponded(404);
    vitals.began(state);
    expect(told).toEqual([
      ['settled', question],
      ['judged', 'law', 'weak'],
      ['failed', 'network'],
      ['gatewayChanged', 'lost'],
      ['discordResponded', 404],
      ['began', state],
    ]);
  });

  it('forgets all but the last 200', () => {
    const old = Array.from({ length: 300 }, () => 9000);
    const recent = Array.from({ length: 200 }, () => 5);
    expect(after([...old, ...recent])).toEqual({ answers: 200, median: 5, slow: 5 });
  });
});
