import { citedAs } from '../../answering/law/cited-as.js';
import type { Engine } from '../../answering/engine.js';
import type { LawAnswer, LawCard, LawRequest } from '../../answering/law/law-answer.js';
import { gbCitation, plainCitation } from '../../wording/views/citation-formats.js';
import { viewLawChapter } from '../../wording/views/law-chapter-view.js';
import { viewLawCiting } from '../../wording/views/law-citing-view.js';
import { viewLaw, viewLawName } from '../../wording/views/law-view.js';
import { lawSteps } from '../rendering/law-steps.js';
import type { Canvas } from '../rendering/render-answer.js';
import { renderLaw, renderLawChapter, renderLawCiting } from '../rendering/render-law.js';
import { renderLabelled, renderParagraph } from '../terminal/render-paragraph.js';

/** What is shown of a law: its card, with the article and the answer where they were asked for; or one of its sides. */
export type LawLook = 'card' | 'chapter' | 'cited-by' | 'plain' | 'gb7714';

/** What is looked at. */
export interface LookRequest {
  readonly look: LawLook;
  readonly request: LawRequest;
  /** YYYY-MM-DD: the day on which a citation says that the text was read. */
  readonly today: string;
}

/** What came of a look. */
export interface LawSight {
  /** For `--json`: the answer of the engine, with a `kind` that says which it is. */
  readonly value: object;
  readonly lines: readonly string[];
  /** False where the name means no law or several, or where the text has no such article. */
  readonly found: boolean;
}

/** Looks at a law. Where the name means no law, or the article is not there, every look says the same of it. */
export async function lookAtLaw(
  engine: Engine,
  asked: LookRequest,
  canvas: Canvas,
  signal: AbortSignal,
): Promise<LawSight> {
  const { look, request } = asked;
  const isCard = look === 'card';
  const answer = await engine.law(isCard ? request : { ...request, question: null, limit: 0 }, signal);
  if (answer.kind !== 'found') return { value: answer, lines: renderUnclear(answer, canvas), found: false };
  const sight = isCard ? null : await sightOf(engine, answer, asked, canvas, signal);
  if (sight !== null) return sight;
  const steps = isCard ? lawSteps(answer, request, canvas.words) : [];
  const lines = renderLaw(viewLaw(answer, canvas.words), steps, canvas);
  return { value: answer, lines, found: isCard && answer.article?.outcome !== 'absent' };
}

/** One side of a law; null where the article is not at hand: the card says why. */
async function sightOf(
  engine: Engine,
  { article }: LawCard,
  { look, request, today }: LookRequest,
  canvas: Canvas,
  signal: AbortSignal,
): Promise<LawSight | null> {
  const { words } = canvas;
  if (look === 'cited-by') {
    if (article?.outcome === 'absent') return null;
    const citing = await engine.citing(request, signal);
    const lines = renderLawCiting(viewLawCiting(citing, words), canvas);
    return { value: { kind: look, ...citing }, lines, found: true };
  }
  if (article?.outcome !== 'found') return null;
  if (look === 'chapter') {
    const chapter = await engine.chapter(request, signal);
    if (chapter === null) return null;
    const lines = renderLawChapter(viewLawChapter(chapter, words), canvas);
    return { value: { kind: look, ...chapter }, lines, found: true };
  }
  const [first] = article.passages;
  if (first === undefined) return null;
  const citation = citedAs(first.citation, article.provision);
  // One line, to be copied: never wrapped.
  const line = look === 'gb7714' ? gbCitation(citation, today) : plainCitation(citation, words);
  return { value: { kind: 'citation', format: look, text: line }, lines: [line], found: true };
}

/** The laws that may have been meant. */
function renderUnclear(answer: Exclude<LawAnswer, LawCard>, { words, style, columns }: Canvas): readonly string[] {
  const offered = answer.kind === 'ambiguous' ? answer.candidates : answer.near;
  const heading = answer.kind === 'ambiguous' ? words.law.ambiguous(answer.name) : words.law.unknownLaw(answer.name);
  return [
    ...renderParagraph(heading, columns, 0).map(style.warning),
    ...(answer.kind === 'unknown' && offered.length > 0 ? [words.law.didYouMean + words.colon] : []),
    ...offered.flatMap((one) => renderLabelled('  -', viewLawName(one, words), columns, 4)),
    ...(answer.kind === 'ambiguous' ? [] : renderParagraph(words.law.howToKnow, columns, 0)),
  ];
}
