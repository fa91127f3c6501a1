import type { DocumentDate } from '../../documents/document.js';
import { formatChineseNumeral } from '../../laws/chinese-numerals.js';
import { foldText } from '../../shared/fold-text.js';
import { ABBREVIATION_NAMES } from './abbreviation-names.js';

/**
 * Whole numbers of two digits and more, with decimals. Not the 19 of 19th, the 20 of 20G, nor the 10 of 10 million: other
 * languages write these with other digits.
 */
const NUMBERS =
  /(?<![a-z\d]|\d[.,])\d{2,}(?:[.,]\d+)*(?![a-z\d]|[.,]\d)(?!\s(?:hundred|thousand|million|billion|trillion)\b)/gu;
/** 第三届, 第2批, 第二十一条: the one that is meant, not another. */
const ORDINALS = /第[〇零一二两三四五六七八九十百\d]+[届次批期轮号条章]/gu;
/** The first contest, the third batch: asked for by the Chinese ordinal. */
const ENGLISH_ORDINALS =
  /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:[a-z-]+ ){0,3}(?:edition|round|session|batch|batches|contest|competition|cup|conference|congress|summit|forum|phase|week|issue|award|awards)\b/gu;
const ORDINAL_WORDS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
/** Article 38 is 第三十八条 in Chinese. */
const ENGLISH_ARTICLES = /\barticles? (\d{1,3})\b/gu;
/** The edition before or after the one that the documents tell of. */
const OTHER_EDITION =
  /[上下]一?[届次](?=[^,.;?]{2})|\b(?:previous|next|last) (?:[a-z-]+ ){0,2}(?:edition|round|session|contest|competition|cup|conference|congress|summit|forum|week)\b/u;
/** What a passage must say of another edition, whichever way a question asks for it. */
const ANOTHER = '上届';
const SAYS_ANOTHER = /[上下]一?[届次]|此前|上年|去年|明年|\b(?:previous|next|last)\b/u;
/** Abbreviations in capitals: GDPR, EU, IP; in a Chinese text they touch their neighbours. */
const ABBREVIATIONS = /(?<![A-Za-z\d])[A-Z][A-Z\d]+(?![A-Za-z\d])/gu;
const TITLES = /《([^《》]{2,80})》/gu;
/** The comma of 1,700. A full-width comma folds to the same sign, so only groups of three count. */
const GROUPING = /(?<=\d),(?=\d{3}(?!\d))/gu;
/** A year up to which something went on need not be named beside it. 截至2016年底 is another thing: the day of a number. */
const UP_TO_YEAR = /到\d{4}年为止|\bby \d{4}\b/gu;

/** What makes a word or number begin before, or end after, a place: the 2 in 2022, the 1. of 1.20, but not a plural s. */
const WORD_BEFORE = /[a-z\d]$|\d\.$/u;
const WORD_AFTER = /^(?:(?!s(?![a-z\d]))[a-z\d]|\.\d)/u;

const YEAR = /^(?:19|20)\d\d$/u;
const ANY_YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/u;

/** From so many words in capitals on, and none in small letters, capitals are a way of writing. */
const SHOUTED_WORDS = 3;

/** A title of so many characters is one whose slips of the pen can be told from another title. */
const LONG_TITLE = /^\p{Script=Han}[\p{Script=Han}a-z\d()]{3,}$/u;
/** The share of its characters from which a text holds a title with slips of the pen. */
const NEARLY = 0.6;

/**
 * What a question names exactly, so that a passage without it speaks of something else: numbers, ordinals,
 * abbreviations and titles in 《》, folded, each once. `named` are stretches that are names of laws in another language
 * (Data Security Law, PIPL): they are looked for by their law instead.
 */
export function exactDemands(question: string, named: readonly string[]): readonly string[] {
  const rest = named.reduce((text, name) => text.replaceAll(name, ' '), question).normalize('NFKC');
  const folded = foldNumbers(rest).replaceAll(UP_TO_YEAR, ' ');
  const found = [
    ...[...folded.replaceAll(ENGLISH_ARTICLES, ' ').matchAll(NUMBERS)].map(([number]) => number),
    ...[...folded.matchAll(ORDINALS)].map(([ordinal]) => ordinal),
    ...(/首[届批次期](?!是|席)/u.test(folded) ? ['第一届'] : []),
    ...[...folded.matchAll(ENGLISH_ARTICLES)].map(([, article]) => `第${formatChineseNumeral(Number(article))}条`),
    ...[...folded.matchAll(ENGLISH_ORDINALS)].map(([, word = '']) => ordinalOf(word)),
    ...(OTHER_EDITION.test(folded) ? [ANOTHER] : []),
    ...abbreviationsOf(rest),
    ...[...rest.matchAll(TITLES)].map(([, title]) => foldText(title ?? '')),
  ];
  return [...new Set(found)];
}

/** Whether a text holds what was named exactly, as a whole: 20 not in 2022 or 1.20, IP in IPs and not in GOIP. */
export function holdsExactly(text: string, demand: string): boolean {
  return foldedHoldsExactly(foldText(text), demand);
}

/** `holdsExactly` for a text that is folded already. */
export function foldedHoldsExactly(text: string, demand: string): boolean {
  const folded = text.replace(GROUPING, '');
  const names = ABBREVIATION_NAMES.get(demand) ?? [];
  return names.some((name) => folded.includes(name)) || holdsWhole(folded, demand) || holdsOrdinal(folded, demand);
}

/**
 * How much of a title a folded text holds that does not hold it exactly: the share of its characters that stand in their
 * place, where that is at least 0.6 (熊猫捉遥计 for 熊猫捉谣记), else 0. 0 for what is no title of four characters and more.
 */
export function nearTitleShare(text: string, demand: string): number {
  if (!LONG_TITLE.test(demand) || demand.startsWith('第')) return 0;
  let most = 0;
  for (let start = 0; start + demand.length <= text.length; start += 1) {
    let same = 0;
    for (let at = 0; at < demand.length; at += 1) if (text[start + at] === demand[at]) same += 1;
    most = Math.max(most, same);
  }
  const share = most / demand.length;
  return share >= NEARLY ? share : 0;
}

/** Whether a year that a question names is meant by a folded text that names no year, written at `date`. */
export function isYearOf(text: string, demand: string, date: DocumentDate | null): boolean {
  if (date === null || !YEAR.test(demand) || ANY_YEAR.test(text)) return false;
  return date.from.slice(0, 4) <= demand && demand <= date.to.slice(0, 4);
}

const ordinalOf = (word: string): string => `第${formatChineseNumeral(ORDINAL_WORDS.indexOf(word) + 1)}届`;

/** 第二届 is held by any 第二 that is no 第二十, and 第一届 by 首届 too. */
function holdsOrdinal(folded: string, demand: string): boolean {
  if (demand === ANOTHER) return SAYS_ANOTHER.test(folded);
  if (!demand.startsWith('第') || !demand.endsWith('届')) return false;
  return (
    (demand === '第一届' && folded.includes('首届')) ||
    new RegExp(`${demand.slice(0, -1)}[届次批期轮]`, 'u').test(folded)
  );
}

function holdsWhole(folded: string, demand: string): boolean {
  const [startsWord, endsWord] = [/^[a-z\d]/.test(demand), /[a-z\d]$/.test(demand)];
  for (let at = folded.indexOf(demand); at >= 0; at = folded.indexOf(demand, at + 1)) {
    const end = at + demand.length;
    const comesFromBefore = startsWord && WORD_BEFORE.test(folded.slice(Math.max(0, at - 2), at));
    const goesOn = endsWord && WORD_AFTER.test(folded.slice(end, end + 2));
    if (!comesFromBefore && !goesOn) return true;
  }
  return false;
}

function abbreviationsOf(text: string): readonly string[] {
  const found = [...text.matchAll(ABBREVIATIONS)].map(([abbreviation]) => foldText(abbreviation));
  return found.length >= SHOUTED_WORDS && !/[a-z]/.test(text) && !/\p{Script=Han}/u.test(text) ? [] : found;
}

function foldNumbers(text: string): string {
  return foldText(text).replace(GROUPING, '');
}
