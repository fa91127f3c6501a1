import type { LawCard, LawRequest } from '../../answering/law/law-answer.js';
import type { Words } from '../../wording/words.js';

/** What can be looked at next, with the command that shows it. */
export interface LawStep {
  readonly label: string;
  readonly command: string;
}

/** A word that every shell takes as it is. */
const PLAIN_WORD = /^[\p{L}\p{N}][\p{L}\p{N}-]*$/u;

/** The steps from an article that is shown: the articles beside it, its chapter, who cites it, its citation. */
export function lawSteps({ id, article }: LawCard, request: LawRequest, words: Words): readonly LawStep[] {
  if (article?.outcome !== 'found') return [];
  const { steps } = words.law;
  const { previous, next, provision } = article;
  const name = PLAIN_WORD.test(request.name) ? request.name : commandWord(id);
  const day = request.asOf === null ? '' : ` --as-of ${request.asOf}`;
  const command = (place: string, look = ''): string => `npx yinju law ${name} ${place}${look}${day}`;
  const own = provision.article ?? '';
  return [
    ...(previous === null ? [] : [{ label: steps.previous, command: command(previous) }]),
    ...(next === null ? [] : [{ label: steps.next, command: command(next) }]),
    { label: steps.chapter, command: command(own, ' --chapter') },
    { label: steps.citedBy, command: command(own, ' --cited-by') },
    { label: steps.citation, command: command(own, ' --citation plain') },
  ];
}

/** A text as one word of a command line, in quotation marks where a shell would take it for more. */
export function commandWord(text: string): string {
  return PLAIN_WORD.test(text) ? text : `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}
