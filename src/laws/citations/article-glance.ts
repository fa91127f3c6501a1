import { formatChineseNumeral } from '../chinese-numerals.js';

/** Signs of a range, which may hold an article that it does not name. */
const RANGE = '至到～~—–－-';
/** Numerals that `formatChineseNumeral` never writes: where one stands, the number may be any. */
const RARE_NUMERALS = '〇兩两廿卅卌';

/**
 * Whether a text may cite an article, told at a glance: it names its number in any way, or a range. False is sure, true
 * is to be looked at: reading all citations of a text takes a hundred times as long.
 * @param article as in `CitedProvision`
 */
export function articleGlance(article: string): (text: string) => boolean {
  const number = Number(article.split('-')[0]);
  const chinese = formatChineseNumeral(number);
  const digits = String(number);
  const wordings = [
    chinese,
    chinese.replace('一十', '十'),
    Array.from(digits, (digit) => formatDigit(digit)).join(''),
    digits,
    Array.from(digits, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
  ];
  const pattern = new RegExp(`${[...new Set(wordings)].join('|')}|[${RARE_NUMERALS}${RANGE}]`, 'u');
  return (text) => pattern.test(text);
}

/** A digit as a Chinese numeral that is written digit by digit has it. */
function formatDigit(digit: string): string {
  return digit === '0' ? '〇' : formatChineseNumeral(Number(digit));
}
