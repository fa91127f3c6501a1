import type { KnownLaw } from '../../answering/law/known-laws.js';
import { viewLawName } from '../../wording/views/law-view.js';
import { printable } from '../terminal/printable.js';
import { renderParagraph } from '../terminal/render-paragraph.js';
import type { Canvas } from './render-answer.js';

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
