import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestionSet } from '../../../src/evaluation/question-set.js';
import { isInSplit } from '../../../src/evaluation/question-split.js';
import { findMentions } from '../../../src/laws/names/find-mentions.js';
import { mergeFollowUp } from '../../../src/retrieval/follow-up.js';
import { MAXIMUM_QUESTION_LENGTH } from '../../../src/retrieval/question.js';
import { shippedCatalogue } from '../../support/shipped-catalogue.js';

const catalogue = shippedCatalogue();

interface Example {
  readonly id: string;
  /** Which half: the rules were fitted on one, the other was looked at once they stood. */
  readonly half: 'fitting' | 'other';
  readonly before: string;
  readonly text: string;
  /** Null where the message is a question of its own. */
  readonly understood: string | null;
}

const DATA = join(import.meta.dirname, '..', '..', 'data', 'follow-ups.jsonl');
const examples = readFileSync(DATA, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Example);
const understood = ({ text, before }: Pick<Example, 'text' | 'before'>): string | null =>
  mergeFollowUp(text, before, catalogue);

describe('the 20 follow-ups and 20 questions of their own', () => {
  it.each(['fitting', 'other'] as const)('are told apart, at most one of each wrongly: the %s half', (half) => {
    const ours = examples.filter((one) => one.half === half);
    const wrong = ours.filter((one) => (understood(one) === null) !== (one.understood === null));
    expect(ours).toHaveLength(20);
    expect(wrong.map(({ id, text }) => `${id} ${text}`)).toEqual([]);
  });
});

describe('what they are understood as', () => {
  it.each(examples.filter((one) => one.understood !== null))('$id $text', (one) => {
    expect(understood(one)).toBe(one.understood);
  });
});

describe('questions of the evaluation set', () => {
  const file = join(DATA, '..', '..', '..', 'data', 'questions.jsonl');
  const asked = readQuestionSet(readFileSync(file, 'utf8'), file)
    .filter((question) => isInSplit(question, 'tune'))
    .map(({ question }) => question);

  const isBareTitle = (text: string): boolean =>
    /^(?:《[^《》]+》|Internet Plus|汽车数据 规定)$/.test(text) ||
    findMentions(text, catalogue.matcher).some(({ start, end }) => start === 0 && end === text.length);

  const taken = (before: string) =>
    asked.flatMap((text) => {
      const merged = understood({ text, before });
      return merged === null ? [] : [{ text, merged }];
    });

  it('are questions of their own, or what opens like a follow-up is taken as one', () => {
    const wrong = taken('How many people were helped?').filter(
      ({ text, merged }) => merged !== text.replace(/^What about /, ''),
    );
    expect(asked.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });

  it('are so after a question about a law and an article, but for the bare title of another one', () => {
    const wrong = taken('网络安全法第二十一条规定了什么？').filter(
      ({ text, merged }) => merged !== text.replace(/^What about /, '') && !isBareTitle(text),
    );
    expect(wrong).toEqual([]);
  });
});

describe('mergeFollowUp', () => {
  const ARTICLE = '网络安全法第二十一条第二款规定了什么？';
  const SENSITIVE = '个人信息保护法对敏感信息怎么规定？';

  it.each([
    ['a level of a provision drops the deeper ones', ARTICLE, '第二十二条呢？', '网络安全法第二十二条规定了什么？'],
    ['a deeper level leaves the others', ARTICLE, '那第三款呢？', '网络安全法第二十一条第三款规定了什么？'],
    ['a law with its article', ARTICLE, '那数据安全法第三十条呢？', '数据安全法第三十条规定了什么？'],
    ['an article goes behind the law', SENSITIVE, '第二十八条呢？', '个人信息保护法第二十八条对敏感信息怎么规定？'],
    ['a title of no known law', '《网络安全法》有哪些罚则？', '《某某管理办法》呢？', '《某某管理办法》有哪些罚则？'],
    ['a bare name in the place of a title', '《网络安全法》有哪些罚则？', '数据安全法呢', '《数据安全法》有哪些罚则？'],
    ['那 before 帮 that helps somebody', SENSITIVE, '那帮我查数据安全法呢？', '数据安全法对敏感信息怎么规定？帮我查'],
    [
      '那 before a verb that begins like a measure word',
      SENSITIVE,
      '那起诉呢？',
      '个人信息保护法对敏感信息怎么规定？起诉',
    ],
    ['a document', '《某某报告》怎么说？', '那《另一报告》呢？', '《另一报告》怎么说？'],
    [
      'every mention of the law',
      '网络安全法是什么？网络安全法何时施行？',
      '数据安全法呢',
      '数据安全法是什么？数据安全法何时施行？',
    ],
    [
      'the last of several laws',
      '网络安全法和数据安全法有何不同？',
      '那个人信息保护法呢？',
      '网络安全法和个人信息保护法有何不同？',
    ],
    ['an English month', 'What happened in September 2023?', 'And in October?', 'What happened in October 2023?'],
    ['what is asked beside the law', SENSITIVE, '那数据安全法的罚款呢？', '数据安全法对敏感信息怎么规定？罚款'],
    ['what says all by itself', SENSITIVE, '那数据安全法对未成年人怎么规定？', '数据安全法对未成年人怎么规定？'],
    ['a noun with 呢', SENSITIVE, '处罚呢？', '个人信息保护法对敏感信息怎么规定？处罚'],
    ['a law that finds no place', '宣传周的主题是什么？', '那数据安全法呢？', '宣传周的主题是什么？数据安全法'],
    ['words without a mark before them', '宣传周', '那主题呢？', '宣传周，主题'],
    ['the same in traditional script', '網絡安全法什麼時候施行？', '為什麼？', '網絡安全法什麼時候施行？為什麼？'],
  ])('takes over %s', (_, before, text, merged) => {
    expect(understood({ text, before })).toBe(merged);
  });

  it.each([
    ['a name alone with nothing to take the place of', '宣传周的主题是什么？', '数据安全法'],
    ['a whole citation after a question without a law', '宣传周的主题是什么？', '数据安全法第三十条'],
    ['what a law is', SENSITIVE, '什么是数据安全法？'],
    ['two laws', SENSITIVE, '网络安全法和数据安全法'],
    ['a question that merely ends in 呢', SENSITIVE, '数据安全法什么时候施行呢？'],
    ['那 before a measure word', SENSITIVE, '那次大会有谁发言？'],
    ['那 before another one', SENSITIVE, '那場會議誰發言？'],
    ['a question that is longer than one may be', 'a'.repeat(MAXIMUM_QUESTION_LENGTH - 3), 'why?'],
  ])('leaves alone %s', (_, before, text) => {
    expect(understood({ text, before })).toBeNull();
  });

  it('puts a law into the words of the question before', () => {
    const merged = understood({ before: 'When did the Data Security Law come into force?', text: '那网络安全法呢？' });
    expect(merged).toMatch(/^When did the Cybersecurity Law.* come into force\?$/);
  });

  it('gives a question that can be asked, or none, whatever was said', () => {
    const pieces = fc
      .array(
        fc.constantFrom(
          '那',
          '呢',
          '？',
          '第',
          '条',
          '二十',
          '2023年',
          '9月',
          '《',
          '》',
          '数据安全法',
          'what about ',
          ' in 2022',
          '003-1',
          ' ',
        ),
        {
          maxLength: 12,
        },
      )
      .map((some) => some.join(''));
    const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), pieces);
    fc.assert(
      fc.property(any, any, (text, before) => {
        const merged = understood({ text, before });
        expect(merged === null || merged.length <= MAXIMUM_QUESTION_LENGTH).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
