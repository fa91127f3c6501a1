import { describe, expect, it } from 'vitest';
import { statusOf } from '../../../../src/laws/catalogue/law-status.js';
import { lawNamed, shippedCatalogue } from '../../../support/shipped-catalogue.js';

const catalogue = shippedCatalogue();
const stateOf = (id: string, day: string): string => {
  const law = catalogue.byId(id);
  return law === null ? 'no such law' : statusOf(law, day).state;
};
const fact = (value: string): { readonly value: string; readonly source: string } => ({ value, source: 'a test' });

describe('the status of a law on a day', () => {
  it('follows the Cybersecurity Law: adopted 2016, in force 2017-06-01, amended with effect from 2026-01-01', () => {
    const law = catalogue.byId('cybersecurity-law');
    const statusOn = (day: string): unknown => (law === null ? null : statusOf(law, day));
    expect(statusOn('2017-05-31')).toEqual({ state: 'not-yet-in-force', from: '2017-06-01' });
    expect(statusOn('2017-06-01')).toMatchObject({ state: 'in-force', since: '2017-06-01', amended: false });
    expect(statusOn('2025-12-31')).toMatchObject({ state: 'in-force', since: '2017-06-01', amended: false });
    expect(statusOn('2026-01-01')).toMatchObject({ state: 'in-force', since: '2026-01-01', amended: true });
  });

  it('is replaced from the day of the replacement on, not before', () => {
    const trial = 'network-products-services-security-review-measures-trial';
    expect(stateOf(trial, '2020-05-31')).toBe('in-force');
    expect(stateOf(trial, '2020-06-01')).toBe('replaced');
  });

  it('is unknown where no day of entry into force is known', () => {
    expect(stateOf('global-initiative-on-data-security', '2026-11-21')).toBe('unknown');
  });

  it('is unknown before the first known day where an older text of unknown days exists', () => {
    expect(stateOf('internet-news-information-service-provisions', '2010-01-01')).toBe('unknown');
    expect(stateOf('internet-news-information-service-provisions', '2017-06-01')).toBe('in-force');
  });

  it('does not take a month for a day', () => {
    const none = { adopted: null, published: null };
    const law = lawNamed('x', '甲法', {
      versions: [{ change: 'original', ...none, inForce: fact('2020-06'), url: null }],
    });
    expect(statusOf(law, '2026-01-01')).toEqual({ state: 'unknown' });
  });
});
