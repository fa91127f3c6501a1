import { describe, expect, it } from 'vitest';
import { outsideOf } from '../../../src/answering/outside-of.js';

const DOCUMENTS = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const OPEN = { document: null, law: null };

describe('outsideOf', () => {
  it('is every document that is not among those of the question', () => {
    expect(outsideOf({ ...OPEN, among: ['b'] }, DOCUMENTS)).toEqual(['a', 'c']);
    expect(outsideOf({ ...OPEN, among: ['c', 'a', 'gone'] }, DOCUMENTS)).toEqual(['b']);
  });

  it.each([
    ['nothing is said', OPEN],
    ['none is named', { ...OPEN, among: [] }],
    ['none of them is there', { ...OPEN, among: ['gone'] }],
    ['the question names a document', { ...OPEN, among: ['b'], document: 'a' }],
    ['the question names a law', { ...OPEN, among: ['b'], law: 'some-law' }],
  ])('is nothing where %s', (_, question) => {
    expect(outsideOf(question, DOCUMENTS)).toEqual([]);
  });
});
