import type { Scope } from '../../documents/document.js';
import type { Passage } from '../../documents/passage.js';
import type { PassageFilter, PassageIndex } from '../../retrieval/passage-index.js';
import { planQuestion, termsOf, type QuestionKnowledge } from '../../retrieval/plan-question.js';
import { foldText } from '../../shared/fold-text.js';
import type { Citation } from '../answer.js';
import { MAXIMUM_VERIFIED_LENGTH, QuotationTooLongError } from './quotation-too-long-error.js';
import { locate, plainText, runningText, type LocatedStretch, type RunningText } from './running-text.js';
import { changesMeaning, nearestStretch, withWholeNumbers, type NearestStretch } from './text-difference.js';
import type { Difference, Occurrence, Verification } from './verification.js';

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

/**
 * Whether `text` stands in the documents that the scopes allow, word for word. See `Verification`. White space around it
 * does not count; a text of marks alone is absent.
 * @throws QuotationTooLongError beyond `MAXIMUM_VERIFIED_LENGTH`
 */
export async function verifyQuotation(
  text: string,
  scopes: readonly Scope[],
  parts: VerificationParts,
  signal?: AbortSignal,
): Promise<Verification> {
  const quotation = text.trim();
  if (quotation.length > MAXIMUM_VERIFIED_LENGTH) throw new QuotationTooLongError(quotation.length);
  const { plain } = plainText(quotation);
  const { cite } = parts;
  if (!/[\p{L}\p{N}]/u.test(plain)) return { verdict: 'absent' };
  const filter: PassageFilter = { scopes, document: null, kind: null, law: null };
  const surroundings = await candidateTexts(quotation, filter, parts, signal);

  const found = surroundings.flatMap((running) => occurrencesIn(running, quotation));
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

/** A passage with the one before and the one after it, but never over a gap or a heading, nor out of an abstract. */
function withNeighbours(all: readonly Passage[], passage: Passage): readonly Passage[] {
  const [before, after] = [all[passage.position - 1], all[passage.position + 1]];
  return [
    ...(before !== undefined && followOn(before, passage) ? [before] : []),
    passage,
    ...(after !== undefined && followOn(passage, after) ? [after] : []),
  ];
}

function followOn(before: Passage, after: Passage): boolean {
  const inOneSection = before.section.join('\n') === after.section.join('\n');
  return !before.truncated.end && !after.truncated.start && inOneSection && before.role === after.role;
}

/** Where the words of a quotation stand, with the marks around them that both have (《网络安全法》). */
function occurrencesIn(running: RunningText, quotation: string): readonly LocatedStretch[] {
  const { plain, offsets } = plainText(quotation);
  const opening = quotation.slice(0, offsets[0]);
  const closing = quotation.slice(afterUnit(quotation, offsets, plain.length));
  const found: LocatedStretch[] = [];
  for (let at = running.plain.indexOf(plain); at >= 0; at = running.plain.indexOf(plain, at + 1)) {
    const [start, end] = stretchOf(running, at, at + plain.length);
    const isOpened = running.text.slice(0, start).endsWith(opening);
    const isClosed = running.text.startsWith(closing, end);
    const stretch = locate(running, [start - (isOpened ? opening.length : 0), end + (isClosed ? closing.length : 0)]);
    if (stretch !== null) found.push(stretch);
  }
  return found;
}

/** From units of the plain text to the joined text: up to where the last unit's character ends. */
function stretchOf(running: RunningText, start: number, end: number): readonly [number, number] {
  return [running.offsets[start] ?? 0, afterUnit(running.text, running.offsets, end)];
}

/** Where the character ends that the last unit before `end` of a plain text came from. */
function afterUnit(text: string, offsets: readonly number[], end: number): number {
  const lastStart = offsets[end - 1] ?? 0;
  return lastStart + String.fromCodePoint(text.codePointAt(lastStart) ?? 0).length;
}

function occurrenceOf(stretch: LocatedStretch, cite: VerificationParts['cite']): readonly Occurrence[] {
  const { passage, spans, text, within, offset } = stretch;
  const citation = cite(stretch);
  if (citation === null) return [];
  const leavesOutNegation = clauseNegates(within, offset, offset + text.length);
  return [{ passage: passage.id, text, citation, spans, within, leavesOutNegation }];
}

/** Words in which a character that negates elsewhere does not. */
const NO_NEGATION =
  /不断|不仅|不但|非常|未来|特别|分别|级别|识别|个别|区别|类别|性别|鉴别|无线|没收|[解消排清铲删拆根破]除|除险|否则/gu;

/** Does the rest of the clause around a stretch hold a negation? */
function clauseNegates(sentence: string, start: number, end: number): boolean {
  const before = /[^，。；：！？,.;:!?]*$/u.exec(sentence.slice(0, start))?.[0] ?? '';
  const after = /^[^，。；：！？,.;:!?]*/u.exec(sentence.slice(end))?.[0] ?? '';
  return changesMeaning(
    [before, after].map((text) => ({
      kind: 'missing',
      text: text.replace(NO_NEGATION, '').replace(/[\p{N}〇零一二三四五六七八九十百千万亿两]/gu, ''),
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
  const stretch = withWholeNumbers(best.stretch, best.running.plain, plain.length);
  const located = locate(best.running, stretchOf(best.running, stretch.start, stretch.end));
  const [occurrence] = located === null ? [] : occurrenceOf(located, cite);
  if (occurrence === undefined) return { verdict: 'absent' };
  const differences = describe(quotation, best.running, stretch);
  return {
    verdict: 'different',
    nearest: occurrence,
    differences,
    // A 不 right before the nearest stretch is left out as well as one inside it.
    changesMeaning: changesMeaning(differences) || occurrence.leavesOutNegation,
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
