import type { DocumentDate } from '../documents/document.js';
import { foldText } from '../shared/fold-text.js';
import { ABBREVIATION_NAMES } from './abbreviation-names.js';

/**
 * Whole numbers of two digits and more, with decimals. Not the 19 of 19th, the 20 of 20G, nor the 10 of 10 million: other
 * languages write these with other digits.
 */
const NUMBERS =
  /(?<![a-z\d]|\d[.,])\d{2,}(?:[.,]\d+)*(?![a-z\d]|[.,]\d)(?!\s(?:hundred|thousand|million|billion|trillion)\b)/gu;
/** 第三届, 第2批: the one that is meant, not another. */
const ORDINALS = /第[〇零一二两三四五六七八九十百\d]+[届次批期轮号]/gu;
/** Abbreviations in capitals: GDPR, EU, IP; in a Chinese text they touch their neighbours. */
const ABBREVIATIONS = /(?<![A-Za-z\d])[A-Z][A-Z\d]+(?![A-Za-z\d])/gu;
const TITLES = /《([^《》]{2,80})》/gu;
/** The comma of 1,700. A full-width comma folds to the same sign, so only groups of three count. */
const GROUPING = /(?<=\d),(?=\d{3}(?!\d))/gu;

/** What makes a word or number begin before, or end after, a place: the 2 in 2022, the 1. of 1.20, but not a plural s. */
const WORD_BEFORE = /[a-z\d]$|\d\.$/u;
const WORD_AFTER = /^(?:(?!s(?![a-z\d]))[a-z\d]|\.\d)/u;

const YEAR = /^(?:19|20)\d\d$/u;
const ANY_YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/u;

/** From so many words in capitals on, and none in small letters, capitals are a way of writing. */
const SHOUTED_WORDS = 3;

/**
 * What a question names exactly, so that a passage without it speaks of something else: numbers, ordinals,
 * abbreviations and titles in 《》, folded, each once. `named` are stretches that are names of laws in another language
 * (Data Security Law, PIPL): they are looked for by their law instead.
 */
export function exactDemands(question: string, named: readonly string[]): readonly string[] {
  const rest = named.reduce((text, name) => text.replaceAll(name, ' '), question).normalize('NFKC');
  const folded = foldNumbers(rest);
  const found = [
    ...[...folded.matchAll(NUMBERS)].map(([number]) => number),
    ...[...folded.matchAll(ORDINALS)].map(([ordinal]) => ordinal),
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
  return names.some((name) => folded.includes(name)) || holdsWhole(folded, demand);
}

/** Whether a year that a question names is meant by a folded text that names no year, written at `date`. */
export function isYearOf(text: string, demand: string, date: DocumentDate | null): boolean {
  if (date === null || !YEAR.test(demand) || ANY_YEAR.test(text)) return false;
  return date.from.slice(0, 4) <= demand && demand <= date.to.slice(0, 4);
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
