/** What a reader sees of a text in Discord's markdown. */
export interface ReadMarkdown {
  /** The characters shown, marks removed. */
  readonly text: string;
  /** The stretches in bold. */
  readonly bold: readonly string[];
  /** Every construct but bold, in order: `quote`, `header`, `link`, `mention`, `emoji` ... */
  readonly marks: readonly string[];
}

interface Rule {
  readonly name: string;
  /** Anchored by the sticky flag. */
  readonly pattern: RegExp;
  /** Which group is shown and read again; none shows the whole match as it is. */
  readonly inner?: number;
}

/**
 * Inline rules in the order in which the client tries them, after the support article "Markdown Text 101" and the
 * reference "Message Formatting" (reference.mdx) of Discord's documentation.
 */
const RULES: readonly Rule[] = [
  { name: 'code block', pattern: /```[\s\S]+?```/y },
  { name: 'code', pattern: /(`+)[\s\S]*?[^`]\1(?!`)/y },
  { name: 'timestamp', pattern: /<t:-?\d+(?::\w)?>/y },
  { name: 'emoji', pattern: /<a?:\w+:\d+>/y },
  { name: 'mention', pattern: /<(?:@[!&]?|#)\d+>|<\/[^>\n]+:\d+>|<id:\w+>|@everyone|@here/y },
  { name: 'link', pattern: /<(?:[a-z]+:\/\/|mailto:|tel:|sms:)[^\s>]+>/y },
  { name: 'link', pattern: /\[([^\]\n]+)\]\([^)\n]+\)/y },
  { name: 'link', pattern: /(?:https?|steam|discord):\/\/[^\s<]+/y },
  { name: 'emoji', pattern: /:[^\s:]+:/y },
  { name: 'spoiler', pattern: /\|\|([\s\S]+?)\|\|/y, inner: 1 },
  { name: 'strike', pattern: /~~((?:\\[\s\S]|[^\\])+?)~~/y, inner: 1 },
  { name: 'bold', pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, inner: 1 },
  { name: 'underline', pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, inner: 1 },
  { name: 'italics', pattern: /\*(?=\S)((?:\\[\s\S]|[^*\\])+?)\*(?!\*)|_((?:\\[\s\S]|[^_\\])+?)_(?!\w)/y, inner: 1 },
];

/** A backslash shows the next character as it is, unless that is a letter or digit of ASCII, or white space. */
const ESCAPE = /\\([^0-9A-Za-z\s])/uy;

/** Constructs that a line begins with; several may follow each other, as a header in a quotation. */
const LINE_RULES: readonly Rule[] = [
  { name: 'quote', pattern: / *>(?:>>)? /y },
  { name: 'header', pattern: / *#{1,3}\s+/y },
  { name: 'subtext', pattern: / *-#\s+/y },
  { name: 'list', pattern: / *(?:[-*+]|\d+[.)]) /y },
];

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads a text as a Discord client does. An independent check of what the bot writes; not a renderer. */
export function readMarkdown(source: string): ReadMarkdown {
  const marks: string[] = [];
  const bold: string[] = [];
  const readLine = (line: string): string => {
    for (const { name, pattern } of LINE_RULES) {
      const match = matchAt(pattern, line, 0);
      if (match === null) continue;
      marks.push(name);
      return readLine(line.slice(match[0].length));
    }
    return line;
  };
  const readInline = (text: string): string => {
    let shown = '';
    for (let at = 0; at < text.length;) {
      const escape = matchAt(ESCAPE, text, at);
      const rule = escape === null ? RULES.find(({ pattern }) => matchAt(pattern, text, at) !== null) : undefined;
      const match = escape ?? (rule === undefined ? null : matchAt(rule.pattern, text, at));
      if (match === null) {
        shown += text.charAt(at);
        at += 1;
        continue;
      }
      if (rule === undefined) shown += match[1] ?? '';
      else if (rule.name === 'bold') {
        const inner = readInline(match[1] ?? '');
        bold.push(inner);
        shown += inner;
      } else {
        marks.push(rule.name);
        shown += rule.inner === undefined ? match[0] : readInline(match[1] ?? match[2] ?? '');
      }
      at += match[0].length;
    }
    return shown;
  };
  return { text: readInline(source.split('\n').map(readLine).join('\n')), bold, marks };
}
