import { describe, expect, it } from 'vitest';
import type { KnownLaw } from '../../../../src/answering/law/known-laws.js';
import { LawChoices } from '../../../../src/discord/choices/law-choices.js';
import type { IndexSummary } from '../../../../src/retrieval/passage-index.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { EMPTY_INDEX } from '../../../support/fake-engine.js';

const chinese = wordsFor('zh-Hans');

const named = (id: string, name: string): KnownLaw => ({
  id,
  title: { zhHans: name, zhHant: name },
  english: null,
  names: [name],
  entry: null,
});
const FIRST = named('a', '甲法');
const SECOND = named('b', '乙法');

describe('LawChoices', () => {
  class Laws {
    asked = 0;
    generation = 'first';
    names: () => Promise<readonly KnownLaw[]> = () => Promise.resolve([FIRST]);

    lawNames = (): Promise<readonly KnownLaw[]> => {
      this.asked += 1;
      return this.names();
    };

    summary = (): Promise<IndexSummary> => Promise.resolve({ ...EMPTY_INDEX, generation: this.generation });
  }

  it('asks for the names once for each generation, however many keys are struck', async () => {
    const laws = new Laws();
    const choices = new LawChoices(laws);
    await Promise.all(['甲', '甲法', 'jf'].map((typed) => choices.suggest(typed, chinese)));
    expect(laws.asked).toBe(1);

    laws.generation = 'second';
    laws.names = () => Promise.resolve([SECOND]);
    expect(await choices.suggest('乙', chinese)).toEqual([{ name: '乙法', value: 'b' }]);
    expect(laws.asked).toBe(2);
  });

  it('asks again after names that could not be read', async () => {
    const laws = new Laws();
    const choices = new LawChoices(laws);
    laws.names = () => Promise.reject(new RangeError('not now'));
    await expect(choices.suggest('甲', chinese)).rejects.toThrow('not now');
    laws.names = () => Promise.resolve([FIRST]);
    expect(await choices.suggest('甲', chinese)).toHaveLength(1);
  });
});
