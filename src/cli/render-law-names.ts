import type { KnownLaw } from '../answering/law/known-laws.js';
import { viewLawName } from '../wording/law-view.js';
import type { Canvas } from './render-answer.js';
import { printable } from './printable.js';
import { renderParagraph } from './render-paragraph.js';

/** Every law that can be asked for: its titles, and below them the id by which settings and commands name it. */
export function renderLawNames(laws: readonly KnownLaw[], { words, style, columns }: Canvas): readonly string[] {
  const script = words.language === 'zh-Hant' ? 'zhHant' : 'zhHans';
  return [
    style.heading(words.law.known(laws.length)),
    ...laws.flatMap(({ id, title, english }) => [
      ...renderParagraph(viewLawName({ id, title: title[script], english }, words), columns, 2),
      style.quiet(`    ${printable(id)}`),
    ]),
  ];
}
