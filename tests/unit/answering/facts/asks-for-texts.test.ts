import { describe, expect, it } from 'vitest';
import { asksForTexts } from '../../../../src/answering/facts/asks-for-texts.js';
import { foldText } from '../../../../src/shared/fold-text.js';

describe('asksForTexts', () => {
  it.each([
    ['有哪些规定管着网上评论？', true],
    ['像微信這種聊天軟體，有沒有什麼規定在管啊？', true],
    ['Which rules cover data that leaves the country?', true],
    ['Has China issued any rules on the data that cars collect?', true],
    ['《网络安全审查办法》', true],
    ['Data Security Law', true],
    ['发AI画的图要不要打标？', false],
    ['《个人信息保护法》适用于境外公司吗？', false],
    ['Does the pop-up rule make them give you a close button?', false],
  ])('of "%s": %s', (question, expected) => {
    expect(asksForTexts(foldText(question))).toBe(expected);
  });
});
