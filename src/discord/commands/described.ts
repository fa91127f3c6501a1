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

/** The name of a choice, or of a command in a menu: in English, and for Chinese clients in their script. */
export function named(nameOf: (words: Words) => string) {
  return {
    name: nameOf(wordsFor('en')),
    name_localizations: { 'zh-CN': nameOf(wordsFor('zh-Hans')), 'zh-TW': nameOf(wordsFor('zh-Hant')) },
  };
}

/** A choice of an option as it is called in each language. */
export function choiceOf<Value extends string>(value: Value, nameOf: (words: Words) => string) {
  return { ...named(nameOf), value };
}
