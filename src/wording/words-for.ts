import type { Language } from '../shared/language.js';
import { ENGLISH } from './en/words-en.js';
import type { Words } from './words.js';
import { SIMPLIFIED_CHINESE } from './zh-hans/words-zh-hans.js';
import { TRADITIONAL_CHINESE } from './zh-hant/words-zh-hant.js';

/** The phrases in which a text of this language is answered: English where Yinju does not speak it. */
export function wordsFor(language: Language): Words {
  switch (language) {
    case 'zh-Hans':
      return SIMPLIFIED_CHINESE;
    case 'zh-Hant':
      return TRADITIONAL_CHINESE;
    case 'en':
    case 'other':
      return ENGLISH;
  }
}
