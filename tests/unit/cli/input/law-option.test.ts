import { describe, expect, it } from 'vitest';
import type { LawAnswer } from '../../../../src/answering/law/law-answer.js';
import { lawOfOption } from '../../../../src/cli/input/law-option.js';
import { FakeEngine } from '../../../support/fake-engine.js';

const lawA = { id: 'a-law', title: '甲法', english: null };
const lawB = { id: 'b-law', title: '乙法', english: null };

function resolve(answer: LawAnswer): Promise<string> {
  const engine = new FakeEngine(() => Promise.reject(new Error('nothing is asked')), {
    law: () => Promise.resolve(answer),
  });
  return lawOfOption(engine, ' 甲 ', new AbortController().signal);
}

describe('the law that --law names', () => {
  it.each<readonly [string, LawAnswer, string, string]>([
    [
      'unknown',
      { kind: 'unknown', name: '甲', near: [lawA, lawB] },
      'no law',
      'Did you mean 甲法 (a-law) or 乙法 (b-law)?',
    ],
    ['like no other', { kind: 'unknown', name: '甲', near: [] }, 'no law', '`npx yinju law` lists'],
    [
      'ambiguous',
      { kind: 'ambiguous', name: '甲', candidates: [lawA, lawB] },
      'several laws',
      'It may be 甲法 (a-law) or 乙法',
    ],
  ])('is refused where the name is %s, with what may be meant', async (_, answer, message, remedy) => {
    await expect(resolve(answer)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(message) as string,
      remedy: expect.stringContaining(remedy) as string,
    });
  });
});
