import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue, type Catalogue } from '../../src/laws/catalogue/catalogue.js';
import type { Law } from '../../src/laws/law.js';

/** The text of the catalogue of laws that the project ships. */
export const shippedCatalogueText = readFileSync(join(import.meta.dirname, '..', '..', 'data', 'laws.json'), 'utf8');

/** The catalogue of laws that the project ships. */
export function shippedCatalogue(): Catalogue {
  return loadCatalogue(shippedCatalogueText);
}

/** A law with nothing known but its names; a test adds what it is about. */
export function lawNamed(id: string, title: string, facts: Partial<Law> = {}): Law {
  const none = { adopted: null, published: null, inForce: null };
  const name = { zhHans: title, zhHant: title };
  return {
    id,
    command: id,
    kind: 'law',
    title: name,
    shortTitle: name,
    english: { title: id, official: false, source: 'a test' },
    names: { zhHans: [title], zhHant: [], en: [] },
    abbreviations: [],
    subjects: [],
    lookAlikes: [],
    issuer: { zh: '甲', en: 'A' },
    number: null,
    dates: none,
    versions: [{ change: 'original', ...none, url: null }],
    replacedBy: null,
    related: [],
    address: null,
    ...facts,
  };
}
