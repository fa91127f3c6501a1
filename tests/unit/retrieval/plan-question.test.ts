import { describe, expect, it } from 'vitest';
import { NameMatcher } from '../../../src/laws/names/name-matcher.js';
import { parseLexicon } from '../../../src/lexical/lexicon.js';
import { planQuestion, termsOf, type QuestionKnowledge } from '../../../src/retrieval/plan-question.js';
import { questionOf } from '../../support/real-engine.js';
import { shippedCatalogue } from '../../support/shipped-catalogue.js';

const catalogue = shippedCatalogue();
const knowledge: QuestionKnowledge = {
  catalogue,
  matcher: new NameMatcher(catalogue.laws),
  lexicon: parseLexicon('car\t汽车:0.6 机动车:0.4\napp\t应用:0.5\nsay\t说:0.9\n'),
};
const plan = (text: string) => planQuestion(questionOf(text), knowledge);
const terms = (text: string) => plan(text).groups.map((group) => group.map(({ term }) => term));

describe('planQuestion', () => {
  it('looks for a Chinese question by its own words, one group each', () => {
    expect(terms('汽车数据')).toEqual([['汽车'], ['车数'], ['数据']]);
    expect(plan('汽车数据').encoderText).toBe('汽车数据');
  });

  it('looks for a name in pinyin by itself and by its Chinese, and no longer by what its word means elsewhere', () => {
    const names = new Map([['app', ['沙坪坝', '虎符']]]);
    const { groups, encoderText } = planQuestion(questionOf('App team'), knowledge, { text: 'App team', names });
    // 沙坪 and 坪坝 count as much as 虎符 does.
    expect(groups).toEqual([
      [
        { term: 'app', weight: 1 },
        { term: '沙坪', weight: 0.35 },
        { term: '坪坝', weight: 0.35 },
        { term: '虎符', weight: 0.7 },
      ],
      [{ term: 'team', weight: 1 }],
    ]);
    expect(encoderText).toBe('App team');
  });

  it('folds the words of a question in traditional script and leaves what is encoded as it is', () => {
    expect(terms('汽車數據')).toEqual([['汽车'], ['车数'], ['数据']]);
    expect(plan('汽車數據').encoderText).toBe('汽車數據');
  });

  it.each([
    'What does the Data Security Law say?',
    'What does the data security law say?',
    'What does the Data Security Law of the People’s Republic of China say?',
    'What does 《數據安全法》 say?',
  ])('looks for the law in "%s" by its Chinese short title and by none of its words or mere question words', (text) => {
    expect(terms(text)).toEqual([['数据'], ['据安'], ['安全'], ['全法']]);
    expect(plan(text).laws).toEqual(['data-security-law']);
    expect(plan(text).encoderText).toBe(`${text} 数据安全法`);
  });

  it('finds a law by its name in traditional script', () => {
    expect(plan('個人信息保護法怎麼規定？').laws).toEqual(['personal-information-protection-law']);
  });

  it('names each law once', () => {
    expect(plan('Is PIPL the Personal Information Protection Law?').laws).toEqual([
      'personal-information-protection-law',
    ]);
    expect(plan('Is PIPL the Personal Information Protection Law?').encoderText).toMatch(/\? 个人信息保护法$/);
  });

  it('looks for an English word by itself and by its translations, each by its nearness, its pairs sharing it', () => {
    expect(plan('cars').groups).toEqual([
      [
        { term: 'car', weight: 1 },
        { term: '汽车', weight: 0.6 },
        { term: '机动', weight: 0.2 },
        { term: '动车', weight: 0.2 },
      ],
    ]);
  });

  it('looks for an English term of the glossary by its Chinese, which the encoder gets too', () => {
    expect(terms('Think tanks for cars?')).toEqual([['智库'], ['car', '汽车', '机动', '动车']]);
    expect(plan('Think tanks for cars?').encoderText).toBe('Think tanks for cars? 智库');
  });

  it('looks for a word that nobody can translate as it is', () => {
    expect(plan('GOIP cars').groups[0]).toEqual([{ term: 'goip', weight: 1 }]);
  });

  it('does not translate a Chinese question with an English word in it', () => {
    expect(terms('汽车 App')).toEqual([['汽车'], ['app']]);
  });

  it('looks for the words of the mainland in place of those of Taiwan, which count for them where a document holds them', () => {
    expect(terms('網路安全')).toEqual([['网络', '网路', '路安'], ['络安', '网路', '路安'], ['安全']]);
    expect(plan('網路安全').encoderText).toBe('网络安全');
  });

  it('looks for what a misspelt English word was meant to be, and for the word as it is', () => {
    expect(terms('Carz')).toEqual([['car', '汽车', '机动', '动车', 'carz']]);
  });

  it('wants quoted words literally, and a quoted law by the title that Chinese documents hold', () => {
    expect(plan('「四梁八柱」是什么？').literal).toEqual(['四梁八柱']);
    expect(plan('What does the "Data Security Law" say?').literal).toEqual(['数据安全法']);
    expect(plan('What is a "car"?').literal).toEqual(['car']);
    expect(plan('「網路水軍」是什麼？')).toMatchObject({ literal: ['网路水军'], literalRestated: ['网络水军'] });
  });
});

describe('termsOf', () => {
  it('gives each term once with the highest weight of any group', () => {
    const one = { term: '汽车', weight: 0.2 };
    expect(
      termsOf([
        [one],
        [
          { term: '汽车', weight: 0.7 },
          { term: '车', weight: 1 },
        ],
        [one],
      ]),
    ).toEqual([
      { term: '汽车', weight: 0.7 },
      { term: '车', weight: 1 },
    ]);
    expect(termsOf([])).toEqual([]);
  });
});
