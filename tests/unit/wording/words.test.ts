import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/cli/text-width.js';
import { ENGLISH } from '../../../src/wording/words-en.js';
import { wordsFor } from '../../../src/wording/words-for.js';
import { SIMPLIFIED_CHINESE } from '../../../src/wording/words-zh-hans.js';
import { TRADITIONAL_CHINESE } from '../../../src/wording/words-zh-hant.js';
import type { Words } from '../../../src/wording/words.js';

/** Arguments that fit every phrase: a number where it counts, a Chinese word where it names. */
const ARGUMENTS: Readonly<Record<string, readonly (string | number | null)[]>> = {
  'date.day': ['2023-07-15'],
  'date.range': ['2023-09-10', '2023-09-11'],
  inferred: ['某日'],
  'citation.page': [3],
  'citation.source': ['甲', '1234'],
  'citation.title': ['甲文'],
  'notice.ruleReplaced': ['甲法', '乙法', '2024-01-01'],
  'notice.ruleAmended': ['甲法', null],
  'notice.ruleModified': ['甲法', '乙法', null],
  'notice.textOutdated': ['甲法', '2016-11-07', '2026-01-01'],
  'law.status.in-force': ['某日', '乙法'],
  'law.status.amended': ['某日', '乙法'],
  'law.status.not-yet-in-force': ['某日', '乙法'],
  'law.status.replaced': ['某日', '乙法'],
  'law.status.unknown': ['某日', '乙法'],
  'law.onDay': ['甲', '某日'],
  'law.unofficial': ['甲'],
  'law.withSource': ['甲', '乙'],
  'law.textAtHand': ['某日', 3, '甲', '乙'],
  'law.outdated': ['某日', '某日'],
  'law.provision': ['286-1', 2, 3],
  'law.absent': ['甲法', '乙', '某日', '甲', '乙'],
  'law.unchecked': ['甲法', '乙'],
  'law.mentions': [3, 5],
  'law.ambiguous': ['甲'],
  'law.unknownLaw': ['甲'],
  'law.badArticle': ['甲'],
  'law.citations': [2],
  'sources.heading': [7, 110],
  'sources.passages': [2],
  'problem.tooLong': [3000, 2000],
  'chat.welcome': [7, 110],
  'chat.noSuchPassage': [9, 5],
  'chat.moreHint': [15],
  'discord.badDate': ['甲'],
  'discord.leftOut': [2],
};

/** Every phrase by its path, functions called with the arguments above. */
function phrasesOf(words: Words): ReadonlyMap<string, string> {
  const phrases = new Map<string, string>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'string') phrases.set(path, value);
    else if (Array.isArray(value)) value.forEach((one: unknown, index) => visit(one, `${path}.${index}`));
    else if (typeof value === 'function') {
      const given = ARGUMENTS[path];
      if (given === undefined) throw new Error(`No arguments for ${path}`);
      visit(Reflect.apply(value, undefined, [...given]), path);
    } else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value)) visit(member, path === '' ? key : `${path}.${key}`);
  };
  visit(words, '');
  return phrases;
}

const ALL = [
  ['English', ENGLISH],
  ['simplified Chinese', SIMPLIFIED_CHINESE],
  ['traditional Chinese', TRADITIONAL_CHINESE],
] as const;

describe.each(ALL)('the words in %s', (_, words) => {
  it('are all there, none empty', () => {
    const withoutLines = (map: ReadonlyMap<string, string>) =>
      [...map.keys()].filter((path) => !path.startsWith('chat.') && !path.startsWith('discord.help')).sort();
    expect(withoutLines(phrasesOf(words))).toEqual(withoutLines(phrasesOf(ENGLISH)));
    expect([...phrasesOf(words)].filter(([, phrase]) => phrase.trim() === '')).toEqual([]);
  });

  it('never claim to be the answer', () => {
    const claims = [...phrasesOf(words).values()].filter((phrase) =>
      /the answer is|答案是|正确答案|正確答案/i.test(phrase),
    );
    expect(claims).toEqual([]);
  });

  it('fit the limits of Discord for descriptions, and a line of 80 columns for help', () => {
    const { discord } = words;
    for (const description of [
      discord.askDescription,
      discord.questionDescription,
      discord.lawDescription,
      discord.lawNameDescription,
      discord.articleDescription,
      discord.asOfDescription,
    ]) {
      expect(Array.from(description).length).toBeGreaterThanOrEqual(1);
      expect(Array.from(description).length).toBeLessThanOrEqual(100);
    }
    expect(words.chat.help.filter((line) => textWidth(line) > 80)).toEqual([]);
  });
});

describe.each(ALL.slice(1))('the words in %s', (_, words) => {
  it('hold no English word but names and what is typed', () => {
    const typed = /\b(?:Yinju|SHA|Ctrl|Enter|zh|Hans|Hant|ask|npx|yinju|add|art|YYYY|MM|DD)\b/g;
    const english = [...phrasesOf(words)].filter(([, phrase]) => /[A-Za-z]{2,}/.test(phrase.replace(typed, '')));
    expect(english).toEqual([]);
  });

  it('are not those of another language', () => {
    const english = phrasesOf(ENGLISH);
    const same = [...phrasesOf(words)].filter(
      ([path, phrase]) => /\p{L}/u.test(phrase) && english.get(path) === phrase,
    );
    expect(same.map(([path]) => path).filter((path) => path !== 'citation.title')).toEqual([]);
  });
});

describe('wordsFor', () => {
  it('speaks the language of the question, and English where it speaks no other', () => {
    expect(wordsFor('zh-Hans').language).toBe('zh-Hans');
    expect(wordsFor('zh-Hant').language).toBe('zh-Hant');
    expect(wordsFor('en').language).toBe('en');
    expect(wordsFor('other').language).toBe('en');
  });

  it('writes traditional script as Taiwan does', () => {
    const text = [...phrasesOf(TRADITIONAL_CHINESE).values()].join('');
    expect(text).not.toMatch(/网|发|数|这|个|题|问|说|软件|信息|文档/);
    expect(text).toContain('網路');
  });
});
