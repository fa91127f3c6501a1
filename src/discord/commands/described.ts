import { wordsFor } from '../../wording/words-for.js';
import type { Words } from '../../wording/words.js';
import { clipText } from '../rendering/clip-text.js';
import { DISCORD_LIMITS } from '../rendering/limits.js';

/**
 * The description of a command or an option: in English, and for Chinese clients in their script. One that is longer than
 * Discord takes ends in an ellipsis.
 */
export function described(phraseOf: (words: Words) => string) {
  const clipped = (words: Words): string => clipText(phraseOf(words), DISCORD_LIMITS.commandDescription);
  return {
    description: clipped(wordsFor('en')),
    description_localizations: { 'zh-CN': clipped(wordsFor('zh-Hans')), 'zh-TW': clipped(wordsFor('zh-Hant')) },
  };
}
