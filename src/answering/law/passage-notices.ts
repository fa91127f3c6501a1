import type { DocumentMetadata } from '../../documents/document.js';
import type { Passage } from '../../documents/passage.js';
import type { Catalogue } from '../../laws/catalogue/catalogue.js';
import type { LawMention } from '../../laws/names/find-mentions.js';
import type { LawTexts } from '../../laws/texts/law-texts.js';
import { noticesFor } from '../../laws/catalogue/notices.js';
import type { Notice } from '../answer.js';

/** What a reader must know of the text of a law that a passage is from: that a newer one is in force. */
export function textNotices(
  { provision, document }: Passage,
  texts: LawTexts,
  catalogue: Catalogue,
  today: string,
): readonly Notice[] {
  if (provision === null) return [];
  const { law, version } = provision;
  const text = texts.of(law).find(({ documents }) => documents.some(({ id }) => id === document));
  const since = text === undefined ? null : texts.outdatedSince(text, today);
  const title = catalogue.byId(law)?.shortTitle.zhHans ?? text?.name ?? law;
  return since === null ? [] : [{ key: 'text-outdated', law, version, since, title }];
}

/** The notices of the laws that a passage names, with their titles for readers. */
export function lawNotices(
  mentions: readonly LawMention[],
  document: DocumentMetadata,
  catalogue: Catalogue,
  today: string,
): readonly Notice[] {
  const titleOf = (id: string): string => catalogue.byId(id)?.shortTitle.zhHans ?? id;
  return noticesFor(mentions, document.date, today, catalogue).map((notice): Notice => {
    const title = titleOf(notice.law);
    if (notice.key !== 'rule-replaced') return { ...notice, title };
    return { ...notice, title, replacedByTitle: titleOf(notice.replacedBy) };
  });
}
