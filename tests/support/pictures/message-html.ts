import { componentHtml } from './component-html.js';
import { readComponents } from './component-schema.js';
import { escapeHtml } from './escape-html.js';
import type { ClientWords } from './inline-html.js';

/** Languages of the client in which messages are drawn. */
export type ClientLanguage = 'en-US' | 'zh-CN';

/** What a message answers: a command, or a message of somebody. */
export type Cause =
  | { readonly kind: 'command'; readonly user: string; readonly command: string }
  | { readonly kind: 'reply'; readonly user: string; readonly text: string };

/** A message of the bot as it is drawn. */
export interface DrawnMessage {
  /** As they went over the wire. */
  readonly components: unknown;
  readonly cause: Cause;
  /** Whether nobody but the asker sees it. */
  readonly ephemeral: boolean;
  readonly bot: { readonly id: string; readonly name: string };
  /** Names of users by id, for mentions. */
  readonly users: Readonly<Record<string, string>>;
  readonly language: ClientLanguage;
}

/** The client's own words around a message. */
const CLIENT_WORDS = {
  'en-US': {
    app: 'APP',
    used: 'used',
    time: 'Today at 9:41 AM',
    onlyYou: 'Only you can see this',
    dismiss: 'Dismiss message',
  },
  'zh-CN': { app: '应用', used: '使用了', time: '今天09:41', onlyYou: '只有你能看到此消息', dismiss: '忽略此消息' },
} as const;

/** A message with what a client shows around it: what it answers, who writes, the tag of an app, who sees it. */
export function messageHtml({ components, cause, ephemeral, bot, users, language }: DrawnMessage): string {
  const client = CLIENT_WORDS[language];
  const words: ClientWords = { users: { ...users, [bot.id]: bot.name }, locale: language };
  const body = readComponents(components)
    .map((one) => componentHtml(one, words))
    .join('');
  const note = ephemeral
    ? `<div class="ephemeral-note">${client.onlyYou} • <a href="#">${client.dismiss}</a></div>`
    : '';
  return [
    `<article class="message${ephemeral ? ' ephemeral' : ''}">`,
    `<div class="cause"><span class="spine"></span>${causeHtml(cause, client.used, bot.name)}</div>`,
    `<div class="avatar">引</div>`,
    `<div class="body"><header><span class="name">${escapeHtml(bot.name)}</span><span class="tag">✓ ${client.app}</span>`,
    `<time>${client.time}</time></header>`,
    `<div class="components">${body}</div>${note}</div></article>`,
  ].join('');
}

function causeHtml(cause: Cause, used: string, bot: string): string {
  const user = `<span class="face">${escapeHtml(Array.from(cause.user)[0] ?? '')}</span><span class="user">${escapeHtml(cause.user)}</span>`;
  return cause.kind === 'command'
    ? `${user}<span>${used}</span><span class="command">/${escapeHtml(cause.command)}</span>`
    : `${user}<span class="replied"><span class="mention">@${escapeHtml(bot)}</span> ${escapeHtml(cause.text)}</span>`;
}

/** Looks of the client. */
export type Theme = 'dark' | 'light';

/** A whole page that loads nothing. @param stylesheet the text of `discord.css` */
export function pageHtml(messages: readonly DrawnMessage[], theme: Theme, stylesheet: string): string {
  const language = messages[0]?.language === 'zh-CN' ? 'zh-Hans' : 'en';
  return [
    `<!doctype html><html lang="${language}" class="${theme}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><style>${stylesheet}</style></head>`,
    `<body><main>${messages.map(messageHtml).join('')}</main></body></html>`,
  ].join('\n');
}
