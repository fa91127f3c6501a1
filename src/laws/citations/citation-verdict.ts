import { statusOf } from '../catalogue/law-status.js';
import type { Law } from '../law.js';
import type { CitationVerdict } from './citation.js';

/**
 * What can be said of a citation on a day (YYYY-MM-DD) from the catalogue alone, with no text of the law at hand.
 *
 * @param law the law cited, or null where it is not known which.
 */
export function verdictWithoutText(law: Law | null, day: string): CitationVerdict {
  if (law === null) return 'unidentified';
  return statusOf(law, day).state === 'replaced' ? 'superseded' : 'unchecked';
}
