import { expect, it } from 'vitest';
import { buildIndex } from '../../../src/indexing/build-index.js';
import { openIndex } from '../../../src/indexing/open-index.js';
import { buildRequest, documentOf, openRequest } from '../../support/index-fixture.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

it('an index keeps which text of which law a document is, and that another is none', async () => {
  const folder = await temporaryFolder();
  const law = { id: 'a-law', name: '甲法', version: '2016-11-07', inForce: null };
  await buildIndex(buildRequest(folder, [documentOf('a', ['甲。'], { law }), documentOf('b', ['乙。'])]));
  const opened = await openIndex(openRequest(folder));
  if (opened.status !== 'ready') throw new Error(`The index is ${opened.status}`);
  const [one, other] = await opened.generation.documents(['global']);
  expect(one?.law).toEqual(law);
  expect(other).not.toHaveProperty('law');
});

it('every row is held where no words are looked for', async () => {
  const folder = await temporaryFolder();
  await buildIndex(buildRequest(folder, [documentOf('a', ['甲。', '乙。']), documentOf('b', ['丙。'])]));
  const opened = await openIndex(openRequest(folder));
  if (opened.status !== 'ready') throw new Error(`The index is ${opened.status}`);
  const filter = { scopes: ['global' as const], document: null, kind: null, law: null };
  expect(await opened.generation.rowsHolding([], filter)).toEqual([0, 1, 2]);
  expect(await opened.generation.rowsHolding([], { ...filter, document: 'b' })).toEqual([2]);
});
