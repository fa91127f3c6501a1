import { splitSentences } from '../../documents/sentences.js';
import { MAXIMUM_QUESTION_LENGTH } from '../../retrieval/question.js';

/** Mentions of users, roles, channels and commands, custom emojis and timestamps: no words of the author's. */
const MARKUP = /<(?:@[!&]?|#)\d{1,20}>|<a?:\w{1,40}:\d{1,20}>|<t:-?\d{1,20}(?::\w)?>|<\/[^>\n]{1,120}:\d{1,20}>/gu;

const QUESTION_MARK = /[？?][”’」』）)"'\s]*$/u;
const ASKING =
  /什[么麼]|甚麼|怎[么麼樣样]|如何|哪|[谁誰]|多少|[几幾](?!乎)|是否|[吗嗎]$|[为為]何|^(?:what|why|when|where|who|whose|which|how|is|are|was|were|does|do|did|can|could|may|must|should|has|have)\b/iu;

/**
 * What a message of somebody asks: its first sentence that ends in a question mark, else its first that asks by its words,
 * else all of it, its end left out beyond `MAXIMUM_QUESTION_LENGTH` UTF-16 units. Mentions and custom emojis are left
 * out. Empty where nothing is left.
 */
export function questionInText(text: string): string {
  const plain = text.replace(MARKUP, ' ').trim();
  const sentences = plain
    .split(/\n+/u)
    .flatMap((line) => splitSentences(line).map(([start, end]) => line.slice(start, end).trim()));
  const fitting = sentences.filter(({ length }) => length <= MAXIMUM_QUESTION_LENGTH);
  const asked = fitting.find((one) => QUESTION_MARK.test(one)) ?? fitting.find((one) => ASKING.test(one)) ?? plain;
  return wholeCharacters(asked.slice(0, MAXIMUM_QUESTION_LENGTH));
}

/** A text without half a character at its end. */
function wholeCharacters(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
