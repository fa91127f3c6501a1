import { simplifyCharacter } from './simplified.js';

const QUOTATION_MARK = /["'`´‘’‚‛“”„‟‹›«»「」『』〝〞〟﹁﹂﹃﹄＂＇｢｣]/u;
const TITLE_MARK = /[《》〈〉]/u;
const MIDDLE_DOT = /[·•‧・･∙⋅]/u;
/** Combining accents, variation selectors, and what cannot be seen: soft hyphen, zero width, direction, control. */
const DROPPED = /[\u0300-\u036f\ufe00-\ufe0f\u{e0100}-\u{e01ef}\p{Cf}]|(?!\s)\p{Cc}/u;
const CJK =
  /[\u2e80-\u2fdf\u3000-\u303f\u3040-\u30ff\u31c0-\u31ef\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{20000}-\u{323af}]/u;
/** The block of ideographs that have neither a compatibility form nor parts to decompose: nearly all that are read. */
const COMMON_IDEOGRAPH = /^[\u4e00-\u9fff]$/u;
const IDEOGRAPH = /[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;

/** Is this code point a Chinese character (an ideograph, 〇 or 々)? */
export function isIdeograph(character: string): boolean {
  return IDEOGRAPH.test(character);
}

/** Is this code point written without spaces: an ideograph, kana, or a mark of Chinese or Japanese punctuation? */
export function isCjk(character: string): boolean {
  return CJK.test(character);
}

/**
 * What `foldText` makes of one code point: nothing, a space (it separates), or one or more characters, none of which
 * folds to anything but itself.
 */
export function foldCharacter(character: string): string {
  if (COMMON_IDEOGRAPH.test(character)) return foldIdeograph(character);
  let text = foldOnce(character);
  for (;;) {
    // Lower case may leave something to decompose, and the other way round: until nothing changes.
    const decomposed = Array.from(text.normalize('NFKD').toLowerCase(), foldOnce).join('').normalize('NFC');
    const next = decomposed.trim() === '' ? decomposed.slice(0, 1) : decomposed.trim();
    if (next === text) return next;
    text = next;
  }
}

/** The simplified form of an ideograph may have a simplified form itself. */
function foldIdeograph(character: string): string {
  const simplified = simplifyCharacter(character);
  return simplified === character ? character : foldCharacter(simplified);
}

function foldOnce(character: string): string {
  if (/\p{Cs}/u.test(character)) return '\ufffd';
  if (QUOTATION_MARK.test(character)) return '"';
  if (MIDDLE_DOT.test(character)) return '·';
  if (TITLE_MARK.test(character) || /\s/u.test(character)) return ' ';
  if (DROPPED.test(character)) return '';
  return simplifyCharacter(character);
}
