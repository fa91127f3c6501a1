/**
 * Everywhere: a backslash would escape what follows it; `*`, `_`, `~`, `|` and the backtick mark up; `<` opens mentions,
 * timestamps, custom emoji and hidden links; `[` and `]` make masked links; `@` pings; `#` and `>` open headers,
 * quotations and subtext. A colon before anything but white space opens an emoji (`:name:`) or completes the scheme of
 * a link: escaped, an address stays plain text, and no preview is fetched for it.
 */
const MARKED_UP = /[\\*_~|`<>[\]@#]|:(?!\s)/g;

/** At the start of a line only: `- ` and `+ ` open lists, `-#` subtext, and `1.` a numbered list. */
const LIST_MARK = /^( *)([-+]|\d+(?=[.)]))/gm;

/** Half of a surrogate pair is no character: no UTF-8 can carry it. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * A text with a backslash before everything that Discord's markdown would take for a mark: rendered, it shows exactly
 * the characters of `text`, wherever in a line it is put. At most twice as long as `text`. Lone surrogates become U+FFFD.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(MARKED_UP, (mark) => `\\${mark}`)
    .replace(LIST_MARK, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}

/** A backslash shows what follows it, unless that is a letter or digit of ASCII, or white space. */
const ESCAPED = /\\([^0-9A-Za-z\s])/gu;

/** The text that `escapeMarkdown` was given, lone surrogates apart. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(ESCAPED, '$1');
}

/**
 * A text, escaped, in bold, line by line: in a block quotation some clients read each line by itself. Discord's marks
 * need no word boundary, so they hold beside Chinese punctuation too. White space at the ends of a line stays outside.
 */
export function boldMarkdown(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const inner = line.trim();
      if (inner === '') return line;
      const start = line.indexOf(inner);
      return `${line.slice(0, start)}**${escapeMarkdown(inner)}**${line.slice(start + inner.length)}`;
    })
    .join('\n');
}

/** Markdown as a block quotation: every one of its lines carries the mark. */
export function quoteMarkdown(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
