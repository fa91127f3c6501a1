import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionInText } from '../../../../src/discord/asking/question-in-text.js';
import { MAXIMUM_QUESTION_LENGTH } from '../../../../src/retrieval/question.js';

describe('questionInText', () => {
  it.each([
    ['the first sentence with a question mark', '你好。这是什么？还有别的吗？', '这是什么？'],
    ['before one that only asks by its words', '看看怎么办。到底什么时候开始？', '到底什么时候开始？'],
    ['a question without its mark', '打扰一下。等保怎么分级。多谢', '等保怎么分级。'],
    ['an English one', 'Hello there. What does the law say? Thanks.', 'What does the law say?'],
    ['a line of its own', 'hi\nwhich documents speak of minors\nbye', 'which documents speak of minors'],
    ['a statement, whole', '网络安全为人民。网络安全靠人民。', '网络安全为人民。网络安全靠人民。'],
    ['no mentions, emojis and timestamps', '<@1> <@!2> <#3> <@&4> <:a:5> <a:b:6> <t:7:R> </ask:8> 主题？', '主题？'],
    ['nothing of nothing', ' <@1> ', ''],
    ['几乎 asks nothing', '他几乎忘了。怎么办', '怎么办'],
  ])('%s', (_, text, question) => {
    expect(questionInText(text)).toBe(question);
  });

  it('is never longer than a question may be, and cuts no character in two', () => {
    expect(questionInText('字'.repeat(2500))).toBe('字'.repeat(MAXIMUM_QUESTION_LENGTH));
    expect(questionInText(`a${'😀'.repeat(1500)}`)).toBe(`a${'😀'.repeat(999)}`);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        expect(questionInText(text).length).toBeLessThanOrEqual(MAXIMUM_QUESTION_LENGTH);
      }),
      { numRuns: 50 },
    );
  });
});
