import type { DocumentDate } from '../../documents/document.js';
import type { Law } from '../law.js';
import type { LawMention } from '../names/find-mentions.js';
import type { Catalogue } from './catalogue.js';

/** What a reader must know of a law before relying on a text that names it: a key with facts. */
export type LawNotice =
  /** It is no longer in force: `replacedBy` took its place (an id of the catalogue, or a title where it is not in it). */
  | { readonly key: 'rule-replaced'; readonly law: string; readonly replacedBy: string; readonly since: string | null }
  /** Its text was amended or issued anew after the document was written. */
  | { readonly key: 'rule-amended'; readonly law: string; readonly since: string | null }
  /** A later rule changed how it applies: `by` is the title of that rule. */
  | { readonly key: 'rule-modified'; readonly law: string; readonly by: string; readonly since: string | null };

/**
 * The notices for a passage, one of a kind for each law that it names, in the order of the mentions.
 *
 * @param date when the document was written. A change counts unless the document surely came after it: an inferred
 *   range decides only where it lies whole on one side, and a document without a date gets the notice.
 * @param today YYYY-MM-DD; what happens later is not told.
 */
export function noticesFor(
  mentions: readonly LawMention[],
  date: DocumentDate | null,
  today: string,
  catalogue: Catalogue,
): readonly LawNotice[] {
  const named = new Set(mentions.filter(({ by }) => by === 'name').map(({ law }) => law));
  return [...named].flatMap((id) => {
    const law = catalogue.byId(id);
    return law === null ? [] : noticesOf(law, date, today);
  });
}

function noticesOf(law: Law, date: DocumentDate | null, today: string): readonly LawNotice[] {
  const { replacedBy } = law;
  if (replacedBy !== null && replacedBy.since.value <= today) {
    const by = replacedBy.law ?? replacedBy.title;
    return [{ key: 'rule-replaced', law: law.id, replacedBy: by, since: replacedBy.since.value }];
  }
  const isNews = (day: string | null | undefined): day is string =>
    typeof day === 'string' && day <= today && (date === null || date.from < day);
  const amended = law.versions
    .filter(({ change }) => change !== 'original')
    .map(({ inForce }) => inForce?.value)
    .filter(isNews)
    .at(-1);
  const modified = law.related.filter(({ relation, inForce }) => relation === 'modified-by' && isNews(inForce));
  return [
    ...(amended === undefined ? [] : [{ key: 'rule-amended' as const, law: law.id, since: amended }]),
    ...modified.map(({ title, inForce }) => ({
      key: 'rule-modified' as const,
      law: law.id,
      by: title,
      since: inForce,
    })),
  ];
}
