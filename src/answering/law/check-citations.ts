import { holdsPlace, placesOf } from '../../laws/texts/article-places.js';
import type { Catalogue } from '../../laws/catalogue/catalogue.js';
import type { CitationVerdict, LawCitation } from '../../laws/citations/citation.js';
import { findCitations } from '../../laws/citations/find-citations.js';
import type { TextAtHand } from '../../laws/texts/law-texts.js';
import { withinText } from '../../laws/texts/within-text.js';
import type { CheckedCitation } from './law-answer.js';
import type { LawShelf } from './law-shelf.js';

/**
 * Every citation of a text, held against the texts of laws at hand.
 * @param day YYYY-MM-DD
 * @param asked true where the user asked for this day
 */
export async function checkCitations(
  text: string,
  catalogue: Catalogue,
  shelf: LawShelf,
  { day, asked }: { readonly day: string; readonly asked: boolean },
): Promise<readonly CheckedCitation[]> {
  return Promise.all(
    findCitations(text, catalogue, day).map(async ({ ranges, ...citation }): Promise<CheckedCitation> => {
      const law = citation.law ?? (citation.name === null ? null : shelf.texts.idOf(citation.name));
      const atHand = law === null ? null : shelf.texts.on(law, day, asked);
      if (law === null || atHand === null) {
        // A law that is known by another text of it is identified, though nothing can be held against that.
        const isKnown = citation.verdict === 'unidentified' && law !== null;
        return { ...citation, law, verdict: isKnown ? 'unchecked' : citation.verdict, checked: null };
      }
      const { first, last, numbers } = await shelf.articles(atHand);
      const outdatedSince = shelf.texts.outdatedSince(atHand, day);
      const provisions = last === null ? citation.provisions : withinText({ ...citation, ranges }, numbers).provisions;
      const verdict = await verdictOf({ ...citation, provisions }, atHand, shelf, outdatedSince !== null);
      const checked = { version: atHand.version, firstArticle: first, lastArticle: last, outdatedSince };
      return { ...citation, law, provisions, verdict, checked };
    }),
  );
}

/**
 * `found` only where the text is the newest one known and has every place. In a text known to be out of date the same
 * number may stand for something else: what it has is `superseded`, what it lacks is `unchecked`, never `absent`.
 */
async function verdictOf(
  { provisions, verdict }: Pick<LawCitation, 'provisions' | 'verdict'>,
  text: TextAtHand,
  shelf: LawShelf,
  outdated: boolean,
): Promise<CitationVerdict> {
  // The rule itself was replaced: what its text says does not matter.
  if (verdict === 'superseded') return verdict;
  const { passages } = await shelf.articles(text);
  const holdsAll = provisions.every((provision) => {
    const found = passages.get(provision.article ?? '') ?? [];
    return found.length > 0 && holdsPlace(placesOf(found), provision);
  });
  if (outdated) return holdsAll && provisions.length > 0 ? 'superseded' : provisions.length > 0 ? 'unchecked' : 'found';
  return holdsAll ? 'found' : 'absent';
}
