import type { Catalogue } from '../laws/catalogue/catalogue.js';
import { findMentions, type LawMention } from '../laws/names/find-mentions.js';
import type { NameMatcher } from '../laws/names/name-matcher.js';
import type { WeightedTerm } from '../lexical/lexical-index.js';
import type { Lexicon } from '../lexical/lexicon.js';
import type { ChineseNames } from '../lexical/romanized-names.js';
import { withChineseTerms } from '../lexical/glossary.js';
import { queryTerms } from '../lexical/query-terms.js';
import { mainlandWords } from '../lexical/regional-words.js';
import { tokenize } from '../lexical/tokenize.js';
import { foldText } from '../shared/fold-text.js';
import { literalWords } from './literal-words.js';
import type { Question } from './question.js';
import { restateQuestion, type RestatedQuestion } from './restate-question.js';

/** The terms that a passage may hold for one word of a question: the word itself first, then its translations. */
export type TermGroup = readonly WeightedTerm[];

/** How a question is looked for. */
export interface QuestionPlan {
  /** The question in words that are likely to be known. */
  readonly text: string;
  /** What the encoder gets. */
  readonly encoderText: string;
  /** What the words are looked up by. A passage explains a word of the question by any term of its group. */
  readonly groups: readonly TermGroup[];
  /** Folded words that a passage must hold, as they are asked for; and as restated, for where no passage holds those. */
  readonly literal: readonly string[];
  readonly literalRestated: readonly string[];
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
 * by their short title in place of their name, terms of the glossary by their Chinese, names in pinyin by what the documents
 * have for them, other words by the lexicon. So exact names weigh as they should, and words can speak up, in every language.
 * Words that the lexicon does not know are looked for as they are.
 * @param restated the question in words that are likely to be known, and its names, where the documents had a say in it
 */
export function planQuestion(
  question: Pick<Question, 'text' | 'language'>,
  { catalogue, matcher, lexicon }: QuestionKnowledge,
  { text: restated, names }: RestatedQuestion = { text: restateQuestion(question, lexicon), names: new Map() },
): QuestionPlan {
  const mentions = findMentions(restated, matcher);
  const laws = [...new Set(mentions.map(({ law }) => law))];
  const isChinese = question.language === 'zh-Hans' || question.language === 'zh-Hant';
  const titles = isChinese ? [] : laws.flatMap((id) => catalogue.byId(id)?.shortTitle.zhHans ?? []);
  const titleOf = (id: string): string | null => catalogue.byId(id)?.shortTitle.zhHans ?? null;
  const titled = isChinese ? restated : withTitles(restated, mentions, titleOf);
  const { text: wanted, terms: glossed } = isChinese ? { text: titled, terms: [] } : withChineseTerms(titled);
  return {
    text: restated,
    encoderText: [restated, ...titles, ...glossed].join(' '),
    groups: groupsOf(wanted, question.text, restated, (term) =>
      isChinese ? [term] : translated(term, lexicon, names),
    ),
    literal: literalWords(isChinese ? question.text : wanted),
    literalRestated: literalWords(wanted),
    laws,
  };
}

/**
 * The groups of what is looked for. A word that was restated may still stand in a document as it was written: the words
 * that are no longer there count for those that came in their place.
 */
function groupsOf(
  wanted: string,
  written: string,
  restated: string,
  groupOf: (term: WeightedTerm) => TermGroup,
): readonly TermGroup[] {
  const terms = queryTerms(wanted);
  if (restated === written) return terms.map(groupOf);
  const names = new Set(terms.map(({ term }) => term));
  const before = queryTerms(written);
  const kept = new Set(before.map(({ term }) => term));
  const gone = before.filter(({ term }) => !names.has(term));
  return terms.map((term) => (kept.has(term.term) ? groupOf(term) : [...groupOf(term), ...gone]));
}

/** How much the Chinese of a name counts, as the nearness of a translation does. */
const NAME_NEARNESS = 0.7;

/** All terms of a plan, each once, with the highest weight that any group gives it. */
export function termsOf(groups: readonly TermGroup[]): readonly WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const { term, weight } of groups.flat()) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

/**
 * The word itself, for a Chinese text may well hold it (App), and its translations: each counts by its nearness, its
 * character pairs together as much as one word.
 */
function translated(own: WeightedTerm, lexicon: Lexicon, names: ChineseNames): TermGroup {
  const named = names.get(own.term)?.map((word) => ({ word, nearness: NAME_NEARNESS }));
  const terms = (named ?? lexicon.translations(own.term)).flatMap(({ word, nearness }) => {
    const tokens = tokenize(mainlandWords(foldText(word)));
    return tokens.map((term) => ({ term, weight: (own.weight * nearness) / tokens.length }));
  });
  return [own, ...termsOf([terms])];
}

/** The text with the Chinese title in place of each law's name: its own words would only count as words that no passage holds. */
function withTitles(text: string, mentions: readonly LawMention[], titleOf: (id: string) => string | null): string {
  let replaced = '';
  let at = 0;
  for (const { law, start, end, wording } of mentions) {
    replaced += text.slice(at, start) + (titleOf(law) ?? wording);
    at = end;
  }
  return replaced + text.slice(at);
}
