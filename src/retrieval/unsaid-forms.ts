import { isFunctionWord } from '../lexical/query-terms.js';
import { singular } from '../lexical/tokenize.js';

/** Stands for words of the question that the passage says. */
const SAID = '_';
/** Stands for any number that the passage does not hold. */
const NUMBER = '#';

/** 1: a number; 2: a run of Chinese; 3: a word; else what divides. Each character is read once. */
const PIECE = /(\d+(?:[.,]\d+)*)|(\p{Script=Han}+)|((?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+)|[^\s\p{L}\p{M}\p{N}]+/gu;

/**
 * The forms of what a passage leaves unsaid of a question: its characters and words, and each two that stand side by side
 * (多 少, how much), where `_` stands for all that the passage does say (被 _, _ on), whatever it is. Punctuation divides.
 * @param question folded
 * @param said tokens of the question that the passage says
 * @param asked all tokens that the question is looked for by: a word that is none of them, and no word like "how", is part of a
 *   name that is looked for otherwise, and counts as said
 */
export function unsaidForms(
  question: string,
  said: ReadonlySet<string>,
  asked: ReadonlySet<string>,
): ReadonlySet<string> {
  const forms = new Set<string>();
  let before: string | null = null;
  for (const unit of unitsOf(question, said, asked)) {
    if (unit !== null && unit !== SAID) forms.add(unit);
    if (unit !== null && before !== null && !(isMark(unit) && isMark(before))) forms.add(`${before} ${unit}`);
    before = unit;
  }
  return forms;
}

const isMark = (unit: string): boolean => unit === SAID || unit === NUMBER;

/** The units in their order; null where something divides. What is said is one unit, however long. */
function unitsOf(question: string, said: ReadonlySet<string>, asked: ReadonlySet<string>): readonly (string | null)[] {
  const units: (string | null)[] = [];
  const push = (unit: string | null): void => {
    if (unit !== SAID || units.at(-1) !== SAID) units.push(unit);
  };
  for (const [, number, run, word] of question.matchAll(PIECE)) {
    if (number !== undefined) push(said.has(number.replaceAll(',', '')) ? SAID : NUMBER);
    else if (run !== undefined) for (const unit of charactersOf(run, said)) push(unit);
    else if (word === undefined) push(null);
    else push(wordUnit(word, said, asked));
  }
  return units;
}

/** The characters of a run; those of a pair that is said are so. */
function charactersOf(run: string, said: ReadonlySet<string>): readonly string[] {
  const characters = Array.from(run);
  const isPairSaid = (at: number): boolean =>
    at >= 0 && at + 1 < characters.length && said.has(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`);
  return characters.map((character, at) => {
    const isSaid = characters.length === 1 ? said.has(character) : isPairSaid(at - 1) || isPairSaid(at);
    return isSaid ? SAID : character;
  });
}

function wordUnit(word: string, said: ReadonlySet<string>, asked: ReadonlySet<string>): string {
  const token = singular(word);
  if (said.has(token)) return SAID;
  return isFunctionWord(word) || asked.has(token) ? token : SAID;
}
