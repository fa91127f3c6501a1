import { foldText } from '../../shared/fold-text.js';
import { besideTexts } from './across-texts.js';
import { choiceIn } from './choice.js';
import { countIn } from './counted.js';
import { asksForAFew, listIn, type ListAskedFor } from './listed.js';
import { asksByAWord } from './names-a-term.js';
import { PHRASES } from './phrase-forms.js';
import type { PlainFact, QuestionForm } from './plain-fact.js';
import { plainQuestion } from './plain-question.js';
import { FORMS } from './question-forms.js';
import { WIDER_FORMS } from './wider-question-forms.js';

/** What kind of fact a question asks for, where its form says so. `question` is folded: what it states itself answers nothing. */
export type AskedFor = { readonly question: string } & (
  | { readonly kind: PlainFact }
  /** One of two, of which the near ends are known: 代表案发日还是立案日. */
  | { readonly kind: 'choice'; readonly words: readonly string[] }
  /** `unit`: what may stand after the number, as the alternatives of a pattern; null where any counted thing will do. */
  | { readonly kind: 'count'; readonly unit: string | null }
  /**
   * Several things, one by one, beside those that the question names itself: so many, or `several` or `many` where it does not
   * say how many. With a `unit`, a number for each of them.
   */
  | ({ readonly kind: 'list' } & ListAskedFor)
);

/** The kind of fact that a question asks for; null where its form does not say. Folds the question itself. */
export function askedFor(question: string): AskedFor | null {
  const whole = plainQuestion(foldText(question));
  const folded = besideTexts(whole);
  if (folded !== whole && !asksByAWord(folded)) return null;
  const asked = listAskedFor(folded) ?? formIn(FORMS, folded) ?? plainlyAsked(folded) ?? formIn(WIDER_FORMS, folded);
  const phrase = folded.replace(/[?\s]+$/u, '');
  return asked ?? (asksByAWord(phrase) ? null : formIn(PHRASES, phrase));
}

function formIn(forms: readonly QuestionForm[], folded: string): AskedFor | null {
  const found = forms.find(([, pattern]) => pattern.test(folded));
  return found === undefined ? null : { kind: found[0], question: folded };
}

function listAskedFor(folded: string): AskedFor | null {
  const list = listIn(folded);
  return list === null ? null : { kind: 'list', question: folded, ...list };
}

/** One of two, a number, or a few things. */
function plainlyAsked(folded: string): AskedFor | null {
  const words = choiceIn(folded);
  if (words !== null) return { kind: 'choice', words, question: folded };
  const number = countIn(folded);
  if (number !== null) return { kind: 'count', unit: number.unit, question: folded };
  return asksForAFew(folded) ? { kind: 'list', count: 2, question: folded } : null;
}
