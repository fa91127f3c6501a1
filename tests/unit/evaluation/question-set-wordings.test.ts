import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseQuestion } from '../../../src/retrieval/parse-question.js';
import { detectLanguage } from '../../../src/shared/language.js';

/** One line of the file: a question in plain words, and the same with words that praise or revile its subject. */
interface Wordings {
  readonly id: string;
  readonly language: string;
  readonly slant: 'for' | 'against';
  readonly neutral: string;
  readonly loaded: string;
}

const FILE = join(import.meta.dirname, '..', '..', 'data', 'loaded-wordings.jsonl');
const wordings = readFileSync(FILE, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Wordings);
const texts = wordings.flatMap(({ neutral, loaded }) => [neutral, loaded]);

const lettersOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];

/** Whether the second list holds the items of the first in their order, others between them or not. */
function isSubsequence(items: readonly string[], list: readonly string[]): boolean {
  let found = 0;
  for (const item of list) if (item === items[found]) found += 1;
  return found === items.length;
}

describe('tests/data/loaded-wordings.jsonl', () => {
  it('holds ten neutral and ten loaded wordings, half of these for and half against, each id and text once', () => {
    expect(wordings).toHaveLength(10);
    expect(wordings.filter(({ slant }) => slant === 'for')).toHaveLength(5);
    expect(wordings.filter(({ slant }) => slant === 'against')).toHaveLength(5);
    expect(new Set(wordings.map(({ id }) => id)).size).toBe(10);
    expect(new Set(texts).size).toBe(20);
  });

  it('asks in all three languages, and each question in the one that it names', () => {
    expect(new Set(wordings.map(({ language }) => language))).toEqual(new Set(['zh-Hans', 'zh-Hant', 'en']));
    for (const { id, language, neutral, loaded } of wordings)
      expect([id, detectLanguage(neutral), detectLanguage(loaded)]).toEqual([id, language, language]);
  });

  it('holds questions that can be asked', () => {
    expect(texts.filter((text) => !parseQuestion(text, { scopes: ['global'] }).ok)).toEqual([]);
  });

  it.each(wordings)('only adds words to $id: every letter of the question stays, in its order', (wording) => {
    const [neutral, loaded] = [lettersOf(wording.neutral), lettersOf(wording.loaded)];
    expect(isSubsequence(neutral, loaded)).toBe(true);
    expect(loaded.length).toBeGreaterThan(neutral.length);
  });
});
