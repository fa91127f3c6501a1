import type { Catalogue } from '../laws/catalogue/catalogue.js';
import { detectLanguage } from '../shared/language.js';
import { asks, asksOfItself, hasContent, spokenParts, trimmedRest } from './follow-up-words.js';
import { MAXIMUM_QUESTION_LENGTH } from './question.js';
import { findReferences, groupsOf, type Reference } from './references.js';
import { replaceReferences } from './replace-references.js';

/** Words (of Chinese, half as many as characters) beyond which what opens as a follow-up says all that it means. */
const LONGEST_ELLIPSIS = 12;

/** A law with an article of it is one thing that is named, and so is a date or a provision of several levels. */
function thingsIn(references: readonly Reference[], text: string): number {
  const groups = groupsOf(references, text);
  return groups.filter((group, at) => {
    const before = groups[at - 1]?.at(-1);
    const first = group[0];
    return !(first?.kind === 'provision' && before?.kind === 'law' && first.start - before.end <= 1);
  }).length;
}

/** What stands outside of the references of `text`, put together. */
function outside(text: string, references: readonly Reference[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end, titled } of references) {
    const marks = titled ? 1 : 0;
    rest += `${text.slice(at, start - marks)} `;
    at = end + marks;
  }
  return rest + text.slice(at);
}

function wordCount(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.reduce((sum, word) => sum + (/\p{Script=Han}/u.test(word) ? word.length / 2 : 1), 0);
}

/** Two questions one after the other: the first asks already, the second needs no mark before it. */
function appended(before: string, rest: string): string {
  if (rest === '') return before;
  const glue = /[\p{Script=Han}？。！；，]$/u.test(before) && /^[\p{Script=Han}《“「]/u.test(rest) ? '' : ' ';
  const mark = /[\p{L}\p{N}》”」)]$/u.test(before) ? (glue === '' ? '，' : ',') : '';
  return `${before}${mark}${glue}${rest}`;
}

/**
 * The question that a message means as a follow-up of the question before it; null where it is a question of its own.
 *
 * It is a follow-up where it has no content word beyond one law, document, date or provision (数据安全法呢？, in 2022?, why?),
 * where it opens with 那, 再说, 还有, and, what about and the like, or where it ends in 呢 and asks by nothing else. What it
 * names takes the place of what the question before names of that kind; what it says beside is put behind. What opens so
 * but says all by itself (那数据安全法对未成年人怎么规定？, or more than a dozen words) is taken without its opening. A name alone, with nothing that it could take
 * the place of, is a question of its own, and so is whatever would become longer than a question may be.
 *
 * @param text the message, as `cleanQuestion` gives it
 * @param before the question before, as it was understood
 */
export function mergeFollowUp(text: string, before: string, catalogue: Catalogue): string | null {
  const merged = merge(text, before, catalogue);
  return merged === null || merged.length > MAXIMUM_QUESTION_LENGTH ? null : merged;
}

function merge(text: string, before: string, catalogue: Catalogue): string | null {
  const { opened, trailing, start, end } = spokenParts(text);
  const said = text.slice(start, end);
  const references = findReferences(said, catalogue);
  const beside = outside(said, references);
  const content = hasContent(beside);
  const elliptic = opened || trailing;
  if (!elliptic && (content || thingsIn(references, said) > 1)) return null;
  if (!elliptic && references.length > 0 && asksOfItself(beside)) return null;
  const complete = (references.length > 0 && asks(beside)) || wordCount(beside) > LONGEST_ELLIPSIS;
  if (opened && content && complete) return said;

  const replaced = replaceReferences({ said, references, before, catalogue, language: detectLanguage(before) });
  if (replaced.left.length > 0 && !elliptic) return null;
  const rest = replaced.left.length > 0 || references.length === 0 ? trimmedRest(said) : content ? restOf(beside) : '';
  return appended(replaced.text, rest);
}

const restOf = (beside: string): string => trimmedRest(beside.replace(/\s+/gu, ' '));
