import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { respellChinese, type DocumentWords } from '../../../src/lexical/respell-chinese.js';

/** Documents of these texts: a pair is the rarer the fewer of them hold it. */
function documentsOf(...texts: readonly string[]): DocumentWords {
  const holding = (stretch: string): number => texts.filter((text) => text.includes(stretch)).length;
  return {
    rarities: (pairs) => {
      const used = pairs.filter((pair) => holding(pair) > 0);
      return Promise.resolve(new Map(used.map((pair) => [pair, texts.length - holding(pair)])));
    },
    holds: (stretch) => Promise.resolve(holding(stretch) > 0),
  };
}

const DOCUMENTS = documentsOf(
  '虎符战队获得第二届网鼎杯网络安全大赛决赛冠军',
  '国家网络安全事件应急预案，网络安全审查办法，网络安全法',
  '熊猫捉谣记，由公安机关处罚，可以罚款',
  '集成电路投资，个人信息出境标准合同办法，山西省',
  '具体制度的参与者',
);
const noWord = (): boolean => false;
const respelt = (text: string): Promise<string> => respellChinese(text, DOCUMENTS, noWord);

describe('respellChinese', () => {
  it.each([
    ['网络安权法', '网络安全法', 'both pairs of a character come to stand in the documents'],
    ['虎符占队是谁', '虎符战队是谁', 'at the end of a run'],
    ['虎府站队', '虎符战队', 'two slips, one character apart'],
    ['熊猫捉遥计', '熊猫捉谣记', 'two slips side by side'],
    ['标准和同办法', '标准合同办法', '和 where three characters speak for it'],
    ['网鼎背', '网鼎杯', 'a name that no dictionary knows, by three characters'],
    ['罚宽多少', '罚款多少', 'a word of two characters before the words of a question'],
    ['虎符占隊', '虎符战隊', 'traditional script, which stays around it'],
    ['網絡安權審查', '網絡安全審查', 'a traditional slip'],
  ])('%s is meant as %s: %s', async (written, meant) => {
    expect(await respelt(written)).toBe(meant);
  });

  it.each([
    ['网络安全审查', 'the documents use it'],
    ['第六届网鼎杯', 'a numeral: 第二届 is another one'],
    ['陕西省', 'a word of the dictionary, though 山西省 sounds the same'],
    ['成都', 'a word that the documents do not use, and nothing like it'],
    ['具体指什么', '具体制 stands in the documents, but 制 is tacked on to a word'],
    ['具体到', 'a word of one character'],
    ['在网上遥', 'nothing that sounds alike stands there'],
    ['App 5G 2023', 'nothing Chinese'],
    ['', 'nothing'],
  ])('%s stays as it is: %s', async (text) => {
    expect(await respelt(text)).toBe(text);
  });

  it('does not respell what is a word by another list, or a name', async () => {
    expect(await respellChinese('集程电路', DOCUMENTS, noWord)).toBe('集成电路');
    expect(await respellChinese('集程电路', DOCUMENTS, (wording) => wording === '集程')).toBe('集程电路');
    expect(await respellChinese('集程电路', DOCUMENTS, noWord, [[0, 4]])).toBe('集程电路');
    expect(await respellChinese('集程电路罚宽', DOCUMENTS, noWord, [[0, 4]])).toBe('集程电路罚款');
  });

  it('respells nothing as what no passage holds together', async () => {
    // 捉谣 and 谣记 both stand in some text, 捉谣记 in none.
    const apart = documentsOf('熊猫捉谣', '谣记');
    expect(await respellChinese('熊猫捉遥记', apart, noWord)).toBe('熊猫捉遥记');
    expect(await respellChinese('熊猫捉遥记', documentsOf('熊猫捉谣记'), noWord)).toBe('熊猫捉谣记');
  });

  it('takes the commoner of two that sound alike', async () => {
    const texts = ['罚款', '罚款', '发宽'];
    expect(await respellChinese('发款', documentsOf(...texts), noWord)).toBe('罚款');
    expect(await respellChinese('罚宽', documentsOf('发宽', '发宽', '罚款'), noWord)).toBe('罚款');
  });

  it('leaves a text of more than 200 UTF-16 units alone', async () => {
    const [long, longer] = ['，'.repeat(196), '，'.repeat(197)];
    expect(await respelt(`${long}罚宽。。`)).toBe(`${long}罚款。。`);
    expect(await respelt(`${longer}罚宽。。`)).toBe(`${longer}罚宽。。`);
  });

  it('keeps the length of any text and every character that is no ideograph', async () => {
    const piece = fc.constantFrom(
      '虎符占队',
      '网落安权',
      '罚宽',
      '多少',
      '第六届',
      'App',
      '。',
      '\ud840',
      '\u{20000}',
      '於',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 12 }),
        async (pieces) => {
          const text = pieces.join('');
          const meant = await respelt(text);
          expect(meant).toHaveLength(text.length);
          for (let at = 0; at < text.length; at += 1)
            if (!/[\u4e00-\u9fff]/.test(text.charAt(at))) expect(meant.charAt(at)).toBe(text.charAt(at));
          expect(await respelt(meant)).toBe(meant);
        },
      ),
    );
  });
});
