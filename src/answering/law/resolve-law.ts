import { namesOf, type Catalogue } from '../../laws/catalogue/catalogue.js';
import type { LawTexts } from '../../laws/texts/law-texts.js';
import type { Law } from '../../laws/law.js';
import { bigramSimilarity } from '../../laws/names/near-names.js';
import { foldText } from '../../shared/fold-text.js';
import type { LawName } from './law-answer.js';

/** What a name means: one law, several that it may mean, or none, with those that have a name like it. */
export type ResolvedLaw =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'ambiguous'; readonly name: string; readonly candidates: readonly LawName[] }
  | { readonly kind: 'unknown'; readonly name: string; readonly near: readonly LawName[] };

/** Similarity of two names from which one is near enough to be offered. */
const NEAR_FROM = 0.3;
const NEAR_AT_MOST = 3;

/** The law that a name, an id or a command means: of the catalogue, else of the texts at hand. Never guessed. */
export function resolveLaw(name: string, catalogue: Catalogue, texts: LawTexts): ResolvedLaw {
  const found = catalogue.byName(name);
  const id = found.kind === 'found' ? found.law.id : texts.idOf(name);
  if (id !== null) return { kind: 'found', id };
  if (found.kind === 'ambiguous') return { kind: 'ambiguous', name, candidates: found.candidates.map(nameOf) };
  return { kind: 'unknown', name, near: nearest(name, found.kind === 'unknown' ? found.near : [], texts) };
}

/** The title of a law as it is shown: the catalogue's, else that of its newest text, else its id. */
export function titleOf(id: string, catalogue: Catalogue, texts: LawTexts): string {
  return catalogue.byId(id)?.title.zhHans ?? texts.of(id).at(-1)?.name ?? id;
}

const nameOf = ({ id, title, english }: Law): LawName => ({ id, title: title.zhHans, english: english.title });

/** The nearest of the catalogue's laws and of those known by a text at hand, nearest first. */
function nearest(name: string, near: readonly Law[], texts: LawTexts): readonly LawName[] {
  const known = near.map((law) => ({
    law: nameOf(law),
    likeness: Math.max(...namesOf(law).map((one) => likeness(name, one))),
  }));
  const others = texts
    .names()
    .filter(({ law }) => !near.some(({ id }) => id === law))
    .map(({ law: id, name: title }) => ({ law: { id, title, english: null }, likeness: likeness(name, title) }))
    .filter((one) => one.likeness >= NEAR_FROM);
  return [...known, ...others]
    .sort((left, right) => right.likeness - left.likeness)
    .slice(0, NEAR_AT_MOST)
    .map(({ law }) => law);
}

/** 0 to 1; a part of a name is as like as the whole. */
function likeness(typed: string, name: string): number {
  const [one, other] = [foldText(typed), foldText(name).replace(/^中华人民共和国(?=.)/u, '')];
  return other.includes(one) ? 1 : bigramSimilarity(one, other);
}
