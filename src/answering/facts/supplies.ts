import { once } from '../../shared/once.js';
import type { AskedFor } from './asked-for.js';
import { GIVEN, NUMBER, NUMBER_START } from './fact-forms.js';
import { LONG_LIST } from './listed.js';
import { ALL_UNITS, ANY_UNIT } from './measure-words.js';

/** How many things make a list: in quotation marks, or between 、, of which Chinese sentences are full anyway. */
const LEAST = { many: { marked: 3, listed: 5 }, several: { marked: 2, listed: 3 } } as const;
/** How many numbers answer 各有多少. */
const NUMBERS_OF = { many: 3, several: 2 } as const;
const CLAUSE_END = /[,.;:!?。]/u;

/**
 * Whether a folded text states a fact of the kind asked for: not that it is the right one, but that there is one, and that
 * it is none that the question states itself (the 367 of "how many of the 367").
 */
export function supplies(folded: string, asked: AskedFor): boolean {
  if (asked.kind === 'list') return suppliesList(folded, asked);
  if (asked.kind === 'choice') return asked.words.some((word) => folded.includes(word));
  const pattern = asked.kind === 'count' ? countedPattern(asked.unit) : GIVEN[asked.kind];
  return statedAnew(folded, pattern, WORDED.has(asked.kind) ? '' : asked.question, 1);
}

/** What a text says, and the title of another text does not say for it: 管理规定 in a title rules nothing. */
const TOLD = new Set<AskedFor['kind']>(['procedure', 'penalty', 'definition', 'comparison']);

/** Whether a kind of fact is to be looked for outside titles. */
export function isTold({ kind }: AskedFor): boolean {
  return TOLD.has(kind);
}

/** Kinds that texts state in words of which a question may well use some itself. */
const WORDED = new Set<AskedFor['kind']>([
  'agent',
  'procedure',
  'penalty',
  'definition',
  'comparison',
  'rank',
  'frequency',
]);

/** Numbers of two digits and more: those of a question in another language stand in the text too. */
const NUMERALS = /\d[\d.,]*\d/gu;

/** Whether a text matches a pattern so many times, in places that read otherwise than anything in the question. */
function statedAnew(folded: string, pattern: RegExp, question: string, least: number): boolean {
  const numbers: readonly string[] = question.match(NUMERALS) ?? [];
  let found = 0;
  for (const [words] of folded.matchAll(pattern)) {
    const isKnown =
      question.includes(words) ||
      (numbers.length > 0 && (words.match(NUMERALS) ?? []).some((one) => numbers.includes(one)));
    if (isKnown) continue;
    found += 1;
    if (found >= least) return true;
  }
  return false;
}

/** Whether a text lists enough things that the question does not name. */
function suppliesList(folded: string, { count, question, unit }: AskedFor & { readonly kind: 'list' }): boolean {
  // 各有多少人: as many numbers of people as there are things.
  if (unit !== undefined && typeof count !== 'number')
    return statedAnew(folded, countedPattern(unit), question, NUMBERS_OF[count]);
  const beside = (words: readonly string[]): number => words.filter((word) => !question.includes(word)).length;
  const marked = beside([...folded.matchAll(/"([^"]{1,40})"/gu)].map(([, words = '']) => words));
  const listedBy = (mark: RegExp): number =>
    Math.max(...folded.split(CLAUSE_END).map((clause) => beside(itemsOf(clause, mark))));
  // Two or three things are joined by 和 as often as by 、.
  if (typeof count === 'number')
    return Math.max(marked, listedBy(/[、和与及]/u), parallels(folded)) >= Math.min(count, LONG_LIST);
  const least = LEAST[count];
  return marked >= least.marked || listedBy(/、/u) >= least.listed;
}

/** How many clauses begin with the same two characters, as 坚持...，坚持...，坚持... do; or are numbered, as 一是...，二是.... */
function parallels(folded: string): number {
  const counts = new Map<string, number>();
  for (const clause of folded.split(/[,.;:!?。、"]/u)) {
    const start = clause
      .trim()
      .replace(/^[一二三四五六七八九十]+(?=[是要])/u, '')
      .slice(0, 2);
    if (start !== '') counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/** What a clause lists. Of its first and last item, in the rest of the clause, only the near end is known. */
function itemsOf(clause: string, mark: RegExp): readonly string[] {
  const items = clause.split(mark);
  if (items.length < 2) return [];
  return [(items[0] ?? '').slice(-2), ...items.slice(1, -1), (items.at(-1) ?? '').slice(0, 2)];
}

/** Asked for every sentence of every passage: made once for each unit. */
const patterns = once(() => new Map(ALL_UNITS.map((unit) => [unit, patternOf(unit)])));

/** A number before one of the units; a calendar year (2021年) is no count of years. */
function countedPattern(unit: string | null): RegExp {
  const known = unit ?? ANY_UNIT;
  return patterns().get(known) ?? patternOf(known);
}

function patternOf(unit: string): RegExp {
  return new RegExp(`${NUMBER_START}(?!\\d{4}年)${NUMBER}\\s?(?:${unit})`, 'gu');
}
