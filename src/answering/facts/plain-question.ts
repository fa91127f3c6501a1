import { asksByAWord } from './names-a-term.js';

/** Words that ask, as they are spoken, written in Cantonese or misspelt, and what stands for them here. */
const SPOKEN: readonly (readonly [spoken: RegExp, plain: string])[] = [
  [/啥|什[摩幺]|甚么|乜[嘢野]?/gu, '什么'],
  [/咋|怎[摩幺]|点解/gu, '怎么'],
  [/点样/gu, '怎样'],
  [/边度/gu, '哪里'],
  [/(?<![周身旁路海两双左右上下前后里外东西南北])边(?=一?[个座间家场条种位年])/gu, '哪'],
  [/有冇/gu, '有没有'],
  [/唔/gu, '不'],
  [/喺/gu, '在'],
  [/\bw(?:ich|hitch|hcih|itch|ihch)\b/gu, 'which'],
  [/\b(?:wat|waht|whta|wht)\b/gu, 'what'],
  [/\bdose(?= (?:the|it|this|that|china|a|one)\b)/gu, 'does'],
];

/** 那 for 哪, where nothing else asks: 大会在那个城市举办. */
const WHICH = /(?<=[在是由为到自去])那(?=一?[个座家间队支位场])/gu;

/** A folded question with its asking words as the forms of questions know them. */
export function plainQuestion(folded: string): string {
  const plain = SPOKEN.reduce((text, [spoken, word]) => text.replace(spoken, word), folded);
  return asksByAWord(plain) ? plain : plain.replace(WHICH, '哪');
}
