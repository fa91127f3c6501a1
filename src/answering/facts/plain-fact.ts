/** Kinds of fact that a text states in a form of their own, whatever it is about. */
export type PlainFact =
  | 'date'
  | 'day'
  | 'share'
  | 'money'
  | 'telephone'
  | 'address'
  | 'area'
  | 'size'
  | 'duration'
  | 'frequency'
  | 'rank'
  | 'age'
  | 'penalty'
  | 'procedure'
  | 'place'
  | 'agent'
  | 'court'
  | 'brand'
  | 'definition'
  | 'comparison'
  | 'country'
  | 'code'
  | 'article';

/** A form of question: the kind of fact that it asks for, and what it looks like, folded. */
export type QuestionForm = readonly [PlainFact, RegExp];

/** One pattern of several. */
export function either(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join('|'), 'u');
}
