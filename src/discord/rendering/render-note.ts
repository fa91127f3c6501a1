import { escapeMarkdown } from './escape-markdown.js';
import { containerMessage, textDisplay, type OutgoingMessage } from './message.js';
import { withoutTurns } from './without-turns.js';

/** A short message of a few lines of the bot's own, which may name what was typed: a problem, or help. Far below every limit. */
export function renderNote(lines: readonly string[]): OutgoingMessage {
  return containerMessage([textDisplay(lines.map((line) => escapeMarkdown(withoutTurns(line))).join('\n'))]);
}
