import type { Catalogue } from '../laws/catalogue/catalogue.js';
import type { Language } from '../shared/language.js';
import { findReferences, groupsOf, type Reference } from './references.js';

export interface Replacing {
  /** What a follow-up says, with what it names. */
  readonly said: string;
  readonly references: readonly Reference[];
  /** The question before. */
  readonly before: string;
  readonly catalogue: Catalogue;
  /** Of the question before. */
  readonly language: Language;
}

export interface Replaced {
  readonly text: string;
  /** What found nothing to take the place of. */
  readonly left: readonly Reference[];
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Puts what a follow-up names into the question before: a law in the place of its last law (wherever that one is named),
 * a document in that of its document, and of dates and provisions level by level, deeper levels of the old one dropped:
 * 第二款 after 第三十条 becomes 第三十条第二款, 10月 after 2023年9月 becomes 2023年10月. A provision also goes behind a law.
 */
export function replaceReferences({ said, references, before, catalogue, language }: Replacing): Replaced {
  const old = findReferences(before, catalogue);
  const oldGroups = groupsOf(old, before);
  const edits: Edit[] = [];
  const left: Reference[] = [];
  for (const group of groupsOf(references, said)) {
    const [first] = group;
    if (first === undefined) continue;
    const made =
      first.kind === 'law' || first.kind === 'document'
        ? forName(wordingOf(first, said, catalogue, language), first, old)
        : forLevels(group, said, oldGroups.findLast(([one]) => one?.kind === first.kind) ?? [], before, old);
    if (made.length === 0) left.push(...group);
    edits.push(...made);
  }
  return { text: apply(before, edits), left };
}

interface Wording {
  readonly bare: string;
  readonly titled: string;
}

/** The name as it was said; in the words of the other language where the question before is written in that. */
function wordingOf(
  { start, end, law, titled }: Reference,
  said: string,
  catalogue: Catalogue,
  language: Language,
): Wording {
  const as = said.slice(start, end);
  const known = law === null ? null : catalogue.byId(law);
  const isChinese = /\p{Script=Han}/u.test(as);
  if (known !== null && isChinese && language === 'en')
    return { bare: known.english.title, titled: known.english.title };
  if (known !== null && !isChinese && (language === 'zh-Hans' || language === 'zh-Hant')) {
    const title = language === 'zh-Hans' ? known.shortTitle.zhHans : known.shortTitle.zhHant;
    return { bare: title, titled: title };
  }
  return { bare: law === null && titled ? `《${as}》` : as, titled: as };
}

function forName({ bare, titled }: Wording, { kind }: Reference, old: readonly Reference[]): readonly Edit[] {
  const last = old.findLast((one) => one.kind === kind);
  if (last === undefined) return [];
  return old
    .filter((one) => one === last || (last.law !== null && one.law === last.law))
    .map((one) => ({ start: one.start, end: one.end, text: one.titled ? titled : bare }));
}

function forLevels(
  group: readonly Reference[],
  said: string,
  oldGroup: readonly Reference[],
  before: string,
  old: readonly Reference[],
): readonly Edit[] {
  const text = (one: Reference): string => said.slice(one.start, one.end);
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (oldGroup.length === 0) {
    const law = first.kind === 'provision' ? old.findLast(({ kind }) => kind === 'law') : undefined;
    if (law === undefined || !/\p{Script=Han}/u.test(text(first))) return [];
    const end = law.end + (law.titled ? 1 : 0);
    return [{ start: end, end, text: said.slice(first.start, last.end) }];
  }
  const deepest = Math.max(...group.map(({ level }) => level));
  const edits: Edit[] = [];
  for (const one of oldGroup) {
    const same = group.find(({ level }) => level === one.level);
    if (same !== undefined) edits.push({ start: one.start, end: one.end, text: text(same) });
    else if (one.level > deepest) edits.push({ start: one.start, end: one.end, text: '' });
  }
  const added = group.filter(({ level }) => oldGroup.every((one) => one.level !== level));
  const end = oldGroup.at(-1)?.end ?? before.length;
  for (const one of added) edits.push({ start: end, end, text: /^\w/u.test(text(one)) ? ` ${text(one)}` : text(one) });
  return edits;
}

function apply(text: string, edits: readonly Edit[]): string {
  let [result, at] = ['', 0];
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
