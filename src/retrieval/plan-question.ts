import type { Catalogue } from '../laws/catalogue.js';
import { findMentions } from '../laws/find-mentions.js';
import type { NameMatcher } from '../laws/name-matcher.js';
import type { WeightedTerm } from '../lexical/lexical-index.js';
import type { Lexicon } from '../lexical/lexicon.js';
import { queryTerms } from '../lexical/query-terms.js';
import { tokenize } from '../lexical/tokenize.js';
import { literalWords } from './literal-words.js';
import type { Question } from './question.js';

/** The terms that a passage may hold for one word of a question: the word itself, or its translations. */
export type TermGroup = readonly WeightedTerm[];

/** How a question is looked for. */
export interface QuestionPlan {
  /** What the encoder gets. */
  readonly encoderText: string;
  /** What the words are looked up by. A passage explains a word of the question by any term of its group. */
  readonly groups: readonly TermGroup[];
  /** Folded words that a passage must hold. */
  readonly literal: readonly string[];
  /** Ids of the laws that the question names. */
  readonly laws: readonly string[];
}

/** What is known of names and words of other languages than that of the documents. */
export interface QuestionKnowledge {
  readonly catalogue: Catalogue;
  readonly matcher: NameMatcher;
  readonly lexicon: Lexicon;
}

/**
 * Plans a question. What it names or says in another language than Chinese is looked for by its Chinese words too: laws
 * by their short title, other words by the lexicon. So exact names weigh as they should, and words can speak up, in
 * every language. Words that the lexicon does not know are looked for as they are.
 */
export function planQuestion(
  question: Pick<Question, 'text' | 'language'>,
  { catalogue, matcher, lexicon }: QuestionKnowledge,
): QuestionPlan {
  const mentions = findMentions(question.text, matcher);
  const laws = [...new Set(mentions.map(({ law }) => law))];
  const isChinese = question.language === 'zh-Hans' || question.language === 'zh-Hant';
  const titles = isChinese ? [] : laws.flatMap((id) => catalogue.byId(id)?.shortTitle.zhHans ?? []);
  const withoutNames = titles.length === 0 ? question.text : cutOut(question.text, mentions);
  const own = queryTerms(withoutNames).map((term) => (isChinese ? [term] : translated(term, lexicon)));
  const named = titles.flatMap((title) => queryTerms(title)).map((term) => [term]);
  return {
    encoderText: [question.text, ...titles].join(' '),
    groups: [...own, ...named],
    literal: literalWords(question.text),
    laws,
  };
}

/** All terms of a plan, each once, with the highest weight that any group gives it. */
export function termsOf(groups: readonly TermGroup[]): readonly WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const { term, weight } of groups.flat()) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

/** A translation counts by its nearness, its character pairs together as much as one word. */
function translated(own: WeightedTerm, lexicon: Lexicon): TermGroup {
  const terms = lexicon.translations(own.term).flatMap(({ word, nearness }) => {
    const tokens = tokenize(word);
    return tokens.map((term) => ({ term, weight: (own.weight * nearness) / tokens.length }));
  });
  return terms.length === 0 ? [own] : termsOf([terms]);
}

/** The English words of a name would only count as words that no passage holds. */
function cutOut(text: string, mentions: readonly { readonly start: number; readonly end: number }[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of mentions) {
    kept += `${text.slice(at, start)} `;
    at = end;
  }
  return kept + text.slice(at);
}
