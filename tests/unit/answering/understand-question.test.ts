import { describe, expect, it } from 'vitest';
import { answerInContext, understandQuestion } from '../../../src/answering/understand-question.js';
import type { ConversationContext, Question } from '../../../src/retrieval/question.js';
import { answerOf } from '../../support/example-answers.js';
import { questionOf } from '../../support/real-engine.js';
import { shippedCatalogue } from '../../support/shipped-catalogue.js';

const catalogue = shippedCatalogue();
const BEFORE: ConversationContext = {
  question: '网络安全法对个人信息怎么规定？',
  law: '网络安全法',
  document: '003-2',
  kind: 'ministry feature',
};
const asked = (text: string, more: Partial<Question> = {}): Question => ({
  ...questionOf(text),
  context: BEFORE,
  ...more,
});

describe('understandQuestion', () => {
  it('merges a follow-up with the question before, in the language of what comes out', () => {
    expect(understandQuestion(asked('why?'), catalogue)).toEqual({
      ...questionOf('网络安全法对个人信息怎么规定？ why?'),
      law: '网络安全法',
      document: '003-2',
      kind: 'ministry feature',
    });
  });

  it('keeps to no law or document where the follow-up names another', () => {
    expect(understandQuestion(asked('数据安全法呢？'), catalogue)).toMatchObject({ law: null, document: '003-2' });
    expect(understandQuestion(asked('那 000 呢？'), catalogue)).toMatchObject({ law: '网络安全法', document: null });
  });

  it('prefers what the follow-up itself is restricted to', () => {
    const own = asked('为什么？', { law: '数据安全法', document: '000', kind: 'law' });
    expect(understandQuestion(own, catalogue)).toMatchObject({ law: '数据安全法', document: '000', kind: 'law' });
  });

  it('leaves a question of its own unrestricted, and without its context', () => {
    expect(understandQuestion(asked('宣传周的主题是什么？'), catalogue)).toEqual(questionOf('宣传周的主题是什么？'));
    const alone = questionOf('为什么？');
    expect(understandQuestion(alone, catalogue)).toEqual(alone);
  });
});

describe('answerInContext', () => {
  const seen: Question[] = [];
  const answer = answerInContext((question) => {
    seen.push(question);
    return Promise.resolve(answerOf(question.text, 'weak', []));
  }, catalogue);

  it('answers what a follow-up means, and says what that is', async () => {
    expect(await answer(asked('数据安全法呢？'))).toEqual({
      ...answerOf('数据安全法呢？', 'weak', []),
      understood: {
        question: '数据安全法对个人信息怎么规定？',
        law: null,
        document: '003-2',
        kind: 'ministry feature',
      },
    });
    expect(seen.map(({ text, context }) => [text, context])).toEqual([['数据安全法对个人信息怎么规定？', null]]);
  });

  it('says nothing of the kind of a question of its own', async () => {
    expect(await answer(asked('宣传周的主题是什么？'))).toEqual(answerOf('宣传周的主题是什么？', 'weak', []));
  });
});
