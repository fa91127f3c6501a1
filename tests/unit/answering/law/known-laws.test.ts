import { describe, expect, it } from 'vitest';
import { knownLaws } from '../../../../src/answering/law/known-laws.js';
import { shippedCatalogue } from '../../../support/shipped-catalogue.js';

describe('knownLaws', () => {
  it('adds a law that is known by its text alone, and no law twice', () => {
    const catalogue = shippedCatalogue();
    const names = () => [
      { law: 'cybersecurity-law', name: '网络安全法' },
      { law: '刑法', name: '刑法' },
    ];
    const laws = knownLaws(catalogue, { names }, new Map([['cybersecurity-law', 3]]));
    expect(laws).toHaveLength(catalogue.laws.length + 1);
    expect(laws.find(({ id }) => id === 'cybersecurity-law')?.entry?.mentions).toBe(3);
    expect(laws.at(-1)).toEqual({
      id: '刑法',
      title: { zhHans: '刑法', zhHant: '刑法' },
      english: null,
      names: ['刑法'],
      entry: null,
    });
  });
});
