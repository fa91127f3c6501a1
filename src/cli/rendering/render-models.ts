import type { ModelEntry, ModelsReport } from '../models-report.js';
import { renderParagraph } from '../terminal/render-paragraph.js';
import type { TerminalStyle } from '../terminal/terminal-style.js';

const PLACES: Readonly<Record<ModelEntry['place'], string>> = {
  'built-in': 'built in',
  downloaded: 'downloaded',
  hub: 'not downloaded',
  folder: 'a folder',
};

const REASONS: Readonly<Record<ModelsReport['by'], string>> = {
  setting: 'EMBEDDING_MODEL or --model names it.',
  choice: 'It was chosen for this index with `npx yinju model use`.',
  default: 'Nothing else was chosen: `npx yinju model use NAME` does.',
};

const INDENT = 4;

/** Each model with what is known of it, the one in use marked, and why it is in use. */
export function renderModels(report: ModelsReport, style: TerminalStyle, columns: number): readonly string[] {
  return [
    ...report.models.flatMap((model) => [
      `${model.inUse ? style.good('*') : ' '} ${style.heading(model.name)}${model.inUse ? '  (in use)' : ''}`,
      ...renderParagraph(factsOf(model).join(' · '), columns, INDENT).map(style.quiet),
    ]),
    '',
    ...renderParagraph(`In use: ${report.model}. ${REASONS[report.by]}`, columns, 0),
  ];
}

function factsOf({ dimension, megabytes, languages, licence, place }: ModelEntry): readonly string[] {
  return [
    PLACES[place],
    ...(megabytes === null ? [] : [`${megabytes} MB`]),
    ...(dimension === null ? [] : [`vectors of ${dimension} numbers`]),
    ...(languages === null ? [] : [languages]),
    ...(licence === null ? [] : [licence]),
  ];
}
