import { foldText } from '../shared/fold-text.js';

/** Whole numbers of two digits and more, with decimals; the 19 of 19th is none. */
const NUMBERS = /(?<![\p{L}\p{N}.,])\d{2,}(?:[.,]\d+)*(?![\p{L}\p{N}]*[a-z])/gu;
/** 第三届, 第2批: the one that is meant, not another. */
const ORDINALS = /第[〇零一二两三四五六七八九十百\d]+[届次批期轮号]/gu;
/** Abbreviations in capitals: GDPR, EU, IP. */
const ABBREVIATIONS = /(?<![\p{L}\p{N}])[A-Z][A-Z\d]+(?![\p{L}\p{N}])/gu;
const TITLES = /《([^《》]{2,80})》/gu;

/**
 * What a question names exactly, so that a passage without it speaks of something else: numbers, ordinals,
 * abbreviations and titles in 《》, folded, each once. `named` are stretches that are names of laws in another language
 * (Data Security Law, PIPL): they are looked for by their law instead.
 */
export function exactDemands(question: string, named: readonly string[]): readonly string[] {
  const rest = named.reduce((text, name) => text.replaceAll(name, ' '), question);
  const folded = foldText(rest);
  const found = [
    ...[...folded.matchAll(NUMBERS)].map(([number]) => number),
    ...[...folded.matchAll(ORDINALS)].map(([ordinal]) => ordinal),
    ...[...rest.matchAll(ABBREVIATIONS)].map(([abbreviation]) => foldText(abbreviation)),
    ...[...rest.matchAll(TITLES)].map(([, title]) => foldText(title ?? '')),
  ];
  return [...new Set(found)];
}

/** Whether a text holds what was named exactly: a number as a whole number, 20 not in 2022 or 1.20. */
export function holdsExactly(text: string, demand: string): boolean {
  const folded = foldText(text);
  if (!/^\d/.test(demand)) return folded.includes(demand);
  for (let at = folded.indexOf(demand); at >= 0; at = folded.indexOf(demand, at + 1)) {
    const before = folded.charAt(at - 1);
    const after = folded.slice(at + demand.length, at + demand.length + 2);
    if (!/[\d.,]/.test(before) && !/^(?:\d|[.,]\d)/.test(after)) return true;
  }
  return false;
}
