import { describe, expect, it } from 'vitest';
import {
  DocumentChoices,
  documentMeantBy,
  suggestDocuments,
  type NamedDocument,
} from '../../../../src/discord/choices/document-choices.js';
import type { IndexSummary } from '../../../../src/retrieval/passage-index.js';
import { checkChoices } from '../../../support/discord-emulator/check-choices.js';

const DOCUMENTS: readonly NamedDocument[] = [
  { id: '000', title: '强化治理 全力营造清朗网络空间' },
  { id: '003-1', title: '习近平对网络安全工作作出重要指示' },
  { id: '003-2', title: '网络空间治理成就 003' },
];
const values = (typed: string): readonly string[] => suggestDocuments(typed, DOCUMENTS).map(({ value }) => value);

describe('suggestDocuments', () => {
  it.each([
    ['nothing typed', '', ['000', '003-1', '003-2']],
    ['the beginning of an id', '003', ['003-1', '003-2']],
    ['a part of a title, in either script and any width', '《網絡空間', ['000', '003-2']],
    ['what no document has', '月球', []],
  ])('offers for %s', (_, typed, offered) => {
    expect(values(typed)).toEqual(offered);
  });

  it('offers at most 25, with names that Discord takes, and no id that it does not', () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ id: `a${at}`, title: '长'.repeat(200) }));
    const choices = suggestDocuments('', [{ id: 'x'.repeat(101), title: 'a' }, ...many]);
    expect(choices).toHaveLength(25);
    expect(() => checkChoices({ choices })).not.toThrow();
  });
});

describe('documentMeantBy', () => {
  it.each([
    ['an id', ' 003-1 ', '003-1'],
    ['a file with several documents', '003', '003'],
    ['a whole title', '《網絡空間治理成就 003》', '003-2'],
    ['a part of a title', '网络空间', null],
    ['a part of an id', '00', null],
    ['nothing', '  ', null],
  ])('%s', (_, typed, id) => {
    expect(documentMeantBy(typed, DOCUMENTS)).toBe(id);
  });
});

describe('DocumentChoices', () => {
  it('reads the list once for each generation, and again after a failure', async () => {
    let generation = 'a';
    let reads = 0;
    let failing = true;
    const choices = new DocumentChoices({
      summary: () => Promise.resolve({ generation } as IndexSummary),
      sources: () => {
        reads += 1;
        return failing ? Promise.reject(new Error('no')) : Promise.resolve([]);
      },
    });
    await expect(choices.find('000')).rejects.toThrow('no');
    failing = false;
    expect(await choices.find('000')).toBeNull();
    expect(await choices.suggest('')).toEqual([]);
    expect(reads).toBe(2);
    generation = 'b';
    await choices.suggest('');
    expect(reads).toBe(3);
  });
});
