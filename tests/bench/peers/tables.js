import { REFERENCE } from './systems.js';

/** A table of Markdown: names to the left, numbers to the right. */
export function markdownTable(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

const CUT_OFFS = ['recall@1', 'recall@3', 'recall@5', 'recall@10'];
const share = (metric) => metric?.value?.toFixed(2) ?? '-';

/** Recall, MRR and nDCG of every system over one split, and recall at 5 by language. */
export function qualityTable(rows) {
  return markdownTable(
    ['what finds', '@1', '@3', '@5', '@10', 'MRR', 'nDCG', 'zh-Hans@5', 'zh-Hant@5', 'en@5'],
    rows.map(({ name, quality }) => [
      name,
      ...[...CUT_OFFS, 'MRR@10', 'nDCG@10'].map((metric) => share(quality.all[metric])),
      ...['zh-Hans', 'zh-Hant', 'en'].map((language) => share(quality[language]?.['recall@5'])),
    ]),
  );
}

/** How many times as much as the reference: two figures, however small or large. */
const timesAsMuch = (ratio) => `${Number(ratio.toPrecision(2))}×`;

/** False where a system did not come to its end; `failed` then says why. */
export const isMeasured = ({ failed }) => failed === undefined;

/** Times and memory of every system, each with its ratio to the reference in the same run. */
export function costTable(costs) {
  const reference = costs.find(({ key }) => key === REFERENCE);
  const cell = (cost, of, digits) =>
    `${of(cost).toFixed(digits)}${cost === reference ? '' : ` (${timesAsMuch(of(cost) / of(reference))})`}`;
  const isScale = costs.some(({ knownItems }) => knownItems !== null);
  const scaleColumns = ({ recall, knownItems }) => [
    share(knownItems['recall@1']),
    share(knownItems['recall@10']),
    recall?.toFixed(3) ?? '-',
  ];
  return markdownTable(
    ['what finds', 'build s', 'p50 ms', 'p95 ms', 'MB', ...(isScale ? ['@1', '@10', 'exact'] : [])],
    costs
      .filter(isMeasured)
      .map((cost) => [
        cost.name,
        cell(cost, ({ build }) => build / 1000, 2),
        cell(cost, ({ p50 }) => p50, 2),
        cell(cost, ({ p95 }) => p95, 2),
        cell(cost, ({ memory }) => memory, 0),
        ...(isScale ? scaleColumns(cost) : []),
      ]),
  );
}

/** Breaks a text into lines at its spaces; all but the first are set in by two. A longer word stays whole. */
export function wrapped(text, width) {
  const lines = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && `${line} ${word}`.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(line === undefined ? word : `  ${word}`);
  }
  return lines.join('\n');
}
