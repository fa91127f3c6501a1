import { escapeHtml } from './escape-html.js';
import { inlineHtml, type ClientWords } from './inline-html.js';

interface BlockRule {
  /** Matches the mark that a line begins with. */
  readonly mark: RegExp;
  /** Of the text after the mark, which for a quotation holds several lines. */
  readonly html: (text: string, words: ClientWords) => string;
}

const inlineIn =
  (tag: string, className: string) =>
  (text: string, words: ClientWords): string =>
    `<${tag} class="${className}">${inlineHtml(text, words)}</${tag}>`;

/** "Markdown Text 101": headers of three sizes and subtext, each a line. */
const LINE_RULES: readonly BlockRule[] = [
  { mark: /^#\s+(?=\S)/, html: inlineIn('h1', 'line') },
  { mark: /^##\s+(?=\S)/, html: inlineIn('h2', 'line') },
  { mark: /^###\s+(?=\S)/, html: inlineIn('h3', 'line') },
  { mark: /^-#\s+(?=\S)/, html: inlineIn('small', 'line') },
];

const QUOTED = /^ *> /;
const ITEM = /^( *)(?:[-*]|(\d+)\.) /;
const FENCE = /```(?:[\w+-]*\n)?([\s\S]+?)```/;

/** Discord's markdown as HTML: blocks of code, then line by line headers, subtext, quotations, lists, and what is left as text. */
export function markdownHtml(markdown: string, words: ClientWords): string {
  const fence = FENCE.exec(markdown);
  if (fence === null) return linesHtml(markdown.split('\n'), words);
  const before = markdown.slice(0, fence.index).replace(/\n$/, '');
  const after = markdown.slice(fence.index + fence[0].length).replace(/^\n/, '');
  const code = `<pre class="line"><code>${escapeHtml((fence[1] ?? '').replace(/^\n|\n$/g, ''))}</code></pre>`;
  return [before === '' ? '' : markdownHtml(before, words), code, after === '' ? '' : markdownHtml(after, words)].join(
    '',
  );
}

function linesHtml(lines: readonly string[], words: ClientWords): string {
  const [first] = lines;
  if (first === undefined) return '';
  const rule = LINE_RULES.find(({ mark }) => mark.test(first));
  if (rule !== undefined) return rule.html(first.replace(rule.mark, ''), words) + linesHtml(lines.slice(1), words);
  for (const { is, html } of RUNS) {
    const end = lines.findIndex((line) => !is(line));
    const count = end === -1 ? lines.length : end;
    if (count > 0) return html(lines.slice(0, count), words) + linesHtml(lines.slice(count), words);
  }
  return '';
}

const isPlain = (line: string): boolean =>
  !QUOTED.test(line) && !ITEM.test(line) && LINE_RULES.every(({ mark }) => !mark.test(line));

/** Lines of one kind that stand together are one block. */
const RUNS: readonly {
  readonly is: (line: string) => boolean;
  readonly html: (lines: readonly string[], words: ClientWords) => string;
}[] = [
  {
    is: (line) => QUOTED.test(line),
    html: (lines, words) =>
      `<blockquote class="line">${linesHtml(
        lines.map((line) => line.replace(QUOTED, '')),
        words,
      )}</blockquote>`,
  },
  { is: (line) => ITEM.test(line), html: listHtml },
  { is: isPlain, html: (lines, words) => `<p class="line">${inlineHtml(lines.join('\n'), words)}</p>` },
];

/** Items keep their own number and indentation: a client does not count anew. */
function listHtml(lines: readonly string[], words: ClientWords): string {
  const items = lines.map((line) => {
    const [mark = '', indentation = '', number] = ITEM.exec(line) ?? [];
    const level = Math.floor(indentation.length / 2);
    return `<li data-level="${level}" data-mark="${number === undefined ? '•' : `${number}.`}">${inlineHtml(line.slice(mark.length), words)}</li>`;
  });
  return `<ul class="line">${items.join('')}</ul>`;
}
