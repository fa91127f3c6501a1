import { escapeMarkdown } from './escape-markdown.js';
import { containerMessage, textDisplay, type OutgoingMessage } from './message.js';

/** A short message of a few lines of the bot's own: a problem, or help. Far below every limit. */
export function renderNote(lines: readonly string[]): OutgoingMessage {
  return containerMessage([textDisplay(lines.map(escapeMarkdown).join('\n'))]);
}
