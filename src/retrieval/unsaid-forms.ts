import { isFunctionWord } from '../lexical/query-terms.js';
import { APOSTROPHE_ENDING, piecesOf } from '../lexical/tokenize.js';

/** Stands for words of the question that the passage says. */
const SAID = '_';
/** Stands for any number that the passage does not hold. */
const NUMBER = '#';

/** What divides: anything but white space. */
const DIVISION = /\S/;

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
  const text = question.replaceAll(APOSTROPHE_ENDING, ' ');
  let end = 0;
  for (const piece of piecesOf(text)) {
    if (DIVISION.test(text.slice(end, piece.start))) push(null);
    if (piece.kind === 'run') for (const unit of charactersOf(piece.text, said)) push(unit);
    else push(piece.kind === 'number' ? numberUnit(piece.text, said) : wordUnit(piece.text, said, asked));
    ({ end } = piece);
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

const numberUnit = (number: string, said: ReadonlySet<string>): string => (said.has(number) ? SAID : NUMBER);

function wordUnit(word: string, said: ReadonlySet<string>, asked: ReadonlySet<string>): string {
  if (said.has(word)) return SAID;
  return isFunctionWord(word) || asked.has(word) ? word : SAID;
}
