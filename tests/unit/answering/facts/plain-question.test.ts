import { describe, expect, it } from 'vitest';
import { plainQuestion } from '../../../../src/answering/facts/plain-question.js';
import { foldText } from '../../../../src/shared/fold-text.js';

describe('plainQuestion', () => {
  it.each([
    ['有啥规定？', '有什么规定?'],
    ['邊個講㗎？', '哪个讲㗎?'],
    ['喺邊度開？', '在哪里开?'],
    ['咋申请？', '怎么申请?'],
    ['點樣申請？', '怎样申请?'],
    ['编号是什摩', '编号是什么'],
    ['wich year was it', 'which year was it'],
    ['Waht is it?', 'what is it?'],
    ['大会在那个城市举办', '大会在哪个城市举办'],
  ])('of "%s" is "%s"', (question, plain) => {
    expect(plainQuestion(foldText(question))).toBe(plain);
  });

  it.each([
    '那个大会什么时候开?',
    '身边的人怎么看?',
    '两边各说了什么?',
    '周边场地 面积',
    '那场决赛 票价',
    'what doses are safe?',
  ])('leaves "%s" as it is', (question) => {
    expect(plainQuestion(question)).toBe(question);
  });
});
