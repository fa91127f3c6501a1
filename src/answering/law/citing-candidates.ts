import type { DocumentMetadata } from '../../documents/document.js';
import type { Passage } from '../../documents/passage.js';
import { foldText } from '../../shared/fold-text.js';
import type { LawRequest } from './law-answer.js';
import type { LawLookupParts } from './law-lookup-parts.js';

/** A passage with its document. */
export interface PlacedPassage {
  readonly passage: Passage;
  readonly document: DocumentMetadata;
}

/**
 * The passages that may name a law, those of its own texts left out: of a law in the catalogue those of which the index
 * knows it, of any other those that hold its title. Those of documents come first, then those of other laws; of each the
 * newest first.
 * @param title without 中华人民共和国
 */
export async function citingCandidates(
  law: string,
  title: string,
  { scopes, asOf }: Pick<LawRequest, 'scopes' | 'asOf'>,
  { index, catalogue, shelf, today }: LawLookupParts,
  signal?: AbortSignal,
): Promise<readonly PlacedPassage[]> {
  const { texts } = shelf;
  const own = texts.of(law).flatMap(({ documents }) => documents.map(({ id }) => id));
  const without = [...texts.notCounting(asOf ?? today, asOf !== null), ...own];
  const filter = { scopes, document: null, kind: null, law: null, without };
  const rows =
    catalogue.byId(law) === null
      ? await index.rowsHolding([foldText(title).trim()], filter, signal)
      : await index.rowsHolding([], { ...filter, law }, signal);
  const documents = new Map((await index.documents(scopes, signal)).map((one) => [one.id, one]));
  const placed = (await index.passages(rows, signal)).flatMap((passage): readonly PlacedPassage[] => {
    const document = documents.get(passage.document);
    return document === undefined ? [] : [{ passage, document }];
  });
  return placed.sort(compare);
}

/** Documents before laws, newer before older, those without a date last; else as they stand in the index. */
function compare({ document: one }: PlacedPassage, { document: other }: PlacedPassage): number {
  const kinds = Number(one.law !== undefined) - Number(other.law !== undefined);
  if (kinds !== 0) return kinds;
  const [day, otherDay] = [one.date?.to ?? '', other.date?.to ?? ''];
  return day < otherDay ? 1 : day > otherDay ? -1 : 0;
}
