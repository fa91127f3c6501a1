import type { DocumentDate, DocumentMetadata } from '../../documents/document.js';
import type { Span } from '../../documents/span.js';
import type { Question } from '../../retrieval/question.js';
import type { QuestionPlan } from '../../retrieval/plan-question.js';
import type { Retrieval } from '../../retrieval/retrieve.js';
import { WORD_SHARES } from '../../retrieval/search-mode.js';
import { explainedShare, termsIn } from '../../retrieval/word-values.js';
import { foldText } from '../../shared/fold-text.js';
import { askedFor, type AskedFor } from '../facts/asked-for.js';
import { asksForTexts } from '../facts/asks-for-texts.js';
import { catchwordIn, spellsOut, type Catchword } from '../facts/catchword.js';
import { exactDemands, foldedHoldsExactly, isYearOf, nearTitleShare } from '../facts/exact-demands.js';
import { namesATerm } from '../facts/names-a-term.js';
import { soughtNoun } from '../facts/sought-noun.js';
import { isTold, supplies } from '../facts/supplies.js';
import type { MatchFeatures } from '../refusal/match-features.js';
import { bodyBeforeAbstract, type EvidenceGroup } from './group-evidence.js';
import { bestHighlight } from './highlight.js';
import type { Stretch } from './studied-passages.js';

/** A group with the sentence of its shown passage that matches best, and what speaks for the match. */
export interface ExaminedGroup extends EvidenceGroup {
  readonly highlight: Span | null;
  readonly features: Omit<MatchFeatures, 'knownShare' | 'unsaid'>;
  /** Share of the question's words, by value, that the highlighted sentence explains, 0 to 1. */
  readonly coverage: number;
  /** Score of the passage and its best sentence together, 0 to 1. */
  readonly score: number;
}

/** Share of the best sentence in a passage's score: an answer is a sentence, the rest of a passage is about something else. */
const SENTENCE_SHARE = 0.5;

/** What share of its score a passage loses that lacks what is asked for: enough to let one that has it go first. */
const LOST_WITHOUT = { suppliesAsked: 0.15, exactShare: 0.15, namesLaw: 0.1 } as const;

/** What a fact of the kind asked for is worth in another sentence than the one that matches best, or a passage that does not speak of the term. */
const ELSEWHERE = 0.5;

/** A passage that holds so much of a term's words, by value, does not speak of it, or does: in between it may. */
const TERM_SHARE = { nothing: 0.2, everything: 0.6 } as const;

const NO_WORDS: ReadonlySet<string> = new Set();

/** What a question asks for, beyond being about something. */
interface Demands {
  readonly asked: AskedFor | null;
  /** The noun for what is asked for, in any of the words that a passage may have for it; empty where there is none. */
  readonly sought: readonly string[];
  /** The question is nothing but a term, or asks what one means. */
  readonly isTerm: boolean;
  /** The title of a text may be all that answers it. */
  readonly isOfTitles: boolean;
  /** 十个坚持 where the ten are asked for: a text that says 坚持 ten times says the catchword too. */
  readonly catchword: Catchword | null;
  readonly exact: readonly string[];
  readonly laws: readonly string[];
}

/**
 * Looks at the sentences of each group's passage and sorts the groups by passage and sentence together, best first.
 * @param lawsIn the laws that a text names: ids, and the names as they stand there
 * @param documents by id; a passage that names no year speaks of the year of its document
 */
export function examineEvidence(
  groups: readonly EvidenceGroup[],
  question: Question,
  retrieval: Retrieval,
  lawsIn: (text: string) => readonly { readonly law: string; readonly wording: string }[],
  documents: ReadonlyMap<string, DocumentMetadata>,
): readonly ExaminedGroup[] {
  const named = lawsIn(question.text);
  const demands: Demands = {
    asked: askedFor(retrieval.plan.text),
    sought: soughtWords(retrieval.plan),
    isTerm: namesATerm(retrieval.plan.text),
    isOfTitles: asksForTexts(foldText(retrieval.plan.text)),
    catchword: catchwordIn(foldText(retrieval.plan.text)),
    exact: exactDemands(
      question.text,
      named.map(({ wording }) => wording),
    ),
    laws: named.map(({ law }) => law),
  };
  const examined = groups.map((group) =>
    examine(group, retrieval, demands, documents.get(group.shown.passage.document)?.date ?? null),
  );
  return bodyBeforeAbstract(examined.sort((a, b) => b.score - a.score));
}

function examine(
  group: EvidenceGroup,
  { values, vector, knownShare }: Retrieval,
  { asked, sought, isTerm, isOfTitles, catchword, exact, laws }: Demands,
  date: DocumentDate | null,
): ExaminedGroup {
  const { reasons, score, study } = group.shown;
  const wordsOf = (folded: string): ReadonlySet<string> =>
    catchword !== null && spellsOut(folded, catchword) ? termsIn(catchword.wording) : NO_WORDS;
  const candidates = study.stretches.map(({ span, folded, terms, besideTitles, vector: own }) => {
    const words = wordsOf(folded);
    const explainedBy = (held: ReadonlySet<string>): number =>
      explainedShare(values, (term) => held.has(term) || words.has(term));
    const coverage = explainedBy(terms);
    return {
      span,
      // Most sentences hold no title: their words beside titles are all their words.
      beside: besideTitles.terms === terms ? coverage : explainedBy(besideTitles.terms),
      similarity: vector === null ? 0 : dot(vector, own),
      coverage,
      supplies: asked === null || words.size > 0 || supplies(isTold(asked) ? besideTitles.folded : folded, asked),
      folded,
      terms,
    };
  });
  const best = bestHighlight(candidates);
  const text = study.wording.folded;
  const [held, words] = [new Set(reasons.terms), wordsOf(text)];
  const coverage =
    words.size === 0 ? reasons.coverage : explainedShare(values, (term) => held.has(term) || words.has(term));
  const shareOf = (one: string): number =>
    foldedHoldsExactly(text, one) || isYearOf(text, one, date) ? 1 : nearTitleShare(text, one);
  const supplied = best?.supplies !== false ? 1 : candidates.some((one) => one.supplies) ? ELSEWHERE : 0;
  const features: ExaminedGroup['features'] = {
    similarity: reasons.similarity ?? 0,
    exactShare: exact.length === 0 ? 1 : exact.reduce((total, one) => total + shareOf(one), 0) / exact.length,
    suppliesAsked: supplied * (isTerm ? termPart(Math.min(coverage, knownShare)) : 1),
    saysSought: saysAny(sought, best) ? 1 : candidates.some((one) => saysAny(sought, one)) ? ELSEWHERE : 0,
    saysBesideTitles: isOfTitles || best === null ? 1 : 1 - (best.coverage - best.beside),
    namesLaw: laws.length === 0 || laws.some((law) => study.laws.has(law)) ? 1 : 0,
  };
  // With words or vectors alone the other is 0 everywhere.
  const sides = vector === null || values.groups.length === 0 ? 1 : 2;
  const sentence = (Math.max(0, best?.similarity ?? 0) + (best?.coverage ?? 0)) / sides;
  return {
    ...group,
    highlight: best?.span ?? null,
    features,
    coverage: best?.coverage ?? 0,
    score:
      ((1 - SENTENCE_SHARE) * (score + WORD_SHARES.both * (coverage - reasons.coverage)) + SENTENCE_SHARE * sentence) *
      (1 - shortfall(features)),
  };
}

/** A Chinese noun as it stands, one of another language by the terms of its group. */
function soughtWords({ text, groups }: QuestionPlan): readonly string[] {
  const noun = soughtNoun(foldText(text));
  if (noun === null) return [];
  if (/\p{Script=Han}/u.test(noun)) return [noun];
  const own = termsIn(noun);
  const group = groups.find(([first]) => first !== undefined && own.has(first.term));
  return group === undefined ? [noun] : group.map(({ term }) => term);
}

/** Whether a stretch uses one of some words; of no words, it need use none. */
function saysAny(words: readonly string[], stretch: Pick<Stretch, 'folded' | 'terms'> | null): boolean {
  if (words.length === 0) return true;
  return stretch !== null && words.some((word) => stretch.terms.has(word) || stretch.folded.includes(word));
}

/** What a passage is worth that holds this share of a term's words: half at the lower border, all at the upper one. */
function termPart(share: number): number {
  const part = (share - TERM_SHARE.nothing) / (TERM_SHARE.everything - TERM_SHARE.nothing);
  return ELSEWHERE + (1 - ELSEWHERE) * Math.min(1, Math.max(0, part));
}

function shortfall({ suppliesAsked, exactShare, namesLaw }: ExaminedGroup['features']): number {
  return (
    LOST_WITHOUT.suppliesAsked * (1 - suppliesAsked) +
    LOST_WITHOUT.exactShare * (1 - exactShare) +
    LOST_WITHOUT.namesLaw * (1 - namesLaw)
  );
}

function dot(one: Float32Array, other: Float32Array): number {
  let total = 0;
  for (let index = 0; index < one.length; index += 1) total += (one[index] ?? 0) * (other[index] ?? 0);
  return total;
}
