import { failureOf, type EvaluationGroup, type EvaluationReport } from './evaluation-report.js';
import { BOOTSTRAP, valueOf, type Mean } from './metrics.js';

/** Cells of text. The first row names the columns; the first column names the rows. */
interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What stands where a number is not known: no question of the group asks for it. */
const UNKNOWN = '-';

/** The report as Markdown: one table of the answerable, one of the unanswerable, one of the intervals, the failures. */
export function evaluationMarkdown(report: EvaluationReport): string {
  const tables = tablesOf(report).map(({ title, head, rows }) => {
    const line = (cells: readonly string[]): string =>
      `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
    return [`### ${title}`, '', line(head), line(rule), ...rows.map(line)].join('\n');
  });
  const failures = failureLines(report);
  const list = failures.length === 0 ? [] : [['### Failures', '', ...failures.map((line) => `- ${line}`)].join('\n')];
  return `${[...tables, ...list].join('\n\n')}\n`;
}

/** The same tables as plain text with aligned columns, at most 80 characters wide; without the failures. */
export function evaluationText(report: EvaluationReport): string {
  const tables = tablesOf(report).map(({ title, head, rows }) => {
    const all = [head, ...rows];
    const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
    const line = (cells: readonly string[]): string =>
      cells
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd();
    return [title, line(head), ...rows.map(line)].join('\n');
  });
  return `${tables.join('\n\n')}\n`;
}

/** One line for each question that went wrong, in the order of the set: kind of failure, id, rank of the first hit, question. */
export function failureLines({ outcomes }: EvaluationReport): readonly string[] {
  return outcomes.flatMap((outcome) => {
    const failure = failureOf(outcome);
    if (failure === null) return [];
    const { question, strength, hits } = outcome;
    const facts =
      failure === 'false-answer' ? strength : hits[0] === undefined ? 'no hit' : `first hit at rank ${hits[0].rank}`;
    return [`${failure} ${question.id} (${facts}): ${question.question}`];
  });
}

function tablesOf({ groups }: EvaluationReport): readonly Table[] {
  return [answerableTable(groups), unanswerableTable(groups), ...groups.slice(0, 1).map(intervalTable)];
}

function answerableTable(groups: readonly EvaluationGroup[]): Table {
  const asked = groups.filter(({ metrics }) => metrics.falseRefusals.of > 0);
  const cutOffs = groups[0]?.metrics.answered.map(({ cutOff }) => `hit@${cutOff}`) ?? [];
  return {
    title: 'Questions that the documents answer',
    head: ['group', 'asked', ...cutOffs, 'MRR', 'nDCG', 'refused', 'marked'],
    rows: asked.map(({ name, metrics }) => [
      name,
      String(metrics.falseRefusals.of),
      ...metrics.answered.map(({ mean }) => number(mean)),
      number(metrics.reciprocalRank),
      number(metrics.discountedGain),
      String(metrics.falseRefusals.sum),
      number(metrics.highlightRight),
    ]),
  };
}

function unanswerableTable(groups: readonly EvaluationGroup[]): Table {
  const asked = groups.filter(({ metrics }) => metrics.falseAnswers.of > 0);
  return {
    title: 'Questions that they do not answer',
    head: ['group', 'asked', 'refused', 'answered', 'of these strong'],
    rows: asked.map(({ name, metrics: { falseAnswers, strongFalseAnswers } }) => [
      name,
      String(falseAnswers.of),
      String(falseAnswers.of - falseAnswers.sum),
      String(falseAnswers.sum),
      String(strongFalseAnswers.sum),
    ]),
  };
}

function intervalTable({ metrics }: EvaluationGroup): Table {
  const row = (name: string, mean: Mean): readonly string[] => [
    name,
    number(mean),
    mean.interval === null ? UNKNOWN : mean.interval.map((bound) => bound.toFixed(2)).join(' to '),
  ];
  return {
    title: 'All questions',
    head: ['metric', 'value', `${BOOTSTRAP.confidence * 100} % interval`],
    rows: [
      ...metrics.answered.map(({ cutOff, mean }) => row(`answered with a hit in the first ${cutOff}`, mean)),
      ...metrics.retrieved.map(({ cutOff, mean }) =>
        row(`retrieved in the first ${cutOff}, whatever the status`, mean),
      ),
      row('MRR at 10', metrics.reciprocalRank),
      row('nDCG at 10', metrics.discountedGain),
      row('false refusals', metrics.falseRefusals),
      row('false answers', metrics.falseAnswers),
      row('false answers called strong', metrics.strongFalseAnswers),
      row('highlight right', metrics.highlightRight),
    ],
  };
}

function number(mean: Mean): string {
  return valueOf(mean)?.toFixed(2) ?? UNKNOWN;
}
