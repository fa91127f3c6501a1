import { describe, expect, it } from 'vitest';
import { parseLexicon } from '../../../src/lexical/lexicon.js';
import { restateQuestion } from '../../../src/retrieval/restate-question.js';
import { questionOf } from '../../support/real-engine.js';

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
