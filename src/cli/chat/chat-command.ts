import type { WordedLanguage } from '../../wording/words.js';

/** What a line of the chat asks for. `language` is that of the word used, so that help answers in it. */
export type ChatCommand =
  | { readonly kind: 'empty' }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'more' }
  | { readonly kind: 'help' | 'quit'; readonly language: WordedLanguage }
  | { readonly kind: 'context'; readonly rank: number };

const SINGLE_WORDS: ReadonlyMap<string, ChatCommand> = new Map<string, ChatCommand>([
  ['help', { kind: 'help', language: 'en' }],
  ['?', { kind: 'help', language: 'en' }],
  ['帮助', { kind: 'help', language: 'zh-Hans' }],
  ['幫助', { kind: 'help', language: 'zh-Hant' }],
  ['說明', { kind: 'help', language: 'zh-Hant' }],
  ['more', { kind: 'more' }],
  ['更多', { kind: 'more' }],
  ['quit', { kind: 'quit', language: 'en' }],
  ['exit', { kind: 'quit', language: 'en' }],
  ['退出', { kind: 'quit', language: 'zh-Hans' }],
  ['離開', { kind: 'quit', language: 'zh-Hant' }],
]);

/** `context 2`, 上下文 2, 前後文2; without a number it means the first passage. */
const CONTEXT = /^(?:context|上下文|前[后後]文)\s*(\d{0,3})$/;

/** Reads a line. Only a line that is nothing but a command is one: `more about 5G` is a question. */
export function parseChatLine(line: string): ChatCommand {
  const text = line.trim();
  if (text === '') return { kind: 'empty' };
  const folded = text.normalize('NFKC').toLowerCase();
  const command = SINGLE_WORDS.get(folded);
  if (command !== undefined) return command;
  const rank = CONTEXT.exec(folded)?.[1];
  if (rank !== undefined) return { kind: 'context', rank: rank === '' ? 1 : Number(rank) };
  return { kind: 'question', text };
}
