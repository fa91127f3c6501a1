import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/cli/terminal/text-width.js';
import { ENGLISH } from '../../../src/wording/en/words-en.js';
import { wordsFor } from '../../../src/wording/words-for.js';
import { SIMPLIFIED_CHINESE } from '../../../src/wording/zh-hans/words-zh-hans.js';
import { TRADITIONAL_CHINESE } from '../../../src/wording/zh-hant/words-zh-hant.js';
import type { Words } from '../../../src/wording/words.js';

/** What functions of words are called with, each for all parameters and for one: what comes out whole is tested. */
const OBJECT: object = new Proxy({}, { get: (_, key) => (typeof key === 'string' ? '甲' : undefined) });
const VALUES: readonly unknown[] = ['甲', 1, 2, '2023-07-15', null, true, false, OBJECT];

/** Arguments for the functions that take different kinds of them. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  'law.provision': ['286-1', 2, 3],
  'law.noTextAtHand': ['甲法', '某日', null],
  'law.meant': ['某日', '某日'],
  'discord.operation.insights.day': ['某日', ['甲', '乙']],
  'notice.ruleAmended': ['甲法', null],
  'notice.ruleModified': ['甲法', '乙法', null],
};

/** A function that was worded with nothing left out. */
const UNWORDED = /undefined|NaN|null|true|false|\[object|=>/;

/** All that a function of words says, a line each. */
function saidBy(path: string, phrase: CallableFunction): string {
  const own = ARGUMENTS[path];
  const places = Array.from({ length: phrase.length }, (_, place) => place);
  const lists = [
    ...(own === undefined ? [] : [own]),
    ...VALUES.flatMap((value) => [
      places.map(() => value),
      ...places.map((one) => places.map((other) => (other === one ? value : '甲'))),
    ]),
  ];
  const said = lists.flatMap((given) => {
    try {
      const text = textOf(Reflect.apply(phrase, undefined, given), path);
      return UNWORDED.test(text) ? [] : [text];
    } catch {
      return [];
    }
  });
  if (said.length === 0) throw new Error(`No arguments for ${path}: add them to the table above`);
  return [...new Set(said)].join('\n');
}

function textOf(value: unknown, path: string): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((one: unknown) => textOf(one, path)).join('\n');
  throw new Error(`${path} is neither a phrase nor a list of them`);
}

/** Every phrase by its path, whatever is nested: words that are added are tested without being named here. */
function phrasesOf(words: Words): ReadonlyMap<string, string> {
  const phrases = new Map<string, string>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'function') phrases.set(path, saidBy(path, value));
    else if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [key, member] of Object.entries(value)) visit(member, path === '' ? key : `${path}.${key}`);
    else phrases.set(path, textOf(value, path));
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
    const phrases = phrasesOf(words);
    expect([...phrases.keys()].sort()).toEqual([...phrasesOf(ENGLISH).keys()].sort());
    expect([...phrases].filter(([, phrase]) => phrase.trim() === '').map(([path]) => path)).toEqual([]);
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

/** Code in backquotes, commands of Discord, names of settings and intents, the forms of an article and of a day. */
const TYPED =
  /`[^`]*`|(?<![A-Za-z])\/[a-z]+(?:-[a-z]+)*|\b[A-Z]+(?:_[A-Z]+)+\b|\bart\. 21|\bYYYY-MM-DD|\bzh-Han[st]\b/g;
/** Names that have no other form in Chinese. */
const NAMES = new Set(
  'Yinju Discord SHA JSON CSV PostgreSQL SQLite Markdown URL ID GB Ctrl Enter ask law npx yinju'.split(' '),
);

describe.each(ALL.slice(1))('the words in %s', (_, words) => {
  it('hold no English word but proper names and what is typed', () => {
    const english = [...phrasesOf(words)].flatMap(([path, phrase]) =>
      (phrase.replace(TYPED, '').match(/[A-Za-z]{2,}/g) ?? [])
        .filter((word) => !NAMES.has(word))
        .map((word) => `${path}: ${word}`),
    );
    expect(english).toEqual([]);
  });

  it('are not those of another language', () => {
    const english = phrasesOf(ENGLISH);
    const same = [...phrasesOf(words)].filter(
      ([path, phrase]) => /\p{L}/u.test(phrase) && english.get(path) === phrase,
    );
    // A Chinese title and the name of the Chinese standard are the same in every language.
    const alike = ['citation.title', 'discord.buttons.nationalStandardForm'];
    expect(same.map(([path]) => path).filter((path) => !alike.includes(path))).toEqual([]);
  });
});

describe('the files of words', () => {
  it.each([
    ['en', ENGLISH],
    ['zh-hans', SIMPLIFIED_CHINESE],
    ['zh-hant', TRADITIONAL_CHINESE],
  ])('in %s all belong to that language, so that every one of them is tested', async (language, words) => {
    const folder = join(import.meta.dirname, '..', '..', '..', 'src', 'wording', language);
    const files = readdirSync(folder);
    const nested = new Set<unknown>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      nested.add(value);
      Object.values(value).forEach(visit);
    };
    visit(words);
    const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(folder, file)).href)));
    const apart = files.filter((_, index) => !Object.values(modules[index] as object).some((one) => nested.has(one)));
    expect(files.length).toBeGreaterThan(3);
    expect(apart).toEqual([]);
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
