import { describe, expect, it } from 'vitest';
import { choiceIn } from '../../../../src/answering/facts/choice.js';
import { foldText } from '../../../../src/shared/fold-text.js';

describe('choiceIn', () => {
  it.each([
    ['那是案发日还是立案日？', ['发日', '立案']],
    ['那是緬甸還是在柬埔寨？', ['缅甸', '柬埔']],
    ['开在哪些平台，微博还是抖音？', ['微博', '抖音']],
  ])('of "%s" are %j', (question, words) => {
    expect(choiceIn(foldText(question))).toEqual(words);
  });

  it.each([
    ['means "still" beside another word that asks', '为什么大家还是实名上网？'],
    ['means "still" before a verb of will', '平台还是要负责？'],
    ['begins another question', '有没有在管？还是放着不理？'],
    ['is not there', '什么时候开始？'],
  ])('is none where 还是 %s', (_, question) => {
    expect(choiceIn(foldText(question))).toBeNull();
  });

  it('reads a text of nothing else to its end', () => {
    expect(choiceIn('还'.repeat(20_000))).toBeNull();
  });
});
