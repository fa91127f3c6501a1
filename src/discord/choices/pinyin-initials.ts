import { pinyin } from 'pinyin-pro';

/**
 * The first letters of a text as people type them in pinyin: 网络安全法 is wlaqf. Characters with several readings get
 * that of the word they stand in (银行 is yh, 行动 xd). Latin letters and digits stay, in lower case; anything else is left
 * out.
 * @param text in simplified Chinese
 */
export function pinyinInitials(text: string): string {
  return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
