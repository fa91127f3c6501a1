import type { TermGroup } from '../../retrieval/plan-question.js';
import type { Retrieval } from '../../retrieval/retrieve.js';
import { unsaidForms } from '../../retrieval/unsaid-forms.js';
import { foldText } from '../../shared/fold-text.js';
import { once } from '../../shared/once.js';
import { UNSAID_WEIGHTS } from './unsaid-model.js';

/** A word of the question is said where a passage has this share of what its best term is worth: a near translation will do. */
const SAID_SHARE = 0.5;

/** A translation is Chinese; a word as it was written before it was restated, which stands beside the translations, is not. */
const CHINESE = /^\p{Script=Han}/u;

/** However much is left unsaid, it speaks no louder than this, for an answer or against it. */
export const LOUDEST = 4;

const weightsInUse = once(
  () => new Map(UNSAID_WEIGHTS.flatMap(([weight, forms]) => forms.split('|').map((form) => [form, weight]))),
);

const NOTHING: ReadonlySet<string> = new Set();

/**
 * What a passage leaves unsaid of a question, as `unsaidForms` has it. Of a word in another language that is left unsaid its
 * nearest translation is, too, so that what is learned of 罚款 is known of "fine".
 * @param holds whether the passage holds a term
 */
export function unsaidOf(
  { plan, values }: Pick<Retrieval, 'plan' | 'values'>,
  holds: (term: string) => boolean,
): ReadonlySet<string> {
  const said = new Set<string>();
  const asked = new Set<string>();
  const translated: string[] = [];
  for (const [place, [own, ...others]] of plan.groups.entries()) {
    if (own === undefined) continue;
    asked.add(own.term);
    const worth = values.groups[place] ?? [];
    const best = Math.max(0, ...worth.map(({ value }) => value));
    const held = Math.max(0, ...worth.filter(({ term }) => holds(term)).map(({ value }) => value));
    if (best > 0 && held >= SAID_SHARE * best) said.add(own.term);
    else if (!CHINESE.test(own.term)) translated.push(...nearestOf(others.filter(({ term }) => CHINESE.test(term))));
  }
  const forms = translated.flatMap((term) => [...unsaidForms(term, NOTHING, NOTHING)]);
  return new Set([...unsaidForms(foldText(plan.text), said, asked), ...forms]);
}

/** The term that weighs most, the first of equals; none of none. */
function nearestOf(terms: TermGroup): readonly string[] {
  const most = Math.max(...terms.map(({ weight }) => weight));
  const nearest = terms.find(({ weight }) => weight === most);
  return nearest === undefined ? [] : [nearest.term];
}

/**
 * How much what is left unsaid speaks for an answer, above 0, or against it, below: -`LOUDEST` to `LOUDEST`, 0 where nothing is.
 * What is asked of a 罚款 (fine) in a passage that speaks of none is mostly not answered; "what did" is left unsaid by any.
 * The sum of weights that a logistic regression gave the forms in the tuning questions of `data/questions.jsonl`.
 * @param weights others than those in use, such as a new fit
 */
export function unsaidSum(forms: ReadonlySet<string>, weights: ReadonlyMap<string, number> = weightsInUse()): number {
  let sum = 0;
  for (const form of forms) sum += weights.get(form) ?? 0;
  return Math.min(LOUDEST, Math.max(-LOUDEST, sum));
}
