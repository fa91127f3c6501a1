import { parse, YAMLParseError } from 'yaml';
import { reasonOf } from '../shared/errors.js';
import type { DocumentProblem } from './documents-error.js';
import { sidecarMistakes, sidecarSchema, type Sidecar, type SidecarDocument } from './sidecar-schema.js';
import { sourceLines } from './source-lines.js';

export type ReadSidecar =
  | { readonly ok: true; readonly sidecar: Sidecar }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/**
 * Reads a sidecar and holds it against the text that it describes: every line of the text that is not blank has one
 * use, joins follow the reading order, titles, run-in headings and credits stand in the lines named for them.
 * @param files the names of both, for the messages: a problem of a line names the text, one of the form the sidecar
 */
export function readSidecar(
  yaml: string,
  source: string,
  files: { readonly sidecar: string; readonly text: string },
): ReadSidecar {
  const problem = (message: string, line: number | null = null): DocumentProblem => ({
    file: files.sidecar,
    line,
    message,
  });
  let value: unknown;
  try {
    value = parse(yaml);
  } catch (cause) {
    const line = cause instanceof YAMLParseError ? (cause.linePos?.[0].line ?? null) : null;
    const [reason = ''] = reasonOf(cause).split('\n');
    return { ok: false, problems: [problem(`is no YAML: ${reason}`, line)] };
  }
  const mistakes = sidecarMistakes(value);
  if (mistakes.length > 0) return { ok: false, problems: mistakes.map((mistake) => problem(mistake)) };
  const sidecar = sidecarSchema.parse(value);
  const problems = [...lineProblems(sidecar, source), ...sidecar.documents.flatMap((one) => textProblems(one, source))];
  if (problems.length === 0) return { ok: true, sidecar };
  return {
    ok: false,
    problems: problems.map(({ line, message }) => ({
      file: files.text,
      line,
      message: `${message} (${files.sidecar})`,
    })),
  };
}

/** A problem at a line of the text. */
interface LineProblem {
  readonly line: number;
  readonly message: string;
}

/** The lines of a document's body in reading order. */
export function orderedLines(document: SidecarDocument): readonly number[] {
  return document.order.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

function linesNamed(document: SidecarDocument): readonly number[] {
  return [
    ...document.title.lines,
    ...document.order.flat(),
    ...Object.values(document.headings).flat(),
    ...document.run_in_headings.map(({ line }) => line),
    ...document.list_items,
    ...document.joins.flat(),
    ...document.credits.map((credit) => (typeof credit === 'number' ? credit : credit.line)),
    ...document.captions.flat(),
    ...document.abstract.flat(),
    ...document.labels,
    ...document.drop,
    ...document.truncated.map(({ line }) => line),
    ...document.section_ends_after,
  ];
}

function lineProblems(sidecar: Sidecar, source: string): readonly LineProblem[] {
  const lines = sourceLines(source);
  const outside = sidecar.documents.flatMap((document) =>
    linesNamed(document)
      .filter((line) => line > lines.length)
      .map((line) => ({
        line,
        message: `document ${document.id} names a line that the file of ${lines.length} lines does not have`,
      })),
  );
  if (outside.length > 0) return outside;

  const problems: LineProblem[] = [];
  const usedBy = new Map<number, string>();
  const use = (line: number, user: string): void => {
    const before = usedBy.get(line);
    if (before !== undefined) problems.push({ line, message: `is used twice: by ${before} and by ${user}` });
    usedBy.set(line, user);
  };
  for (const document of sidecar.documents) {
    for (const line of document.title.lines) use(line, `the title of ${document.id}`);
    for (const line of orderedLines(document)) use(line, `the order of ${document.id}`);
    for (const line of document.drop) use(line, `the dropped lines of ${document.id}`);
    const inBody = new Set(orderedLines(document));
    for (const credit of document.credits) {
      const line = typeof credit === 'number' ? credit : credit.line;
      if (!inBody.has(line)) use(line, `the credits of ${document.id}`);
    }
    for (const line of document.labels) if (!inBody.has(line)) use(line, `the labels of ${document.id}`);
  }
  for (const { number, span } of lines)
    if (span[0] < span[1] && !usedBy.has(number))
      problems.push({ line: number, message: 'belongs to no document: put it into an order, or under drop' });
  for (const document of sidecar.documents) problems.push(...strayLines(document), ...joinProblems(document, source));
  return problems;
}

/** What is said of a line that the document does not hold would be passed over in silence. */
function strayLines(document: SidecarDocument): readonly LineProblem[] {
  const inBody = new Set(orderedLines(document));
  const named: readonly (readonly [key: string, lines: readonly number[]])[] = [
    ['headings', Object.values(document.headings).flat()],
    ['run_in_headings', document.run_in_headings.map(({ line }) => line)],
    ['list_items', document.list_items],
    ['captions', document.captions.flat()],
    ['abstract', document.abstract.flat()],
    ['truncated', document.truncated.map(({ line }) => line)],
    ['section_ends_after', document.section_ends_after],
  ];
  return named.flatMap(([key, lines]) =>
    lines
      .filter((line) => !inBody.has(line))
      .map((line) => ({ line, message: `is named under ${key} of ${document.id}, but not in its order` })),
  );
}

function joinProblems(document: SidecarDocument, source: string): readonly LineProblem[] {
  const next = new Map(document.joins);
  const problems: LineProblem[] = [];
  for (const [from] of document.joins) {
    const seen = new Set([from]);
    for (let line = next.get(from); line !== undefined; line = next.get(line)) {
      if (seen.has(line)) {
        problems.push({ line: from, message: `the joins of ${document.id} go in a circle` });
        break;
      }
      seen.add(line);
    }
  }
  if (problems.length > 0) return problems;
  const lines = sourceLines(source);
  const text = orderedLines(document).filter((line) => {
    const span = lines[line - 1]?.span;
    return span !== undefined && span[0] < span[1];
  });
  for (const [from, to] of document.joins)
    if (text[text.indexOf(from) + 1] !== to || !text.includes(from))
      problems.push({
        line: from,
        message: `is joined to line ${to}, which does not follow it in the order of ${document.id}`,
      });
  return problems;
}

/** A title cut in pieces may be put together in another order, but no character may be added or lost. */
function textProblems(document: SidecarDocument, source: string): readonly LineProblem[] {
  const lines = sourceLines(source);
  const textOf = (line: number): string => source.slice(...(lines[line - 1]?.span ?? [0, 0]));
  const problems: LineProblem[] = [];
  const letters = (text: string): string =>
    Array.from(text.replace(/[\s#*]/g, ''))
      .sort()
      .join('');
  const titleLines = document.title.lines;
  if (titleLines[0] !== undefined && letters(titleLines.map(textOf).join('')) !== letters(document.title.text))
    problems.push({
      line: titleLines[0],
      message: `the title of ${document.id} has other characters than its lines ${titleLines.join(', ')}`,
    });
  for (const { line, text } of document.run_in_headings)
    if (!textOf(line).includes(text)) problems.push({ line, message: `does not hold the run-in heading ${text}` });
  for (const credit of document.credits)
    if (typeof credit !== 'number' && !textOf(credit.line).includes(credit.text))
      problems.push({ line: credit.line, message: `does not hold the credit ${credit.text}` });
  return problems;
}
