import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unsaidForms } from '../../../src/retrieval/unsaid-forms.js';
import { foldText } from '../../../src/shared/fold-text.js';

const formsOf = (question: string, said: readonly string[] = [], asked: readonly string[] = []): readonly string[] => [
  ...unsaidForms(question, new Set(said), new Set(asked)),
];

describe('unsaidForms', () => {
  it('gives the characters and words that are left unsaid, and each two that stand side by side', () => {
    expect(formsOf('罚了多少')).toEqual(['罚', '了', '罚 了', '多', '了 多', '少', '多 少']);
    expect(formsOf('how much fine', [], ['fine'])).toEqual(['how', 'much', 'how much', 'fine', 'much fine']);
  });

  it('puts one mark for all that is said, however long', () => {
    expect(formsOf('网络安全法罚多少', ['网络', '络安', '安全', '全法'])).toEqual([
      '罚',
      '_ 罚',
      '多',
      '罚 多',
      '少',
      '多 少',
    ]);
    expect(formsOf('what does the law say', ['law'], ['law'])).toEqual([
      'what',
      'does',
      'what does',
      'the',
      'does the',
      'the _',
      'say',
      '_ say',
    ]);
  });

  it('takes a pair of characters for said only where they stand together', () => {
    expect(formsOf('安心全力', ['安全'])).toContain('安');
    expect(formsOf('安全', ['安全'])).toEqual([]);
  });

  it('knows a word by its singular', () => {
    expect(formsOf('the laws', ['law'], ['law'])).toEqual(['the', 'the _']);
  });

  it('takes what the question is not looked for by for a part of a name', () => {
    expect(formsOf('does gdpr apply', [], ['apply'])).toEqual(['does', 'does _', 'apply', '_ apply']);
  });

  it('puts one mark for any number that is not said, and joins thousands', () => {
    expect(formsOf('罚50万')).toEqual(['罚', '#', '罚 #', '万', '# 万']);
    expect(formsOf('罚1,700元', ['1700'])).toEqual(['罚', '罚 _', '元', '_ 元']);
  });

  it('leaves a word of digits and letters whole', () => {
    expect(formsOf('5g rules', [], ['5g', 'rule'])).toEqual(['5g', 'rule', '5g rule']);
    expect(formsOf('the 19th congress', ['congress'], ['19th', 'congress'])).toEqual([
      'the',
      '19th',
      'the 19th',
      '19th _',
    ]);
  });

  it('leaves nothing of an apostrophe and its ending', () => {
    expect(formsOf(foldText('what’s the fine'), [], ['fine'])).toEqual(formsOf('what the fine', [], ['fine']));
  });

  it('joins nothing over punctuation', () => {
    expect(formsOf('谁,何时')).toEqual(['谁', '何', '时', '何 时']);
  });

  it('makes no form of marks alone but the number itself', () => {
    expect(formsOf('第50条', ['条'], [])).toContain('#');
    expect(formsOf('law 50', ['law'], ['law'])).toEqual(['#']);
    expect(formsOf('law', ['law'], ['law'])).toEqual([]);
  });

  it('has no form that a question without a said word would not have, but those with the mark', () => {
    const words = fc.array(fc.constantFrom('网络', '安全', '罚', '多少', 'law', 'how', '12', '，', ' '), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.subarray(['网络', '安全', 'law', '12']), (pieces, said) => {
        const question = foldText(pieces.join(''));
        const asked = new Set(['law']);
        const all = unsaidForms(question, new Set(), asked);
        const left = [...unsaidForms(question, new Set(said), asked)].filter((form) => !form.includes('_'));
        expect(left.filter((form) => !all.has(form))).toEqual([]);
      }),
    );
  });

  it('reads a long text once', () => {
    expect(formsOf('1'.repeat(200_000))).toEqual(['#']);
    expect(formsOf('a'.repeat(200_000))).toEqual([]);
  });
});
