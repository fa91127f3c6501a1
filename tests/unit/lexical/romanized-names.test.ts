import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLexicon } from '../../../src/lexical/lexicon.js';
import { romanizedNames, type DocumentNames } from '../../../src/lexical/romanized-names.js';
import { tokenize } from '../../../src/lexical/tokenize.js';

/** Documents of these texts: a term is the rarer the fewer of them hold it. */
function documentsOf(...texts: readonly string[]): DocumentNames {
  const tokens = texts.map((text) => new Set(tokenize(text)));
  const holding = (term: string): number => tokens.filter((all) => all.has(term)).length;
  return {
    rarities: (terms) => {
      const used = terms.filter((term) => holding(term) > 0);
      return Promise.resolve(new Map(used.map((term) => [term, texts.length - holding(term)])));
    },
    contexts: (stretch) => Promise.resolve(texts.filter((text) => text.includes(stretch))),
  };
}

const DOCUMENTS = documentsOf(
  '来自奇安信集团的虎符战队获得第二届“网鼎杯”冠军',
  '为客户服务，阿里巴巴、华为等企业，提高服务程度',
  '蔡奇出席会议，丁薛祥传达指示，何立峰、张又侠参加',
  '四川乐山“1·12”案，重庆沙坪坝案，世界互联网大会乌镇峰会',
  'Weibo 微博账号',
);
const LEXICON = parseLexicon(
  'leshan\t山区:0.55\ncheng\t城市:0.7\ndegree\t程度:0.8\nlong\t长:0.8\nchongqing\t重庆:0.5\n',
);
const names = async (text: string) => Object.fromEntries(await romanizedNames(text, DOCUMENTS, LEXICON));

describe('romanizedNames', () => {
  it.each<[text: string, expected: Record<string, readonly string[]>, why: string]>([
    ['When is the Wangding Cup?', { wangding: ['网鼎'] }, 'a name of no dictionary'],
    ['wangding cup', { wangding: ['网鼎'] }, 'in small letters'],
    ['the Hufu team', { hufu: ['虎符'] }, 'not 户服, which is part of 客户服务'],
    ['Wuzhen', { wuzhen: ['乌镇'] }, 'a word of the dictionary'],
    ['Shapingba’s case', { shapingba: ['沙坪坝'] }, 'three syllables'],
    ['Alibaba', { alibaba: ['阿里巴巴'] }, 'four syllables'],
    ['Huawei', { huawei: ['华为'] }, 'with a word of one character, in a list'],
    ['Cai Qi', { cai: ['蔡奇'], qi: ['蔡奇'] }, 'two syllables, a word each'],
    ['ding xuexiang', { ding: ['丁薛'], xuexiang: ['薛祥'] }, 'a family name and two syllables'],
    ['He Lifeng, Zhang Youxia', { he: ['何立'], lifeng: ['立峰'], zhang: ['张又'], youxia: ['又侠'] }, 'English words'],
    ['the Leshan case', { leshan: ['乐山'] }, 'a word of which little is known'],
    ['Chongqing', { chongqing: ['重庆'] }, 'a word whose meaning is read so'],
  ])('finds %s as %j: %s', async (text, expected) => {
    expect(await names(text)).toEqual(expected);
  });

  it.each([
    ['ding', 'a single syllable'],
    ['Wang Xuexiang', 'another person of that name'],
    ['Deng Wei', 'what no passage holds'],
    ['Chengdu', 'read as what another English word means'],
    ['leshan', 'a word that is known, in small letters'],
    ['Weibo', 'a word of the documents'],
    ['Cai, Qi', 'words that are no neighbours'],
    ['What should the team do?', 'words that are no pinyin'],
    ['', 'nothing'],
  ])('finds nothing in "%s": %s', async (text) => {
    expect(await names(text)).toEqual({});
  });

  it('does not read a long text', async () => {
    expect(await names(`${'x'.repeat(287)} Wangding Cup`)).toEqual({ wangding: ['网鼎'] });
    expect(await names(`${'x'.repeat(288)} Wangding Cup`)).toEqual({});
  });

  it('gives only what documents hold, two characters and more, whatever is asked', async () => {
    const word = fc.constantFrom(
      'He',
      'Ding',
      'xuexiang',
      'Cai',
      'qi',
      'Long',
      'Hufu',
      'wei',
      'Leshan',
      'the',
      '’',
      '-',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 8 }), async (words) => {
        const found = await romanizedNames(words.join(' '), DOCUMENTS, LEXICON);
        for (const name of [...found.values()].flat()) {
          expect(name.length).toBeGreaterThan(1);
          expect(await DOCUMENTS.contexts(name)).not.toEqual([]);
        }
      }),
    );
  });
});
