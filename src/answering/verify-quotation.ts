import type { Scope } from '../documents/document.js';
import type { Passage } from '../documents/passage.js';
import type { PassageFilter, PassageIndex } from '../retrieval/passage-index.js';
import { planQuestion, termsOf, type QuestionKnowledge } from '../retrieval/plan-question.js';
import { foldText } from '../shared/fold-text.js';
import type { Citation } from './answer.js';
import { locate, plainText, runningText, type LocatedStretch, type RunningText } from './running-text.js';
import { changesMeaning, nearestStretch, type NearestStretch } from './text-difference.js';
import type { Difference, Occurrence, Verification } from './verification.js';

/** Longest text that can be verified, in UTF-16 units: a page. Longer ones are the caller's to refuse. */
export const MAXIMUM_VERIFIED_LENGTH = 2000;

/** At most this many places are listed. */
const MAXIMUM_OCCURRENCES = 20;
/** Passages whose surroundings are searched for a text that crosses a passage's border, or for the nearest wording. */
const CANDIDATES = 12;
/** Beyond this share of changed characters nothing is near. */
const FARTHEST = 0.5;

export interface VerificationParts {
  readonly index: PassageIndex;
  readonly knowledge: QuestionKnowledge;
  /** The citation of a stretch, or null where its document is gone. */
  readonly cite: (stretch: LocatedStretch) => Citation | null;
}

/** Whether `text` stands in the documents that the scopes allow, word for word. See `Verification`. */
export async function verifyQuotation(
  text: string,
  scopes: readonly Scope[],
  parts: VerificationParts,
  signal?: AbortSignal,
): Promise<Verification> {
  const quotation = text.trim();
  const { plain } = plainText(quotation);
  const { cite } = parts;
  if (plain === '') return { verdict: 'absent' };
  const filter: PassageFilter = { scopes, document: null, kind: null, law: null };
  const surroundings = await candidateTexts(quotation, filter, parts, signal);

  const found = surroundings.flatMap((running) => occurrencesIn(running, plain));
  const distinct = found
    .filter((one, at) => found.findIndex((other) => sameStart(one, other)) === at)
    .slice(0, MAXIMUM_OCCURRENCES);
  if (distinct.length > 0) {
    const occurrences = distinct.flatMap((stretch) => occurrenceOf(stretch, cite));
    const verbatim = occurrences.filter((one) => one.text === quotation);
    return verbatim.length > 0
      ? { verdict: 'verbatim', occurrences: verbatim }
      : { verdict: 'equivalent', occurrences };
  }
  return nearest(quotation, plain, surroundings, cite);
}

const sameStart = (one: LocatedStretch, other: LocatedStretch): boolean =>
  one.passage.document === other.passage.document && one.spans[0]?.[0] === other.spans[0]?.[0];

/** The texts around every passage that may hold the quotation or a part of it, each passage with one neighbour on each side. */
async function candidateTexts(
  quotation: string,
  filter: PassageFilter,
  { index, knowledge }: VerificationParts,
  signal?: AbortSignal,
): Promise<readonly RunningText[]> {
  const terms = termsOf(planQuestion({ text: quotation, language: 'zh-Hans' }, knowledge).groups);
  const whole = await index.rowsHolding([foldText(quotation)], filter, signal);
  const byWords = await index.searchWords(terms, filter, CANDIDATES, signal);
  const rows = [...new Set([...whole.slice(0, MAXIMUM_OCCURRENCES), ...byWords.map(({ row }) => row)])];
  const passages = await index.passages(rows, signal);
  return Promise.all(
    passages.map(async (passage) => {
      const all = await index.passagesOf(passage.document, signal);
      return runningText(withNeighbours(all, passage));
    }),
  );
}

/** A passage with the one before and the one after it, but never over a gap. */
function withNeighbours(all: readonly Passage[], { position, truncated }: Passage): readonly Passage[] {
  const before = truncated.start ? undefined : all[position - 1];
  const after = truncated.end ? undefined : all[position + 1];
  return [
    ...(before !== undefined && !before.truncated.end ? [before] : []),
    ...all.slice(position, position + 1),
    ...(after !== undefined && !after.truncated.start ? [after] : []),
  ];
}

function occurrencesIn(running: RunningText, plain: string): readonly LocatedStretch[] {
  const found: LocatedStretch[] = [];
  for (let at = running.plain.indexOf(plain); at >= 0; at = running.plain.indexOf(plain, at + 1)) {
    const stretch = locate(running, stretchOf(running, at, at + plain.length));
    if (stretch !== null) found.push(stretch);
  }
  return found;
}

/** From units of the plain text to the joined text: up to where the last unit's character ends. */
function stretchOf(running: RunningText, start: number, end: number): readonly [number, number] {
  const from = running.offsets[start] ?? 0;
  const lastStart = running.offsets[end - 1] ?? from;
  return [from, lastStart + String.fromCodePoint(running.text.codePointAt(lastStart) ?? 0).length];
}

function occurrenceOf(stretch: LocatedStretch, cite: VerificationParts['cite']): readonly Occurrence[] {
  const { passage, spans, text, within, offset } = stretch;
  const citation = cite(stretch);
  if (citation === null) return [];
  const leavesOutNegation = clauseNegates(within, offset, offset + text.length);
  return [{ passage: passage.id, text, citation, spans, within, leavesOutNegation }];
}

/** Does the rest of the clause around a stretch hold a negation? */
function clauseNegates(sentence: string, start: number, end: number): boolean {
  const before = /[^，。；：！？,.;:!?]*$/u.exec(sentence.slice(0, start))?.[0] ?? '';
  const after = /^[^，。；：！？,.;:!?]*/u.exec(sentence.slice(end))?.[0] ?? '';
  return changesMeaning(
    [before, after].map((text) => ({
      kind: 'missing',
      text: text.replace(/[\p{N}〇零一二三四五六七八九十百千万亿两]/gu, ''),
    })),
  );
}

function nearest(
  quotation: string,
  plain: string,
  surroundings: readonly RunningText[],
  cite: VerificationParts['cite'],
): Verification {
  const best = surroundings
    .map((running) => ({ running, stretch: nearestStretch(plain, running.plain) }))
    .reduce<{ running: RunningText; stretch: NearestStretch } | null>(
      (least, one) => (least === null || one.stretch.distance < least.stretch.distance ? one : least),
      null,
    );
  if (best === null || best.stretch.distance > FARTHEST * plain.length) return { verdict: 'absent' };
  const located = locate(best.running, stretchOf(best.running, best.stretch.start, best.stretch.end));
  const [occurrence] = located === null ? [] : occurrenceOf(located, cite);
  if (occurrence === undefined) return { verdict: 'absent' };
  const differences = describe(quotation, best.running, best.stretch);
  return {
    verdict: 'different',
    nearest: occurrence,
    differences,
    changesMeaning: changesMeaning(differences),
  };
}

/** The steps in the words of the source (`same`, `missing`) and of the checked text (`added`), neighbours put together. */
function describe(quotation: string, running: RunningText, stretch: NearestStretch): readonly Difference[] {
  const ownOffsets = plainText(quotation).offsets;
  const parts: { kind: Difference['kind']; text: string }[] = [];
  for (const { kind, text, quotation: at } of stretch.steps) {
    const piece =
      kind === 'added'
        ? quotation.slice(ownOffsets[at] ?? 0, ownOffsets[at + 1])
        : running.text.slice(running.offsets[text] ?? 0, running.offsets[text + 1]);
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += piece;
    else parts.push({ kind, text: piece });
  }
  return parts;
}
