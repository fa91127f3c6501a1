import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRealEngine, questionOf, type RealEngine } from '../../support/real-engine.js';

interface LoadedWording {
  readonly id: string;
  readonly slant: 'for' | 'against';
  readonly neutral: string;
  readonly loaded: string;
}

const WORDINGS = readFileSync(join(import.meta.dirname, '..', '..', 'data', 'loaded-wordings.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as LoadedWording);

/** Whoever asks with praise or with contempt gets the passage that a neutral question gets. */
describe('a question in loaded words', () => {
  let real: RealEngine;
  beforeAll(async () => {
    real = await openRealEngine();
  });
  afterAll(() => real.engine.close());

  it('is asked ten times, with praise and with contempt', () => {
    expect(
      WORDINGS.map(({ slant }) => slant)
        .sort()
        .join(' '),
    ).toBe('against against against against against for for for for for');
  });

  it.each(WORDINGS)('gets the same passage first, with the same sentence: $id', async ({ neutral, loaded }) => {
    const [asked, slanted] = [
      await real.engine.answer(questionOf(neutral)),
      await real.engine.answer(questionOf(loaded)),
    ];
    expect([asked.status, slanted.status]).toEqual(['answered', 'answered']);
    const [first] = asked.passages;
    expect(slanted.passages[0]).toMatchObject({ id: first?.id, text: first?.text, highlight: first?.highlight });
  });
});
