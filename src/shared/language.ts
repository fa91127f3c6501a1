import { isIdeograph } from './fold-character.js';
import { scriptOf } from './simplified.js';

/** Language and script of a text as far as Yinju tells them apart; `other` is none of the first three. */
export type Language = 'zh-Hans' | 'zh-Hant' | 'en' | 'other';

/** Words that make an English sentence, and the verbs of requests. */
const ENGLISH_FUNCTION_WORDS = new Set(
  (
    'a about all an and any are as at be been by can could did do does for from had has have how i if in into is it its many may me ' +
    'much must my no not of on or our say shall should that the their them there these they this those to under was we were what when ' +
    'where which who whom whose why will with would you your define describe explain compare find list show summarize tell'
  ).split(' '),
);

/** Words of other languages in Latin letters that no English sentence uses, or hardly any. */
const FOREIGN_FUNCTION_WORDS = new Set(
  (
    'aus auf das de dem den der des die du ein eine el és est et für gli il ist kann la las le les los mit nicht para pour que quel quelle ' +
    'qué sind sont sur un una une und van het een von was wer werden wie wird zu oder che di della com como cómo são não uma por'
  ).split(' '),
);

/** Function words of Chinese; each counts by its length, a question or a sentence holds several. */
const CHINESE_FUNCTION_WORDS =
  /什[么麼]|甚麼|哪|怎|[谁誰]|几|幾|多少|如何|是否|能否|可否|的|是|了|[吗嗎]|呢|在|和|与|與|有|[为為]|[对對]|中|里|裡|裏|被|把|[从從]|由/gu;

const LATIN_WORD = /[\p{Script=Latin}][\p{Script=Latin}\p{Nd}]*/gu;
const KANA_OR_HANGUL = /[\u3041-\u30fa\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3\uff66-\uff9f]/gu;
const OTHER_LETTER = /(?!\p{Script=Latin}|\p{Script=Han})\p{L}/gu;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * The language of a question, by rules that hold for a few words as well as for a page:
 *
 * 1. No letter and no Chinese character: `other`. More kana and hangul than a quarter of the Chinese characters, or more
 *    letters of other scripts than Latin letters and Chinese characters together: `other`.
 * 2. Chinese characters and Latin words: the language of the sentence is that of its function words, so a name in the
 *    other language does not decide: "What does 网络安全法 say about data?" is English, App专项治理是什么 is Chinese.
 *    Where both count the same (mostly nothing), English needs more than half a word for each Chinese character.
 * 3. Chinese: `zh-Hant` where more characters are written only in traditional than only in simplified script, else
 *    `zh-Hans`: 公安部 is written alike in both.
 * 4. Latin letters alone: `en`, unless more words are function words of other languages than of English, or letters
 *    with accents come without a single English function word.
 */
export function detectLanguage(text: string): Language {
  const ideographs = Array.from(text).filter(isIdeograph);
  const words = text.normalize('NFKC').toLowerCase().match(LATIN_WORD) ?? [];
  if (ideographs.length === 0 && words.length === 0) return 'other';
  if (count(text, KANA_OR_HANGUL) * 4 > ideographs.length && count(text, KANA_OR_HANGUL) > words.length) return 'other';
  const latinLetters = words.reduce((sum, word) => sum + word.length, 0);
  if (count(text, OTHER_LETTER) > latinLetters + ideographs.length) return 'other';

  const english = words.filter((word) => ENGLISH_FUNCTION_WORDS.has(word)).length;
  if (ideographs.length > 0) {
    const chinese = (text.match(CHINESE_FUNCTION_WORDS) ?? []).join('').length;
    const isEnglish = english === chinese ? words.length * 2 > ideographs.length : english > chinese;
    if (!isEnglish) return chineseScript(ideographs);
  }
  const foreign = words.filter((word) => FOREIGN_FUNCTION_WORDS.has(word)).length;
  const accented = words.some((word) => /[^a-z0-9]/.test(word));
  return foreign > english || (accented && english === 0) ? 'other' : 'en';
}

function chineseScript(ideographs: readonly string[]): Language {
  let balance = 0;
  for (const character of ideographs) {
    const script = scriptOf(character);
    if (script === 'traditional') balance += 1;
    if (script === 'simplified') balance -= 1;
  }
  return balance > 0 ? 'zh-Hant' : 'zh-Hans';
}
