import type { Difference } from '../../answering/verification/verification.js';
import type { VerificationView } from '../../wording/views/verification-view.js';
import { renderLabelled, renderParagraph } from '../terminal/render-paragraph.js';
import type { StyledPiece } from '../terminal/styled-text.js';
import type { TerminalStyle } from '../terminal/terminal-style.js';
import { renderCitation, renderSpeaker, type Canvas } from './render-answer.js';
import { renderPieces, renderQuote } from './render-quote.js';

/** Marks that stand around a difference whether there are colours or not. */
const MARKS = { missing: ['[-', '-]'], added: ['{+', '+}'] } as const;

function differencePiece({ kind, text }: Difference, style: TerminalStyle): StyledPiece {
  if (kind === 'same') return { text, style: null };
  const [open, close] = MARKS[kind];
  return { text: open + text + close, style: kind === 'missing' ? style.bad : style.good };
}

/** Whether a text stands in the documents: the places, or the nearest wording with its differences marked. */
export function renderVerification(view: VerificationView, canvas: Canvas): readonly string[] {
  const { style, columns, words } = canvas;
  const found = view.verdict === 'verbatim' || view.verdict === 'equivalent';
  const heading = renderParagraph(view.heading, columns, 0).map(found ? style.good : style.warning);
  if (view.legend === null)
    return [
      ...heading,
      ...view.occurrences.flatMap((one) => [
        '',
        ...renderSpeaker('', one.speaker.line, canvas),
        ...renderQuote(one.quote, style, columns),
        ...(one.warning === null ? [] : renderLabelled('    !', one.warning, columns, 6).map(style.bad)),
        ...renderCitation(one, canvas),
      ]),
    ];

  const legend = [
    `${MARKS.missing[0]}…${MARKS.missing[1]} ${view.legend.missing}`,
    `${MARKS.added[0]}…${MARKS.added[1]} ${view.legend.added}`,
  ].join(words.partSeparator);
  return [
    ...heading,
    ...(view.warning === null ? [] : renderParagraph(view.warning, columns, 0).map(style.bad)),
    '',
    ...view.occurrences.flatMap((one) => renderSpeaker('', one.speaker.line, canvas)),
    ...renderPieces(
      view.differences.map((difference) => differencePiece(difference, style)),
      style,
      columns,
    ),
    style.quiet(`    ${legend}`),
    ...view.occurrences.flatMap((one) => renderCitation(one, canvas)),
  ];
}
