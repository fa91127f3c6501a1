import { createInterface } from 'node:readline';
import type { Engine } from '../../answering/engine.js';
import { reasonOf } from '../../shared/errors.js';
import type { Language } from '../../shared/language.js';
import { renderParagraph } from '../terminal/render-paragraph.js';
import { printLines, say, type Terminal } from '../terminal/terminal.js';
import { ChatSession } from './chat-session.js';

/** How many earlier lines the arrow keys bring back. */
const HISTORY_LENGTH = 200;

/**
 * Talks with a person until they quit, close the input (Ctrl-D) or interrupt (Ctrl-C). A question that fails is told and
 * the chat goes on.
 */
export async function runChat(
  engine: Engine,
  language: Language,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const session = new ChatSession(engine, language, { style: terminal.style, columns: () => terminal.columns });
  printLines(terminal, [...(await session.welcome()), '']);
  const lines = createInterface({
    input: terminal.input,
    output: terminal.output,
    terminal: true,
    historySize: HISTORY_LENGTH,
    removeHistoryDuplicates: true,
    prompt: terminal.style.heading(session.words.chat.prompt),
  });
  let saidGoodbye = false;
  lines.on('SIGINT', () => lines.close());
  const close = (): void => lines.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    lines.prompt();
    for await (const line of lines) {
      const reply = await replyTo(session, line, terminal, signal);
      printLines(terminal, reply.lines.length === 0 ? [] : [...reply.lines, '']);
      saidGoodbye = reply.ended;
      if (reply.ended) break;
      lines.setPrompt(terminal.style.heading(session.words.chat.prompt));
      lines.prompt();
    }
  } finally {
    signal.removeEventListener('abort', close);
    lines.close();
  }
  if (!saidGoodbye) printLines(terminal, ['', session.words.chat.goodbye]);
}

async function replyTo(session: ChatSession, line: string, terminal: Terminal, signal: AbortSignal) {
  try {
    return await session.reply(line, signal);
  } catch (cause) {
    const message = `${session.words.problem.failure} (${reasonOf(cause)})`;
    say(terminal, renderParagraph(message, terminal.columns, 0).map(terminal.errorStyle.bad).join('\n'));
    return { lines: [], ended: false };
  }
}
