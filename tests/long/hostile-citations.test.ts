import { describe, expect, it } from 'vitest';
import { findCitations } from '../../src/laws/citations/find-citations.js';
import { findMentions } from '../../src/laws/names/find-mentions.js';
import { StepCounter } from '../../src/laws/step-counter.js';
import { HOSTILE_PIECES, hostileText } from '../support/hostile-citations.js';
import { shippedCatalogue } from '../support/shipped-catalogue.js';

const MILLION = 1_000_000;
const catalogue = shippedCatalogue();

describe('a million characters', () => {
  const mixed = HOSTILE_PIECES.map((piece) => hostileText(piece, 70_000)).join('');
  it.each([...HOSTILE_PIECES, mixed].map((piece) => [piece.slice(0, 24), piece]))(
    'of %j are read in at most 50 steps a character',
    (_, piece) => {
      const text = hostileText(piece, MILLION);
      const [citations, mentions] = [new StepCounter(), new StepCounter()];
      findCitations(text, catalogue, '2026-11-21', citations);
      findMentions(text, catalogue.matcher, mentions);
      expect(text).toHaveLength(MILLION);
      expect(citations.steps).toBeGreaterThanOrEqual(MILLION / 20);
      expect(citations.steps).toBeLessThanOrEqual(50 * MILLION);
      expect(mentions.steps).toBeLessThanOrEqual(50 * MILLION);
    },
  );
});
