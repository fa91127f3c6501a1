import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLexicon } from '../../../src/lexical/lexicon.js';
import { restateForDocuments, restateQuestion } from '../../../src/retrieval/restate-question.js';
import { documentWords } from '../../../src/retrieval/document-words.js';
import { filterOf } from '../../../src/retrieval/retrieve.js';
import { openRealEngine, questionOf, type RealEngine } from '../../support/real-engine.js';

const lexicon = parseLexicon('internet\t互联网:0.7\nforum\t论坛:0.6\nyear\t年:0.6\nmother\t母亲:0.8\n');
const restated = (text: string): string => restateQuestion(questionOf(text), lexicon);

describe('restateQuestion', () => {
  it.each([
    ['China-US Intrenet Fourm', 'China-US internet forum'],
    ['Mohter’s Hand in what yaers?', 'mother’s Hand in what years?'],
    ['wich year was it?', 'which year was it?'],
  ])('mends slips of the pen in English: %s', (text, meant) => {
    expect(restated(text)).toBe(meant);
  });

  it.each([
    'What is GDPR?',
    'What does MOHTER mean?',
    'When was the Wangding Cup?',
    'internet5 fourum2',
    '熊猫捉摇记',
    '通讯和资料',
  ])('leaves abbreviations, names and simplified Chinese as they are: %s', (text) => {
    expect(restated(text)).toBe(text);
  });

  it('puts traditional Chinese into the words of the mainland, folded, only where that changes a word', () => {
    expect(restated('App的資訊安全？')).toBe('app的网络安全?');
    expect(restated('國家安全是什麼？')).toBe('國家安全是什麼？');
  });
});

describe('restateForDocuments', () => {
  let real: RealEngine;
  beforeAll(async () => {
    real = await openRealEngine();
  });
  afterAll(() => real.engine.close());

  const restate = (text: string) => {
    const question = questionOf(text);
    return restateForDocuments(question, real.knowledge, documentWords(real.index, filterOf(question)));
  };
  const meant = async (text: string): Promise<string> => (await restate(text)).text;

  it.each([
    ['虎府站队拿了什么比赛的冠军', '虎符战队拿了什么比赛的冠军'],
    ['重庆沙平坝5·11电信网络诈片案', '重庆沙坪坝5·11电信网络诈骗案'],
    ['《萬山滂薄看主峰》', '《萬山磅礴看主峰》'],
    ['網路扶貧五大工呈', '网络扶贫五大工程'],
    ['Mohter’s Hand', 'mother’s Hand'],
  ])('respells what the documents do not use: %s', async (text, expected) => {
    expect(await meant(text)).toBe(expected);
  });

  it.each([
    ['董事会会议纪要', 'words that the documents do not use'],
    ['第六届网鼎杯的冠军', 'a numeral'],
    ['台州市、宿州市和陕西省', 'names of places'],
    ['那次电脑检定作弊', 'a word that only the lexicon knows'],
    ['核安全法', 'a law of the catalogue'],
  ])('leaves %s as it is: %s', async (text) => {
    expect(await meant(text)).toBe(text);
  });

  it.each([
    ['How often is the Wangding Cup held?', { wangding: ['网鼎'] }],
    ['Cai Qi speech', { cai: ['蔡奇'], qi: ['蔡奇'] }],
    ['Who is He Lifeng?', { he: ['何立'], lifeng: ['立峰'] }],
    ['shapingba case', { shapingba: ['沙坪坝'] }],
  ])('keeps names in pinyin, with what the documents have for them: %s', async (text, names) => {
    expect(await restate(text)).toEqual({ text, names: new Map(Object.entries(names)) });
  });

  it('reads no pinyin in Chinese questions', async () => {
    expect((await restate('Wangding 杯多久举办一届')).names).toEqual(new Map());
  });
});
