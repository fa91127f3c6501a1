import { foldText } from '../shared/fold-text.js';
import type { WeightedTerm } from './lexical-index.js';
import { APOSTROPHE_ENDING, tokensOfFolded } from './tokenize.js';

/** Weight of a token of one Chinese character (the 年 of 2023年): it says little. */
const SINGLE_CHARACTER_WEIGHT = 0.5;

/** Words of English questions that say nothing of their subject, in the form of tokens. */
const ENGLISH_FUNCTION_WORDS = new Set(
  (
    'a about above according after all also am an and any are as ask at be been before being between both but by can could did do does ' +
    'during each every for from get give had has have he her him his how i if in into is it its like list many may me mention might more ' +
    'most much must my no nor not of on one or other our out over per please said say shall she should so some such tell than that the ' +
    'their them then there these they this those through to too under until up upon us very via was we were what when where whether which ' +
    'while who whom whose why will with within without would you your'
  ).split(' '),
);

/** Whether an English word, folded, says nothing of a question's subject. */
export function isFunctionWord(word: string): boolean {
  return ENGLISH_FUNCTION_WORDS.has(word);
}

/** Phrases of Chinese questions that say nothing of their subject. They end a run: no pair reaches over them. */
const CHINESE_FUNCTION_PHRASES = new RegExp(
  [
    '为什么|凭什么|是什么|指什么|叫什么|干什么|做什么|什么时候|什么样的?|什么叫|什么是?',
    '有?哪些(?:个|种|项)?|有?哪(?:几)?[个种项年月日天条家类里儿位次届部]?|是?谁',
    '有?多少[个名项起条次家人]?|多久|多大|多长时间|几[个名项起条次家人种年月日号类批届位所座部]',
    '怎么[样办]?|怎样|如何|怎',
    '是不是|有没有|能不能|可不可以|会不会|要不要|是否|能否|可否|有无|对不对|对吗|吗|呢|吧|啊',
    '请问|请介绍|请说明|请|告诉我|介绍一下|说一下|我想知道|想知道|我想了解|一下|一共|总共|关于|对于|至于',
    '这些|那些|这个|那个|这次|那次|这里|那里|它们|他们|她们|我们|你们|还有|都有|还要|以及|或者|并且|而且',
  ].join('|'),
  'gu',
);

/** A folded text with spaces in place of the phrases of questions: as long as it was. */
export function withoutQuestionPhrases(folded: string): string {
  return folded.replace(CHINESE_FUNCTION_PHRASES, (phrase) => ' '.repeat(phrase.length));
}

/** A pair with one of these joins two words, unless it is a word itself. */
const PARTICLE = /[的了是在]/u;
const WORDS_WITH_PARTICLE = new Set(
  '目的 标的 的确 了解 了结 终了 存在 在线 潜在 所在 在职 在押 在逃 在案 在校 内在 外在'.split(' '),
);

/**
 * The terms of a question and how much each counts, in their order, each once.
 *
 * Left out (weight 0): English function words (what, how, many, the), Chinese question phrases (什么, 哪些, 多少, 是否 ...)
 * with the pairs that reach into them, and pairs of a word with 的, 了, 是 or 在 (周的, 题是; not 目的, 存在). What
 * stands in quotation marks is kept whole. A token of one Chinese character counts half, everything else 1. Where nothing would be
 * left ("WHO", 是什么), every token counts.
 */
export function queryTerms(text: string): readonly WeightedTerm[] {
  const folded = foldText(text).replaceAll(APOSTROPHE_ENDING, ' ');
  const parts = folded.split('"');
  const kept = new Set<string>();
  for (const [index, part] of parts.entries()) {
    const isQuoted = index % 2 === 1 && index + 1 < parts.length;
    for (const token of isQuoted ? tokensOfFolded(part) : contentTokens(part)) kept.add(token);
  }
  const terms = kept.size > 0 ? kept : new Set(tokensOfFolded(folded));
  return Array.from(terms, (term) => ({ term, weight: weightOf(term) }));
}

function contentTokens(folded: string): readonly string[] {
  return tokensOfFolded(folded.replace(CHINESE_FUNCTION_PHRASES, ' ')).filter(
    (token) => !ENGLISH_FUNCTION_WORDS.has(token) && (!PARTICLE.test(token) || WORDS_WITH_PARTICLE.has(token)),
  );
}

function weightOf(term: string): number {
  return /^\p{Script=Han}$/u.test(term) ? SINGLE_CHARACTER_WEIGHT : 1;
}
