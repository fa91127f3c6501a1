import type { Answer } from '../../answering/answer.js';
import type { Question } from '../../retrieval/question.js';
import type { Words } from '../../wording/words.js';

/** Ids that are named; of more the reader is told how many. */
const NAMED = 5;

/**
 * What a reader must know where only the default documents of a server were searched, as none or one sentence: that the
 * documents do not answer a question is not true then of those that were left out.
 */
export function searchedNotice(
  { among = [], document, law }: Question,
  answer: Answer,
  words: Words,
): readonly string[] {
  const restricted = document ?? law ?? answer.understood?.document ?? answer.understood?.law ?? null;
  // Where none of the default documents is there any more, all others are searched: see `Question`.
  const outside = answer.passages.some(({ citation }) => !among.includes(citation.document));
  if (among.length === 0 || restricted !== null || outside) return [];
  const { searchedOnly, moreDocuments } = words.discord.settings;
  const more = among.length > NAMED ? [moreDocuments(among.length - NAMED)] : [];
  return [searchedOnly([...among.slice(0, NAMED), ...more].join(words.listSeparator))];
}
