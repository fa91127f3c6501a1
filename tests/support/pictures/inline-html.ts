import { escapeHtml } from './escape-html.js';

/** How a client words what a text only refers to. */
export interface ClientWords {
  /** Names of users by id. */
  readonly users: Readonly<Record<string, string>>;
  /** BCP 47, for points in time. */
  readonly locale: string;
}

type Match = readonly (string | undefined)[];

interface Rule {
  /** Anchored by the sticky flag. */
  readonly pattern: RegExp;
  readonly html: (match: Match, words: ClientWords) => string;
}

const wrapped =
  (tag: string, group: number) =>
  (match: Match, words: ClientWords): string =>
    `<${tag}>${inlineHtml(match[group] ?? '', words)}</${tag}>`;

const link = (address: string, shown: string): string => `<a href="${escapeHtml(address)}">${shown}</a>`;

/** reference.mdx, "Timestamp Styles". */
const TIMESTAMPS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** @param seconds since 1970. A relative one is drawn as the day: a picture does not know when it is looked at. */
function timestamp(seconds: string, style: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...(TIMESTAMPS[style] ?? TIMESTAMPS.D) });
  return `<time>${escapeHtml(format.format(new Date(Number(seconds) * 1000)))}</time>`;
}

/** In the order in which a client tries them ("Markdown Text 101"; reference.mdx, "Message Formatting"). */
const RULES: readonly Rule[] = [
  // A backslash shows what follows it, unless that is a letter or digit of ASCII, or white space.
  { pattern: /\\([^0-9A-Za-z\s])/uy, html: ([, character = '']) => escapeHtml(character) },
  {
    pattern: /(`+)([\s\S]*?[^`])\1(?!`)/y,
    html: ([, , code = '']) => `<code>${escapeHtml(code.trim())}</code>`,
  },
  {
    pattern: /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y,
    html: ([, seconds = '', style = 'f'], { locale }) => timestamp(seconds, style, locale),
  },
  {
    pattern: /<@!?(\d+)>/y,
    html: ([, id = ''], { users }) => `<span class="mention">@${escapeHtml(users[id] ?? 'unknown-user')}</span>`,
  },
  {
    pattern: /<\/([^>\n:]+):\d+>/y,
    html: ([, command = '']) => `<span class="mention">/${escapeHtml(command)}</span>`,
  },
  { pattern: /<(https?:\/\/[^\s<>]+)>/y, html: ([, address = '']) => link(address, escapeHtml(address)) },
  {
    pattern: /\[((?:\\[^\n]|[^\\\]\n])+)\]\(<?(https?:\/\/[^\s<>)]+)>?\)/y,
    html: ([, text = '', address = ''], words) => link(address, inlineHtml(text, words)),
  },
  { pattern: /https?:\/\/[^\s<]*[^\s<.,:;"')\]]/y, html: ([address = '']) => link(address, escapeHtml(address)) },
  {
    pattern: /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y,
    html: ([, text = ''], words) => `<span class="spoiler">${inlineHtml(text, words)}</span>`,
  },
  { pattern: /~~((?:\\[\s\S]|[^\\])+?)~~/y, html: wrapped('s', 1) },
  { pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, html: wrapped('strong', 1) },
  { pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, html: wrapped('u', 1) },
  { pattern: /\*(?=\S)((?:\\[\s\S]|[^*\\])+?)\*(?!\*)/y, html: wrapped('em', 1) },
  { pattern: /_((?:\\[\s\S]|[^_\\])+?)_(?!\w)/y, html: wrapped('em', 1) },
];

/** Discord's inline markdown as HTML. Line breaks stay line breaks. */
export function inlineHtml(text: string, words: ClientWords): string {
  let html = '';
  let at = 0;
  while (at < text.length) {
    const found = firstMatch(text, at);
    html += found === null ? escapeHtml(text.charAt(at)) : found.rule.html(found.match, words);
    at += found === null ? 1 : found.match[0].length;
  }
  return html;
}

function firstMatch(text: string, at: number): { readonly rule: Rule; readonly match: RegExpExecArray } | null {
  for (const rule of RULES) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    if (match !== null) return { rule, match };
  }
  return null;
}
